package ftol.grader.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import ftol.check.Part;
import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.grader.Course;
import ftol.grader.Grading;
import ftol.grader.Submission;
import ftol.grader.sandbox.Sandbox;
import ftol.quorum.QuorumSize;
import ftol.submission.Cell;
import ftol.submission.CompiledPart;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Children that wait, loop or die at unlucky moments, with a budget small enough to wait for. */
class RemoteSourceIT {
    private static final Budget SMALL = new Budget(Duration.ofSeconds(1), Duration.ofSeconds(3));

    private static Sandbox sandbox;
    private static Compiler compiler;
    private static Spares spares;

    @BeforeAll
    static void open() throws Exception {
        Course course = new Course(Path.of("..").toRealPath());
        sandbox = Sandbox.strongest(Path.of(System.getProperty("java.home")), course.childClassPath());
        compiler = new Compiler(sandbox);
        spares = new Spares(sandbox);
    }

    @AfterAll
    static void close() {
        spares.close();
        compiler.close();
        sandbox.close();
    }

    @Test
    void sleepingForTenMinutesEndsWithTheBudget() throws PartProblem {
        assertEnds(
                "Thread.sleep(600_000);", Status.TIMEOUT, "leastVersioned(4) did not return in time (1 s of processor");
    }

    @Test
    void aLoopThatCatchesEverythingEndsWithTheBudget() throws PartProblem {
        assertEnds(
                "while (n > 0) { try { n = n / 1; } catch (Throwable e) { } }",
                Status.TIMEOUT,
                "did not return in time");
    }

    @Test
    void afterThreeTestsThatRanOutOfTimeTheRestIsNotRun() throws PartProblem {
        try (RemoteSource source = source("while (n > 0) { }")) {
            for (int i = 0; i < 3; i++) {
                assertFails(source, Status.TIMEOUT, "did not return in time");
            }
            assertFails(source, Status.TIMEOUT, "not run, since 3 tests");
        }
    }

    /** How much of a sleep counts depends on the machine, so there may be some tests before the limit is reached. */
    @Test
    void sleepingALittleInEachTestEndsWithThePart() throws PartProblem {
        Duration limit = Duration.ofSeconds(1);
        try (RemoteSource source =
                new RemoteSource(spares::take, Part.QUORUM_SIZE, compile("Thread.sleep(1_000);"), SMALL, limit)) {
            source.beforeTest();
            assertThat(source.create(QuorumSize.class).leastVersioned(4)).isEqualTo(4);
            source.afterTest(true);
            for (int i = 0; i < 20; i++) {
                source.beforeTest();
                try {
                    source.create(QuorumSize.class).leastVersioned(4);
                } catch (SubmissionFailure e) {
                    assertThat(e.status()).isEqualTo(Status.TIMEOUT);
                    assertThat(e)
                            .hasMessageStartingWith("not run, since the tests of this part had taken more than 1 s");
                    return;
                } finally {
                    source.afterTest(true);
                }
            }
            fail("Twenty tests that sleep for a second each were all run");
        }
    }

    /** It dies between two calls of one test, then between two tests: never our fault, and never the next test's. */
    @Test
    void aChildThatDiesBetweenCallsIsACrashAndTheNextTestHasAFreshOne() throws PartProblem {
        try (RemoteSource source = source("class Once { static boolean done; }"
                + " if (n == 9 && !Once.done) { Once.done = true; new Thread(() -> System.exit(5)).start(); }")) {
            source.beforeTest();
            QuorumSize size = source.create(QuorumSize.class);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000_000; i++) {
                            size.leastVersioned(9);
                        }
                    })
                    .isInstanceOfSatisfying(
                            SubmissionFailure.class, e -> assertThat(e.status()).isEqualTo(Status.CRASH))
                    .hasMessageContaining("(exit code 5)");
            assertThatThrownBy(() -> size.leastVersioned(4))
                    .as("as long as the same test goes on, the first reason counts")
                    .hasMessageContaining("(exit code 5)");
            source.afterTest(false);

            source.beforeTest();
            assertThat(source.create(QuorumSize.class).leastVersioned(4)).isEqualTo(4);
            source.afterTest(true);
        }
    }

    @Test
    void staticFieldsAreAsAtTheStartInEachTestClassThoughTheChildIsTheSame() throws PartProblem {
        try (RemoteSource source = source("class Calls { static int before; } n += Calls.before++;")) {
            for (int testClass = 0; testClass < 2; testClass++) {
                source.beforeClass();
                source.beforeTest();
                assertThat(source.create(QuorumSize.class).leastVersioned(4)).isEqualTo(4);
                assertThat(source.create(QuorumSize.class).leastVersioned(4)).isEqualTo(5);
                source.afterTest(true);
            }
            assertThat(source.processorTime())
                    .as("of children that were replaced")
                    .isZero();
        }
    }

    @Test
    void aCompilerThatDiedOfOneCellCompilesTheNext() throws PartProblem {
        compile("");
        compiler.close();
        assertThat(compile("").mainClass()).isEqualTo("LeastQuorum");
    }

    @Test
    void anUntouchedCellHasTheSameResultWhetherItIsRunOrNot() throws Exception {
        Course course = new Course(Path.of("..").toRealPath());
        Submission untouched = Submission.at(course.notebooks());
        List<Part> parts = List.of(Part.DETECTOR, Part.QUORUM_SIZE);
        try (Grading running = new Grading(course.tests(false), sandbox);
                Grading knowing = new Grading(course.tests(false), course.stubs(), sandbox)) {
            assertThat(knowing.grade(untouched, parts, part -> {}))
                    .isEqualTo(running.grade(untouched, parts, part -> {}));
        }
    }

    /** Children can read it; the reference's own words are in no jar that they have. */
    @Test
    void theArchiveOfClassesTellsNothingOfTheReference() throws Exception {
        Path archive = Path.of("target/ftol-grader-1-child.jsa");
        assumeThat(archive).exists();
        String text = Files.readString(archive, StandardCharsets.ISO_8859_1);
        assertThat(text.contains("LeastQuorum")).as("it holds names").isTrue();
        assertThat(text.contains("There must be at least 1 replica"))
                .as("it holds a text of the reference")
                .isFalse();
    }

    private static void assertEnds(String statements, Status status, String message) throws PartProblem {
        try (RemoteSource source = source(statements)) {
            assertFails(source, status, message);
        }
    }

    private static void assertFails(RemoteSource source, Status status, String message) {
        source.beforeTest();
        assertThatThrownBy(() -> source.create(QuorumSize.class).leastVersioned(4))
                .isInstanceOfSatisfying(
                        SubmissionFailure.class, e -> assertThat(e.status()).isEqualTo(status))
                .hasMessageContaining(message);
        source.afterTest(false);
    }

    private static RemoteSource source(String statements) throws PartProblem {
        return new RemoteSource(spares::take, Part.QUORUM_SIZE, compile(statements), SMALL, Budget.PART);
    }

    private static CompiledPart compile(String statements) throws PartProblem {
        String source = "class LeastQuorum implements QuorumSize {"
                + " public int leastUnversioned(int n) { return n; }"
                + " public int leastVersioned(int n) { try { " + statements + " Thread.sleep(0); return n; }"
                + " catch (InterruptedException e) { return 0; } } }";
        Cell cell = new Cell(1, "t2a-stub", true, "2a", false, source);
        return compiler.compile(new PartCell(Part.QUORUM_SIZE, cell, List.of(), ""));
    }
}
