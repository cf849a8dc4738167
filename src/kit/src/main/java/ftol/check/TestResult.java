package ftol.check;

/**
 * What one graded test found.
 *
 * @param id class and method: "DetectorExamples.trustsAtFirst"; stable between releases
 * @param name the test's title, a sentence
 * @param status never {@link Status#NOT_ATTEMPTED} for a part: a stub's tests have this status each
 * @param maxScore points for passing
 * @param message why points were lost, in words for the student; empty if passed. Cut if it is very long, and without
 *     control characters, since student code may have chosen it
 * @param hidden true if students must not see the message, only {@code hint}
 * @param hint for a hidden test, what to think about
 * @param exhibit a picture or table of the counterexample, or null
 */
public record TestResult(
        String id,
        String name,
        Status status,
        int maxScore,
        String message,
        boolean hidden,
        String hint,
        Object exhibit) {

    /** Longer messages are cut, in characters. */
    static final int MAX_MESSAGE = 5_000;

    public TestResult {
        message = StudentCode.plain(message, MAX_MESSAGE);
    }

    /** Points earned. Nothing is taken away for a result that is our fault. */
    public int score() {
        return status == Status.PASS || status == Status.INCONCLUSIVE ? maxScore : 0;
    }
}
