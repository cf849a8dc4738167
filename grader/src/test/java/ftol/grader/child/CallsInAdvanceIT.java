package ftol.grader.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.Later;
import ftol.check.Part;
import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.failover.Env.Boot;
import ftol.failover.State;
import ftol.failover.sim.Call;
import ftol.failover.sim.Effect;
import ftol.failover.sim.Handlers;
import ftol.grader.Course;
import ftol.grader.sandbox.Sandbox;
import ftol.submission.Cell;
import ftol.submission.CompiledPart;
import ftol.submission.PartCell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that are begun before earlier ones have been answered, by a child that does what the appended entry says. */
class CallsInAdvanceIT {
    private static final Budget SMALL = new Budget(Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final String REPLICA =
            """
            class AsyncReplica implements Node {
                private final List<String> log = new ArrayList<>();
                public void start(Env env) {}
                public void message(Env env, int from, Message message) {}
                public void timer(Env env, int id) {}
                public void closed(Env env, int peer) {}
                public void append(Env env, long request, String entry) {
                    if (entry.equals("exit")) System.exit(5);
                    if (entry.equals("loop")) while (true) { Thread.onSpinWait(); }
                    if (entry.equals("throw")) throw new IllegalStateException("thrown");
                    log.add(entry);
                    env.reply(request, log);
                }
                public void read(Env env, long request) {}
                public void stop(Env env) {}
            }
            """;

    private static Sandbox sandbox;
    private static Spares spares;
    private static CompiledPart compiled;

    private RemoteSource source;

    @BeforeAll
    static void open() throws Exception {
        Course course = new Course(Path.of("..").toRealPath());
        sandbox = Sandbox.strongest(Path.of(System.getProperty("java.home")), course.childClassPath());
        spares = new Spares(sandbox);
        try (Compiler compiler = new Compiler(sandbox)) {
            Cell cell = new Cell(1, "t1c-stub", true, "1c", false, REPLICA);
            compiled = compiler.compile(new PartCell(Part.REPLICA, cell, List.of(), ""));
        }
    }

    @AfterAll
    static void close() {
        spares.close();
        sandbox.close();
    }

    @BeforeEach
    void begin() {
        source = new RemoteSource(spares::take, Part.REPLICA, compiled, SMALL, Budget.PART);
        source.beforeTest();
    }

    @AfterEach
    void end() {
        source.afterTest(true);
        source.close();
    }

    @Test
    void answersComeToTheirCallsInWhateverOrderTheyAreAskedFor() {
        List<Handlers> nodes = new ArrayList<>();
        List<Later<List<List<Effect>>>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            nodes.add(node());
            answers.add(nodes.get(i).begin(List.of(append("a" + i), append("b" + i))));
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
        Collections.reverse(order);
        for (int i : order) {
            assertThat(log(answers.get(i).get().get(1))).containsExactly("a" + i, "b" + i);
            assertThat(answers.get(i).get()).as("the same each time").hasSize(2);
            assertThat(log(nodes.get(i).handle(append("c")))).hasSize(3);
            nodes.get(i).end();
        }
    }

    /** Requests and replies of some megabytes in all; a pipe holds some kilobytes. */
    @Test
    void neitherSideWaitsForTheOtherToRead() {
        Handlers node = node();
        String entry = "x".repeat(10_000);
        List<Later<List<List<Effect>>>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(node.begin(List.of(append(entry + i))));
        }
        // One that is longer than what may be sent in advance.
        answers.add(node.begin(List.of(append("y".repeat(500_000)))));
        for (int i = 0; i <= 60; i++) {
            assertThat(log(answers.get(i).get().get(0))).hasSize(i + 1);
        }
    }

    /** Never our fault: what a test hands over may be what student code has piled up. */
    @Test
    void aRequestThatIsTooLongIsTheStudents() {
        Handlers node = node();
        List<Call> calls = Collections.nCopies(10, append("x".repeat(1_000_000)));
        assertThatThrownBy(() -> node.begin(calls))
                .isInstanceOfSatisfying(
                        SubmissionFailure.class, e -> assertThat(e.status()).isEqualTo(Status.CRASH))
                .hasMessageContaining("was to be told more than 8 MB of what your code has sent");
    }

    @Test
    void whatOneCallThrowsIsItsOwn() {
        Handlers node = node();
        Later<List<List<Effect>>> before = node.begin(List.of(append("a")));
        Later<List<List<Effect>>> wrong = node.begin(List.of(append("throw")));
        Later<List<List<Effect>>> after = node.begin(List.of(append("b")));
        assertThat(log(after.get().get(0))).containsExactly("a", "b");
        assertThatThrownBy(wrong::get)
                .isInstanceOfSatisfying(
                        SubmissionFailure.class, e -> assertThat(e.status()).isEqualTo(Status.FAIL))
                .hasMessageContaining("thrown");
        assertThat(log(before.get().get(0))).containsExactly("a");
    }

    @Test
    void theCallThatEndedTheProcessIsNamed() {
        assertEnds("exit", Status.CRASH, "append(exit) ended the Java process (exit code 5)");
    }

    @Test
    void theCallThatDoesNotReturnIsNamed() {
        assertEnds("loop", Status.TIMEOUT, "append(loop) did not return in time");
    }

    private void assertEnds(String entry, Status status, String message) {
        Handlers node = node();
        Later<List<List<Effect>>> before = node.begin(List.of(append("a")));
        Later<List<List<Effect>>> ending = node.begin(List.of(append(entry)));
        Later<List<List<Effect>>> after = node.begin(List.of(append("b")));
        assertThat(log(before.get().get(0))).containsExactly("a");
        for (Later<List<List<Effect>>> answer : List.of(after, ending)) {
            assertThatThrownBy(answer::get)
                    .isInstanceOfSatisfying(
                            SubmissionFailure.class, e -> assertThat(e.status()).isEqualTo(status))
                    .hasMessageStartingWith(message);
        }
    }

    private Handlers node() {
        Handlers node = source.create(Handlers.class);
        Call.Setting setting = new Call.Setting(0, 1, 100, 300, Boot.FIRST_START, State.NOTHING);
        node.handle(new Call(Call.Kind.START, 0, 0, 0, null, null, setting));
        return node;
    }

    private static Call append(String entry) {
        return new Call(Call.Kind.APPEND, 0, 10, 1, null, entry, null);
    }

    private static List<String> log(List<Effect> effects) {
        return effects.get(0).log();
    }
}
