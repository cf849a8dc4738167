package ftol.check;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the graded tests of one part: the same tests, in the same way, in a notebook, in {@code ./check} and in the grader.
 * Only where the student's object lives differs, and that is the {@link Submitted.Source}'s business.
 */
public final class PartRunner {
    // Else jqwik says on the console, for each test class, that it keeps no database. A field, since loggers are held
    // weakly.
    private static final Logger JQWIK = Logger.getLogger("net.jqwik");

    static {
        JQWIK.setLevel(Level.SEVERE);
    }

    private final List<GradedTests> suites;
    private final Launcher launcher;
    private final long seed;

    private PartRunner(List<GradedTests> suites, Launcher launcher, long seed) {
        this.suites = suites;
        this.launcher = launcher;
        this.seed = seed;
    }

    /**
     * Finds the graded tests and test engines that this class loader can see.
     *
     * @throws IllegalStateException if it sees no graded tests: a missing jar must never look like a pass
     */
    public static PartRunner in(ClassLoader loader) {
        List<GradedTests> suites = ServiceLoader.load(GradedTests.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (suites.isEmpty()) {
            throw new IllegalStateException("The graded tests are missing from the class path (ftol-public-tests).");
        }
        // The launcher finds JUnit's and jqwik's engines through the thread's class loader, which in a notebook is
        // another.
        return withContextLoader(
                loader, () -> new PartRunner(suites, LauncherFactory.create(LauncherConfig.DEFAULT), Seeds.USUAL));
    }

    /** The same tests with another seed of the run: those that try random cases try others. */
    public PartRunner withSeed(long other) {
        return new PartRunner(suites, launcher, other);
    }

    /** The seed of the run, {@link Seeds#USUAL} unless it was said. */
    public long seed() {
        return seed;
    }

    /**
     * Runs a part's tests, one after the other on this thread, with objects from this source. Where the first class of tests
     * finds nothing written yet, the others are not run: jqwik would look long for the smallest run that a stub fails.
     */
    public PartResult run(Part part, Submitted.Source source) {
        List<TestResult> results = new ArrayList<>();
        for (GradedTests suite : suites) {
            for (Class<?> testClass : suite.of(part)) {
                if (PartResult.of(part, results).status() == Status.NOT_ATTEMPTED) {
                    results.addAll(without(suite, testClass, Status.NOT_ATTEMPTED, NotWrittenYet.SOMEWHERE));
                    continue;
                }
                results.addAll(results(suite, testClass, source));
            }
        }
        return PartResult.of(part, results);
    }

    /** Where the student's code does not let a test end, that test is left behind, and the others begin anew. */
    private List<TestResult> results(GradedTests suite, Class<?> testClass, Submitted.Source source) {
        List<TestResult> results = new ArrayList<>();
        List<? extends DiscoverySelector> wanted = List.of(DiscoverySelectors.selectClass(testClass));
        while (!wanted.isEmpty()) {
            LauncherDiscoveryRequest request = request(suite, wanted);
            Recorder recorder = new Recorder(suite.hidden());
            try {
                source.run(tests -> Submitted.from(
                        tests, () -> Seeds.during(seed, () -> launch(request, testClass, recorder.with(tests)))));
                wanted = List.of();
            } catch (SubmissionFailure endless) {
                wanted = recorder.leave(endless).stream()
                        .map(DiscoverySelectors::selectUniqueId)
                        .toList();
            }
            results.addAll(recorder.all(wanted.isEmpty()));
        }
        return results;
    }

    /** The classes that hold a part's tests. */
    public List<Class<?>> testClasses(Part part) {
        return suites.stream().flatMap(suite -> suite.of(part).stream()).toList();
    }

    /** The tests of a part that cannot run, each with this status and reason. Nothing of the student's is run. */
    public PartResult without(Part part, Status status, String message) {
        List<TestResult> results = new ArrayList<>();
        for (GradedTests suite : suites) {
            for (Class<?> testClass : suite.of(part)) {
                results.addAll(without(suite, testClass, status, message));
            }
        }
        return PartResult.without(part, status, message, results);
    }

    private List<TestResult> without(GradedTests suite, Class<?> testClass, Status status, String message) {
        TestPlan plan = launcher.discover(request(suite, List.of(DiscoverySelectors.selectClass(testClass))));
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .map(test -> result(test, suite.hidden(), status, message, null))
                .toList();
    }

    private void launch(LauncherDiscoveryRequest request, Class<?> testClass, Recorder recorder) {
        withContextLoader(testClass.getClassLoader(), () -> {
            launcher.execute(request, recorder);
            return null;
        });
    }

    private static LauncherDiscoveryRequest request(GradedTests suite, List<? extends DiscoverySelector> wanted) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(wanted)
                // jqwik would else leave a database file in the student's folder, and print a report to the console.
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .configurationParameter("jqwik.reporting.onlyfailures", "true")
                // A hidden test shows no counterexample, so none is made small; ShrinkingBound says for how long the
                // others may be.
                .configurationParameter("jqwik.shrinking.default", suite.hidden() ? "OFF" : "FULL")
                .build();
    }

