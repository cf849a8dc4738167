package ftol.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.quorum.QuorumSize;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the runner makes of tests, good ones and broken ones. The tests it runs are the nested classes. */
class PartRunnerTest {
    @TempDir
    private Path folder;

    @Test
    void eachOutcomeHasItsStatus() throws IOException {
        Map<String, TestResult> results = results(Part.QUORUM_SIZE, Outcomes.class);

        assertThat(results.get("Outcomes.right").status()).isEqualTo(Status.PASS);
        assertThat(results.get("Outcomes.right").message()).isEmpty();
        assertThat(results.get("Outcomes.wrong").status()).isEqualTo(Status.FAIL);
        assertThat(results.get("Outcomes.wrong").message()).isEqualTo("wrong");
        assertThat(results.get("Outcomes.stub").status()).isEqualTo(Status.NOT_ATTEMPTED);
        assertThat(results.get("Outcomes.crash").status()).isEqualTo(Status.CRASH);
        assertThat(results.get("Outcomes.right").score()).isEqualTo(1);
        assertThat(results.get("Outcomes.wrong").score()).isZero();
    }

    @Test
    void aDefectOfATestIsOurFaultAndCostsNothing() throws IOException {
        Map<String, TestResult> results = results(Part.QUORUM_SIZE, Outcomes.class);

        for (String id : List.of("Outcomes.defect", "Outcomes.skipped")) {
            assertThat(results.get(id).status()).as(id).isEqualTo(Status.INCONCLUSIVE);
            assertThat(results.get(id).score()).as(id).isEqualTo(1);
        }
        assertThat(results.get("Outcomes.defect").message()).isEqualTo("java.lang.IllegalStateException: ours");
        assertThat(run(Part.QUORUM_SIZE, Outcomes.class).status()).isEqualTo(Status.INCONCLUSIVE);
    }

    @Test
    void testsThatCouldNotEvenStartAreNotForgotten() throws IOException {
        PartResult result = run(Part.QUORUM_SIZE, Unstartable.class);
        assertThat(result.tests()).hasSize(2).allSatisfy(test -> {
            assertThat(test.status()).isEqualTo(Status.INCONCLUSIVE);
            assertThat(test.message()).contains("The test did not run").contains("nothing starts");
        });
    }

