package ftol.grader.result;

import ftol.grader.result.GradeResult.PartScore;
import java.util.stream.Collectors;

/** A result as Markdown, for a pull request or a CI job's summary. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String of(GradeResult result) {
        StringBuilder text = new StringBuilder(
                "## " + cell(result.submission()) + ": " + result.score() + " of " + result.maxScore() + " points\n");
        for (PartScore part : result.parts()) {
            text.append("\n### Part ")
                    .append(part.id())
                    .append(", ")
                    .append(cell(part.title()))
                    .append(": ")
                    .append(part.score())
                    .append(" of ")
                    .append(part.maxScore())
                    .append(" (")
                    .append(part.status())
                    .append(")\n\n");
            if (!part.message().isEmpty()) {
                text.append(part.message().indent(4)).append('\n');
            }
            text.append("| Test | Result | Points | Why |\n|---|---|---|---|\n");
            for (TestGroup group : TestGroup.of(part)) {
                String names =
                        group.tests().stream().map(test -> cell(test.title())).collect(Collectors.joining("<br>"));
                text.append("| ")
                        .append(names)
                        .append(" | ")
                        .append(group.status())
                        .append(" | ")
                        .append(group.points())
                        .append(" | ")
                        .append(cell(group.why()))
                        .append(" |\n");
            }
        }
        result.notes()
                .forEach(note -> text.append("\nNote: ").append(cell(note)).append('\n'));
        return text.append("\nSandbox: ")
                .append(cell(result.sandbox().description()))
                .append(". Seed of the random tests: ")
                .append(result.seed())
                .append(".\n")
                .toString();
    }

    /** Text from a student must not become markup or break a table. */
    private static String cell(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("`", "\\`")
                .replace("[", "\\[")
                .replaceAll("\\R", "<br>");
    }
}
