package ftol.grader.result;

import ftol.check.Status;
import ftol.grader.result.GradeResult.Exhibit;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tests of a part that lost points for the same reason, which is told once; or one test that passed.
 *
 * @param tests at least one
 * @param why the reason; empty if there is none, or if it is why the whole part could not run
 */
record TestGroup(List<TestScore> tests, String why) {
    private record Reason(String status, String message) {}

    /** A part's tests, each group where its first test is. */
    static List<TestGroup> of(PartScore part) {
        Map<Object, List<TestScore>> groups = new LinkedHashMap<>();
        for (TestScore test : part.tests()) {
            Object key = test.status().equals(Status.PASS.id()) ? test.id() : new Reason(test.status(), test.message());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(test);
        }
        return groups.values().stream()
                .map(tests -> new TestGroup(List.copyOf(tests), why(part, tests.get(0))))
                .toList();
    }

    private static String why(PartScore part, TestScore test) {
        return test.message().equals(part.message()) ? "" : test.message();
    }

    String status() {
        return tests.get(0).status();
    }

    /** "3/10". */
    String points() {
        return tests.stream().mapToInt(TestScore::score).sum() + "/"
                + tests.stream().mapToInt(TestScore::maxScore).sum();
    }

    /** What there is to look at, the same only once. */
    List<Exhibit> exhibits() {
        return tests.stream()
                .map(TestScore::exhibit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
