package ftol.check;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
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

    private PartRunner(List<GradedTests> suites, Launcher launcher) {
        this.suites = suites;
        this.launcher = launcher;
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
        return withContextLoader(loader, () -> new PartRunner(suites, LauncherFactory.create(LauncherConfig.DEFAULT)));
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
                    results.addAll(without(suite, testClass, Status.NOT_ATTEMPTED, "not written yet"));
                    continue;
                }
                Recorder recorder = new Recorder(suite.hidden(), source);
                Submitted.from(source, () -> launch(suite, testClass, recorder));
                results.addAll(recorder.all());
            }
        }
        return PartResult.of(part, results);
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
        TestPlan plan = launcher.discover(request(suite, testClass));
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .map(test -> result(test, suite.hidden(), status, message, null))
                .toList();
    }

    private void launch(GradedTests suite, Class<?> testClass, Recorder recorder) {
        withContextLoader(testClass.getClassLoader(), () -> {
            launcher.execute(request(suite, testClass), recorder);
            return null;
        });
    }

    private static LauncherDiscoveryRequest request(GradedTests suite, Class<?> testClass) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(testClass))
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

    /** Collects one class's results as they come. */
    private static final class Recorder implements TestExecutionListener {
        private final boolean hidden;
        private final Submitted.Source source;
        private final Map<String, TestResult> results = new LinkedHashMap<>();
        private TestPlan plan;
        private String trouble = "The test did not run.";

        Recorder(boolean hidden, Submitted.Source source) {
            this.hidden = hidden;
            this.source = source;
        }

        /** In the order in which they ran. A test that did not run is none that passed. */
        List<TestResult> all() {
            for (TestIdentifier root : plan.getRoots()) {
                for (TestIdentifier test : plan.getDescendants(root)) {
                    if (test.isTest() && !results.containsKey(test.getUniqueId())) {
                        record(test, Status.INCONCLUSIVE, trouble, null);
                    }
                }
            }
            return List.copyOf(results.values());
        }

        private void record(TestIdentifier test, Status status, String message, Object exhibit) {
            results.put(test.getUniqueId(), result(test, hidden, status, message, exhibit));
        }

        @Override
        public void testPlanExecutionStarted(TestPlan started) {
            plan = started;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isTest()) {
                source.beforeTest();
            } else if (test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
                source.beforeClass();
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult execution) {
            if (!test.isTest()) {
                execution.getThrowable().ifPresent(thrown -> trouble = "The test did not run: " + thrown);
                return;
            }
            boolean passed = execution.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            source.afterTest(passed);
            Throwable thrown = execution.getThrowable().orElse(null);
            Status status = passed ? Status.PASS : status(thrown);
            String message = passed ? "" : message(thrown);
            record(test, status, message, thrown instanceof Counterexample c ? c.exhibit() : null);
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            if (test.isTest()) {
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
