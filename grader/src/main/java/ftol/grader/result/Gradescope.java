package ftol.grader.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A result as Gradescope's results.json. There, students see a result right after they have handed in, and can hand in
 * again: what a hidden test says is shown when the marks are published.
 */
final class Gradescope {
    private Gradescope() {}

    private record Results(
            String output,
            @JsonProperty("output_format") String outputFormat,
            @JsonProperty("test_output_format") String testOutputFormat,
            @JsonProperty("stdout_visibility") String stdoutVisibility,
            @JsonProperty("extra_data") Map<String, Object> extraData,
            List<Test> tests) {}

    /** @param status absent if it is neither, since that was our fault */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Test(
            int score,
            @JsonProperty("max_score") int maxScore,
            String status,
            String name,
            String number,
            String output,
            List<String> tags,
            String visibility) {}

    static String of(GradeResult result) {
        List<Test> tests = new ArrayList<>();
        for (PartScore part : result.parts()) {
            int number = 0;
            for (TestScore test : part.tests()) {
                tests.add(test(part, test, part.id() + "." + ++number));
            }
        }
        Map<String, Object> kept =
                Map.of("seed", result.seed(), "sandbox_tier", result.sandbox().tier());
        return ResultFiles.text(new Results(output(result), "text", "text", "hidden", kept, tests));
    }

    private static Test test(PartScore part, TestScore test, String number) {
        String status =
                switch (test.status()) {
                    case "pass" -> "passed";
                    case "inconclusive" -> null;
                    default -> "failed";
                };
        return new Test(
                test.score(),
                test.maxScore(),
                status,
                test.name(),
                number,
                output(test),
                List.of(part.id(), test.status()),
                test.hidden() ? "after_published" : "visible");
    }

    private static String output(TestScore test) {
        return test.exhibit() == null
                ? test.message()
                : test.message() + "\n\n" + test.exhibit().text();
    }

    private static String output(GradeResult result) {
        StringBuilder text = new StringBuilder();
        result.parts().stream().filter(part -> !part.message().isEmpty()).forEach(part -> text.append("Part ")
                .append(part.id())
                .append(": ")
                .append(part.message())
                .append("\n"));
        result.notes().forEach(note -> text.append("Note: ").append(note).append("\n"));
        if (result.inconclusive()) {
            text.append("Something could not be graded, and that is our fault; no points were taken for it.\n");
        }
        return text.append("Your code ran in a sandbox, ")
                .append(result.sandbox().description())
                .append(".")
                .toString();
    }
}