    private static <T> T withContextLoader(ClassLoader loader, java.util.function.Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static TestResult result(
            TestIdentifier test, boolean hidden, Status status, String message, Object exhibit) {
        Method method = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .orElseThrow(() -> new IllegalStateException("No method behind " + test.getUniqueId()));
        Points points = method.getAnnotation(Points.class);
        if (points == null) {
            throw new IllegalStateException(method + " has no @Points");
        }
        String id = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        return new TestResult(
                id, test.getDisplayName(), status, points.value(), message, hidden, points.hint(), exhibit);
    }

    /** Collects one class's results as they come, until it is left behind. */
    private static final class Recorder implements TestExecutionListener {
        private final boolean hidden;
        private final Map<String, TestResult> results = new LinkedHashMap<>();
        private Submitted.Source source;
        private TestPlan plan;
        private TestIdentifier running;
        private boolean left;
        private String trouble = "The test did not run.";

        Recorder(boolean hidden) {
            this.hidden = hidden;
        }

        synchronized Recorder with(Submitted.Source objects) {
            source = objects;
            return this;
        }

        /**
         * In the order in which they ran.
         *
         * @param complete nothing more will run; then a test that did not run is none that passed
         */
        synchronized List<TestResult> all(boolean complete) {
            if (complete) {
                missing().forEach(test -> record(test, Status.INCONCLUSIVE, trouble, null));
            }
            return List.copyOf(results.values());
        }

        /** Records why the running test did not end; nothing more is recorded then. Returns the tests that are left. */
        synchronized List<String> leave(SubmissionFailure endless) {
            left = true;
            if (running == null) {
                missing().forEach(test -> record(test, endless.status(), endless.getMessage(), null));
            } else {
                record(running, endless.status(), endless.getMessage(), null);
            }
            return missing().stream().map(TestIdentifier::getUniqueId).toList();
        }

        private List<TestIdentifier> missing() {
            return plan.getRoots().stream()
                    .flatMap(root -> plan.getDescendants(root).stream())
                    .filter(test -> test.isTest() && !results.containsKey(test.getUniqueId()))
                    .toList();
        }

        private void record(TestIdentifier test, Status status, String message, Object exhibit) {
            results.put(test.getUniqueId(), result(test, hidden, status, message, exhibit));
        }

        @Override
        public synchronized void testPlanExecutionStarted(TestPlan started) {
            plan = started;
        }

        @Override
        public synchronized void executionStarted(TestIdentifier test) {
            if (left) {
                return;
            }
            if (test.isTest()) {
                running = test;
                source.beforeTest();
            } else if (test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
                source.beforeClass();
            }
        }

        @Override
        public synchronized void executionFinished(TestIdentifier test, TestExecutionResult execution) {
            if (left) {
                return;
            }
            if (!test.isTest()) {
                execution.getThrowable().ifPresent(thrown -> trouble = "The test did not run: " + thrown);
                return;
            }
            running = null;
            boolean passed = execution.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            source.afterTest(passed);
            Throwable thrown = execution.getThrowable().orElse(null);
            Status status = passed ? Status.PASS : status(thrown);
            String message = passed ? "" : message(thrown);
            record(test, status, message, thrown instanceof Counterexample c ? c.exhibit() : null);
        }

        @Override
        public synchronized void executionSkipped(TestIdentifier test, String reason) {
            if (test.isTest() && !left) {
                record(test, Status.INCONCLUSIVE, "The test was skipped: " + reason, null);
            }
        }

        private static Status status(Throwable thrown) {
            if (thrown instanceof NotWrittenYet) {
                return Status.NOT_ATTEMPTED;
            }
            if (thrown instanceof SubmissionFailure failure) {
                return failure.status();
            }
            // Only an assertion says that the student is wrong; anything else a test throws is a defect of the test.
            return thrown instanceof AssertionError ? Status.FAIL : Status.INCONCLUSIVE;
        }

        private static String message(Throwable thrown) {
            if (thrown == null) {
                return "The test did not finish.";
            }
            return status(thrown) == Status.INCONCLUSIVE ? thrown.toString() : String.valueOf(thrown.getMessage());
        }
    }
}
