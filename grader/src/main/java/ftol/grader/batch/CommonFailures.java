package ftol.grader.batch;

import ftol.check.Status;
import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What many students of a class got wrong in the same way: the same part, with the same reason to the letter. */
final class CommonFailures {
    /** One way to fail. */
    static final class Failure {
        private final PartScore part;
        private final TestScore test;
        private final Set<String> students = new LinkedHashSet<>();
        private final Set<String> tests = new LinkedHashSet<>();

        private Failure(PartScore part, TestScore test) {
            this.part = part;
            this.test = test;
        }

        PartScore part() {
            return part;
        }

        /** The first student's first test that failed like this. */
        TestScore test() {
            return test;
        }

        /** Who failed like this, the first one first. */
        Set<String> students() {
            return students;
        }

        /** The titles of the tests that failed like this. */
        Set<String> tests() {
            return tests;
        }
    }

    private record Reason(String part, String message) {}

    private CommonFailures() {}

    /** The most common ones, of those that more than one student has; at most so many. */
    static List<Failure> of(Map<String, GradeResult> results, int most) {
        Map<Reason, Failure> failures = new LinkedHashMap<>();
        results.forEach((student, result) -> {
            for (PartScore part : result.parts()) {
                for (TestScore test : part.tests()) {
                    // What is wrong with a part as a whole is nobody else's: his cell does not compile, for instance.
                    if (lost(test) && !test.message().equals(part.message())) {
                        Failure failure = failures.computeIfAbsent(
                                new Reason(part.id(), test.message()), any -> new Failure(part, test));
                        failure.students.add(student);
                        failure.tests.add(test.name() + (test.hidden() ? " (hidden test)" : ""));
                    }
                }
            }
        });
        List<Failure> common = new ArrayList<>(failures.values());
        common.removeIf(failure -> failure.students.size() < 2);
        // Of equally common ones first those of public tests, which say what happened and not only what to think of.
        common.sort(Comparator.comparingInt((Failure failure) -> failure.students.size())
                .thenComparing(failure -> !failure.test.hidden())
                .thenComparingInt(failure -> failure.tests.size())
                .reversed());
        return common.subList(0, Math.min(most, common.size()));
    }

    private static boolean lost(TestScore test) {
        return !test.status().equals(Status.PASS.id())
                && !test.status().equals(Status.INCONCLUSIVE.id())
                && !test.status().equals(Status.NOT_ATTEMPTED.id());
    }
}