    @Test
    void aTestWithoutPointsIsOurFault() {
        assertThatThrownBy(() -> run(Part.QUORUM_SIZE, Pointless.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no @Points");
    }

    @Test
    void theSameSeedTriesTheSameCasesAndAnotherOnesOthers() throws IOException {
        List<Long> usual = tried(Seeds.USUAL);

        assertThat(usual).hasSize(21).contains(7L);
        assertThat(tried(Seeds.USUAL)).isEqualTo(usual);
        assertThat(tried(42)).isNotEqualTo(usual).doesNotContain(7L).isEqualTo(tried(42));
        assertThat(tried(43)).isNotEqualTo(tried(42));
        assertThat(Seeds.inThisRun(7)).as("when no tests run").isEqualTo(7);
    }

    private List<Long> tried(long seed) throws IOException {
        Guessing.tried.clear();
        runner(Guessing.class)
                .withSeed(seed)
                .run(Part.QUORUM_SIZE, new LocalSource(Part.QUORUM_SIZE, Object.class, StudentCode.UNKNOWN));
        return List.copyOf(Guessing.tried);
    }

    @Test
    void withoutRunningThemAllTestsAreListed() throws IOException {
        PartResult result = runner(Outcomes.class).without(Part.QUORUM_SIZE, Status.ERROR, "no cell");
        assertThat(result.tests()).hasSize(6).allSatisfy(test -> {
            assertThat(test.status()).isEqualTo(Status.ERROR);
            assertThat(test.message()).isEqualTo("no cell");
            assertThat(test.score()).isZero();
        });
        assertThat(result.maxScore()).isEqualTo(6);
    }

    /** Student code that is called after its test is over would answer, or crash, in the place of the next test's. */
    @Test
    void theSearchForASmallerCounterexampleEndsWithItsTest() throws IOException {
        Endless.tries.set(0);
        Endless.threads.clear();

        TestResult result = results(Part.QUORUM_SIZE, Endless.class).get("Endless.fails");

        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.message()).isEqualTo("too long: " + Endless.smallest);
        assertThat(Endless.threads).hasSize(1);
        // The first fails, and at most 2,000 are tried for a smaller one.
        assertThat(Endless.tries.get()).isBetween(2, 2_001);
    }

    @Test
    void aTestThatDoesNotEndIsLeftBehindAndTheOthersAreRun() throws IOException {
        LocalSource source = new LocalSource(
                Part.QUORUM_SIZE, Loop.class, StudentCode.UNKNOWN, Duration.ofMillis(300), Duration.ofDays(1));
        Map<String, TestResult> results = byId(runner(Calls.class).run(Part.QUORUM_SIZE, source));
        Loop.released = true;

        assertThat(results).hasSize(4);
        assertThat(results.get("Calls.endless").status()).isEqualTo(Status.TIMEOUT);
        assertThat(results.get("Calls.endless").message()).startsWith("leastVersioned(7) did not return within ");
        assertThat(results.get("Calls.endlessProperty").status()).isEqualTo(Status.TIMEOUT);
        assertThat(results.get("Calls.first").status()).isEqualTo(Status.PASS);
        assertThat(results.get("Calls.last").status()).isEqualTo(Status.PASS);
    }

    @Test
    void noTestsAtAllIsNoPass() throws IOException {
        assertThat(run(Part.DETECTOR, Outcomes.class).status()).isEqualTo(Status.INCONCLUSIVE);
        try (URLClassLoader empty = new URLClassLoader(new URL[0], getClass().getClassLoader())) {
            assertThatThrownBy(() -> PartRunner.in(empty))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("The graded tests are missing");
        }
    }

    private Map<String, TestResult> results(Part part, Class<?> testClass) throws IOException {
        return byId(run(part, testClass));
    }

    private static Map<String, TestResult> byId(PartResult result) {
        return result.tests().stream().collect(Collectors.toMap(TestResult::id, Function.identity()));
    }

    private PartResult run(Part part, Class<?> testClass) throws IOException {
        return runner(testClass).run(part, new LocalSource(part, Object.class, StudentCode.UNKNOWN));
    }

    /** A runner that finds this one suite, as it would in a jar. */
    private PartRunner runner(Class<?> testClass) throws IOException {
        Suite.tests = testClass;
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(GradedTests.class.getName()), Suite.class.getName());
        return PartRunner.in(new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader()));
    }

    /** The tests of part 2a are whatever class the test at hand says. */
    public static final class Suite implements GradedTests {
        private static Class<?> tests;

        @Override
        public boolean hidden() {
            return false;
        }

        @Override
        public List<Class<?>> of(Part part) {
            return part == Part.QUORUM_SIZE ? List.of(tests) : List.of();
        }
    }

    static class Outcomes {
        @Test
        @Points(1)
        @DisplayName("right")
        void right() {}

        @Test
        @Points(1)
        void wrong() {
            throw new AssertionError("wrong");
        }

        @Test
        @Points(1)
        void stub() {
            throw new NotWrittenYet();
        }

        @Test
        @Points(1)
        void crash() {
            throw new SubmissionFailure(Status.CRASH, "it ended");
        }

        @Test
        @Points(1)
        void defect() {
            throw new IllegalStateException("ours");
        }

        @Test
        @Points(1)
        void skipped() {
            Assumptions.abort("not here");
        }
    }

    /** Never returns from one of its methods, at one number. */
    static final class Loop implements QuorumSize {
        private static volatile boolean released;

        @Override
        public int leastUnversioned(int n) {
            return n;
        }

        @Override
        public int leastVersioned(int n) {
            while (n == 7 && !released) {
                Thread.onSpinWait();
            }
            return n;
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Calls {
        @Test
        @Order(1)
        @Points(1)
        void first() {
            assertThat(Submitted.create(QuorumSize.class).leastUnversioned(7)).isEqualTo(7);
        }

        @Test
        @Order(2)
        @Points(1)
        void endless() {
            Submitted.create(QuorumSize.class).leastVersioned(7);
        }

        @Test
        @Order(3)
        @Points(1)
        void last() {
            assertThat(Submitted.create(QuorumSize.class).leastVersioned(6)).isEqualTo(6);
        }

        @Points(1)
        @Property(seed = "1")
        void endlessProperty(@ForAll @IntRange(min = 1, max = 9) int n) {
            Submitted.create(QuorumSize.class).leastVersioned(n);
        }
    }

    static class Unstartable {
        @BeforeAll
        @SuppressWarnings("DoNotCallSuggester")
        static void start() {
            throw new IllegalStateException("nothing starts");
        }

        @Test
        @Points(1)
        void one() {
            Submitted.create(QuorumSize.class);
        }

        @Test
        @Points(1)
        void two() {
            Submitted.create(QuorumSize.class);
        }
    }

    /** Keeps what was tried, and leaves a test that does not use jqwik its own seed, too. */
    static class Guessing {
        private static final List<Long> tried = new ArrayList<>();

        @Points(1)
        @Property(tries = 20, seed = "7")
        void any(@ForAll long number) {
            tried.add(number);
        }

        @Points(1)
        @Test
        void one() {
            tried.add(Seeds.inThisRun(7));
        }
    }

    static class Pointless {
        @Test
        void noPoints() {
            Submitted.create(QuorumSize.class);
        }
    }

    /** Fails for every list that is long enough, with numbers of which there are always smaller ones to try. */
    static class Endless {
        private static final AtomicInteger tries = new AtomicInteger();
        private static final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private static volatile long smallest = Long.MAX_VALUE;

        @Points(1)
        @Property(tries = 100, seed = "1")
        void fails(
                @ForAll @Size(min = 400, max = 500) List<@LongRange(min = 1, max = 1_000_000_000_000L) Long> numbers) {
            tries.incrementAndGet();
            threads.add(Thread.currentThread());
            long sum = numbers.stream().mapToLong(Long::longValue).sum();
            smallest = Math.min(smallest, sum);
            throw new AssertionError("too long: " + sum);
        }
    }
}
