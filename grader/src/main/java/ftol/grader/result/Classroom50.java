package ftol.grader.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A result as Classroom 50's result.json, version 1 ({@code classroom50/result/v1}). Whose submission it is, its runner says
 * in the environment of the autograder that it calls.
 */
final class Classroom50 {
    /** What its runner sets; REVIEW_URL may be missing. */
    private static final List<String> REQUIRED = List.of(
            "CLASSROOM", "ASSIGNMENT", "ASSIGNMENT_TYPE", "OWNER", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL");

    private Classroom50() {}

    @JsonPropertyOrder({"schema", "classroom", "assignment", "assignment_type", "owner"})
    private record Result(
            String schema,
            String classroom,
            String assignment,
            @JsonProperty("assignment_type") String assignmentType,
            String owner,
            String submission,
            String commit,
            String release,
            String review,
            String datetime,
            @JsonProperty("graded_at") String gradedAt,
            int score,
            @JsonProperty("max-score") int maxScore,
            List<Test> tests) {}

    private record Test(
            @JsonProperty("test-name") String name,
            boolean passed,
            int score,
            @JsonProperty("max-score") int maxScore,
            String status,
            String output) {}

    /**
     * Checks that the environment says whose submission it is.
     *
     * @throws IllegalArgumentException if not
     */
    static void require(Map<String, String> environment) {
        List<String> missing = REQUIRED.stream()
                .filter(name -> environment.getOrDefault(name, "").isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("--format classroom50 is for an autograder.py that Classroom 50's runner"
                    + " calls, since that says whose submission it is. Not set: " + String.join(", ", missing) + ".");
        }
    }

    /**
     * The runner writes its own time of the submission over ours; it is here since the format requires one.
     *
     * @throws IllegalArgumentException if the environment does not say whose submission it is
     */
    static String of(GradeResult result, Instant graded, Map<String, String> environment) {
        require(environment);
        String time = graded.truncatedTo(ChronoUnit.SECONDS).toString();
        return ResultFiles.text(new Result(
                "classroom50/result/v1",
                environment.get("CLASSROOM"),
                environment.get("ASSIGNMENT"),
                environment.get("ASSIGNMENT_TYPE"),
                environment.get("OWNER"),
                environment.get("SUBMISSION_TAG"),
                environment.get("COMMIT_URL"),
                environment.get("RELEASE_URL"),
                environment.getOrDefault("REVIEW_URL", environment.get("COMMIT_URL")),
                time,
                time,
                result.score(),
                result.maxScore(),
                result.parts().stream().flatMap(Classroom50::tests).toList()));
    }

    private static Stream<Test> tests(PartScore part) {
        return part.tests().stream().map(test -> test(part, test));
    }

    private static Test test(PartScore part, TestScore test) {
        return new Test(
                part.id() + ": " + test.title(),
                test.status().equals("pass"),
                test.score(),
                test.maxScore(),
                test.status(),
                test.message());
    }
}
