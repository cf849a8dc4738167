package ftol.check;

import java.util.function.Consumer;

/**
 * How a graded test gets at the student's class: {@code FailureDetector d = Submitted.create(FailureDetector.class)}.
 *
 * <p>Where the object really lives is not the test's business: in a notebook it is in the same JVM, in the grader it is in
 * a sandboxed child and what the test holds is a stand-in. Either way a call may throw {@link SubmissionFailure}, which
 * tests never catch.
 */
public final class Submitted {
    private static final InheritableThreadLocal<Source> CURRENT = new InheritableThreadLocal<>();

    private Submitted() {}

    /** Makes objects of the student's classes. Used by one thread at a time. */
    public interface Source {
        /** A new object of the student's class, as the part's {@link Part#tested} interface. */
        <T> T create(Class<T> tested);

        /**
         * Runs tests with objects from this source, or from one that stands for it.
         *
         * @throws SubmissionFailure if the tests did not come to an end because of the student's code, and were left behind
         */
        default void run(Consumer<Source> tests) {
            tests.accept(this);
        }

        /** Called before each test class, so that tests of one class cannot be disturbed by what another left behind. */
        default void beforeClass() {}

        /** Called before each test. */
        default void beforeTest() {}

        /** Called after each test. */
        default void afterTest(boolean passed) {}
    }

    /**
     * A new object of the class that the student wrote, with its no-argument constructor.
     *
     * @param tested the part's {@link Part#tested} interface, which is its contract unless it says otherwise
     */
    public static <T> T create(Class<T> tested) {
        Source source = CURRENT.get();
        if (source == null) {
            throw new IllegalStateException("Graded tests run through PartRunner, which says whose class is tested.");
        }
        return source.create(tested);
    }

    /** Runs something with objects from this source, on this thread and on threads it starts. */
    public static void from(Source source, Runnable action) {
        Source before = CURRENT.get();
        CURRENT.set(source);
        try {
            action.run();
        } finally {
            CURRENT.set(before);
        }
    }
}
