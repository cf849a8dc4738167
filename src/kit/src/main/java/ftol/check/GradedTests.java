package ftol.check;

import java.util.List;

/**
 * The graded tests in one jar, found with {@link java.util.ServiceLoader}. A list in plain Java: nothing is scanned, and
 * a test class that is missing from it is found by the build.
 */
public interface GradedTests {
    /** True if students get only a test's title and hint, not what happened. */
    boolean hidden();

    /** The test classes (JUnit 5 or jqwik) of a part, in the order in which they run; empty if there are none. */
    List<Class<?>> of(Part part);
}
