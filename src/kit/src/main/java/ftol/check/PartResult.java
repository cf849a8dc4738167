package ftol.check;

import java.util.List;

/**
 * What the graded tests found out about one part.
 *
 * @param message what is wrong with the part as a whole, such as a compiler's message; empty if nothing is.
 *     Cut and without control characters, as that of a {@link TestResult}
 */
public record PartResult(Part part, Status status, String message, List<TestResult> tests) {

    public PartResult {
        message = StudentCode.plain(message, TestResult.MAX_MESSAGE);
        tests = List.copyOf(tests);
    }

    /** The result of a part whose tests ran. */
    public static PartResult of(Part part, List<TestResult> tests) {
        return new PartResult(part, worst(tests), "", tests);
    }

    /** The result of a part whose tests cannot run, each of them with the same reason. */
    public static PartResult without(Part part, Status status, String message, List<TestResult> tests) {
        return new PartResult(part, status, message, tests);
    }

    /** The same result, with a word on the part as a whole. */
    public PartResult withMessage(String about) {
        return new PartResult(part, status, about, tests);
    }

    public int score() {
        return tests.stream().mapToInt(TestResult::score).sum();
    }

    public int maxScore() {
        return tests.stream().mapToInt(TestResult::maxScore).sum();
    }

    /** A part is as bad as its worst test; it counts as not attempted only if no test found anything written. */
    private static Status worst(List<TestResult> tests) {
        if (tests.isEmpty()) {
            return Status.INCONCLUSIVE;
        }
        if (tests.stream().allMatch(test -> test.status() == Status.NOT_ATTEMPTED)) {
            return Status.NOT_ATTEMPTED;
        }
        for (Status status : new Status[] {Status.INCONCLUSIVE, Status.CRASH, Status.TIMEOUT, Status.ERROR}) {
            if (tests.stream().anyMatch(test -> test.status() == status)) {
                return status;
            }
        }
        return tests.stream().allMatch(test -> test.status() == Status.PASS) ? Status.PASS : Status.FAIL;
    }
}
