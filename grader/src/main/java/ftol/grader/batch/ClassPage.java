package ftol.grader.batch;

import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import ftol.grader.result.HtmlPage;
import ftol.picture.Picture;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A class on one page: how the points are distributed, what was hard, why, and a link to each student's report. */
final class ClassPage {
    private static final int HARDEST = 10;
    private static final String STYLE =
            """
            body { max-width: 70rem }
            table { font-variant-numeric: tabular-nums; margin-bottom: 1rem }
            th, td { text-align: left; vertical-align: top; padding: .25rem .7rem; border-bottom: 1px solid #8886 }
            .number { text-align: right; white-space: nowrap } .quiet { opacity: .7 }
            .why { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 40rem }
            img { max-width: 100% }
            @media print { body { max-width: none; font-size: 11px } tr { break-inside: avoid } }
            """;

    private ClassPage() {}

    /** @param pages for each student's id, the address of the report */
    static String of(List<Mark> marks, Map<String, String> pages) {
        List<GradeResult> results =
                marks.stream().flatMap(mark -> mark.result().stream()).toList();
        StringBuilder html = new StringBuilder();
        html.append("<h1>Class results</h1>\n");
        summary(html, marks, results);
        html.append(Histogram.of(marks).html()).append('\n');
        parts(html, results);
        hardest(html, results);
        students(html, marks, pages);
        return HtmlPage.of("Class results", STYLE, html);
    }

    private static void summary(StringBuilder html, List<Mark> marks, List<GradeResult> results) {
        long late = marks.stream().filter(Mark::late).count();
        html.append("<p>")
                .append(marks.size())
                .append(" students: ")
                .append(results.size())
                .append(" graded, ")
                .append(marks.size() - results.size())
                .append(" missing, ")
                .append(late)
                .append(" late.");
        long ours = results.stream().filter(GradeResult::inconclusive).count();
        if (ours > 0) {
            html.append(" <strong>")
                    .append(ours)
                    .append(
                            " could not be graded in full, which is our fault: look at \"inconclusive\" below.</strong>");
        }
        html.append("</p>\n");
    }

    private static void parts(StringBuilder html, List<GradeResult> results) {
        html.append("<h2>Parts</h2>\n<table>\n<thead><tr><th>Part</th><th class=\"number\">Average</th>")
                .append("<th class=\"number\">Full marks</th><th>Not passed, because</th></tr></thead>\n<tbody>\n");
        Map<String, List<PartScore>> parts = results.stream()
                .flatMap(result -> result.parts().stream())
                .collect(Collectors.groupingBy(
                        part -> part.id() + " " + part.title(), LinkedHashMap::new, Collectors.toList()));
        parts.forEach((name, scores) -> {
            Map<String, Long> statuses = scores.stream()
                    .filter(score -> !score.status().equals("pass"))
                    .collect(Collectors.groupingBy(PartScore::status, LinkedHashMap::new, Collectors.counting()));
            row(
                    html,
                    Picture.escape(name),
                    "#" + average(scores) + " of " + scores.get(0).maxScore(),
                    "#"
                            + scores.stream()
                                    .filter(score -> score.score() == score.maxScore())
                                    .count(),
                    Picture.escape(statuses.entrySet().stream()
                            .map(status -> status.getKey().replace('_', ' ') + " " + status.getValue())
                            .collect(Collectors.joining(", "))));
        });
        html.append("</tbody>\n</table>\n");
    }

    private static String average(List<PartScore> scores) {
        double average = scores.stream().mapToInt(PartScore::score).average().orElse(0);
        return String.format(java.util.Locale.ROOT, "%.1f", average);
    }

    /** Of those who tried a part, who failed a test; with the most common reason, which names nobody. */
    private static void hardest(StringBuilder html, List<GradeResult> results) {
        Map<String, List<TestScore>> tests = results.stream()
                .flatMap(result -> result.parts().stream())
                .filter(part ->
                        !part.status().equals("not_attempted") && !part.status().equals("error"))
                .flatMap(part -> part.tests().stream())
                .collect(Collectors.groupingBy(TestScore::id, LinkedHashMap::new, Collectors.toList()));
        html.append("<h2>Hardest tests</h2>\n<table>\n<thead><tr><th>Test</th><th class=\"number\">Failed</th>")
                .append("<th>Most common reason</th></tr></thead>\n<tbody>\n");
        tests.values().stream()
                .filter(scores -> failed(scores) > 0)
                .sorted(Comparator.comparingDouble(
                        (List<TestScore> scores) -> -(double) failed(scores) / scores.size()))
                .limit(HARDEST)
                .forEach(scores -> row(
                        html,
                        Picture.escape(scores.get(0).name()) + "<br><span class=\"quiet\">"
                                + Picture.escape(scores.get(0).id()) + "</span>",
                        "#" + failed(scores) + " of " + scores.size(),
                        "<span class=\"why\">" + Picture.escape(reason(scores)) + "</span>"));
        html.append("</tbody>\n</table>\n");
    }

    private static long failed(List<TestScore> scores) {
        return scores.stream().filter(score -> score.score() < score.maxScore()).count();
    }

    private static String reason(List<TestScore> scores) {
        return scores.stream()
                .filter(score -> score.score() < score.maxScore())
                .collect(Collectors.groupingBy(TestScore::message, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey() + (most.getValue() > 1 ? " (" + most.getValue() + " times)" : ""))
                .orElse("");
    }

    private static void students(StringBuilder html, List<Mark> marks, Map<String, String> pages) {
        html.append("<h2>Students</h2>\n<table>\n<thead><tr><th>Student</th><th class=\"number\">Points</th>")
                .append("<th></th></tr></thead>\n<tbody>\n");
        for (Mark mark : marks) {
            Student student = mark.student();
            String name = Picture.escape((student.firstName() + " " + student.lastName()).strip());
            String id = Picture.escape(student.id());
            String shown = name.isEmpty() ? id : name + " (" + id + ")";
            String page = pages.get(student.id());
            row(
                    html,
                    page == null ? shown : "<a href=\"" + Picture.escape(page) + "\">" + shown + "</a>",
                    "#" + mark.score().stripTrailingZeros().toPlainString() + " of " + mark.maxScore(),
                    note(mark));
        }
        html.append("</tbody>\n</table>\n");
    }

    private static String note(Mark mark) {
        if (mark.result().isEmpty()) {
            return "nothing handed in";
        }
        String late = mark.penalty().signum() > 0
                ? "late, " + mark.penalty().toPlainString() + " points taken off"
                : mark.late() ? "late" : "";
        return mark.result().get().inconclusive() ? (late.isEmpty() ? "" : late + "; ") + "inconclusive" : late;
    }

    /** A row of HTML cells; one that begins with # is a number. */
    private static void row(StringBuilder html, String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            boolean number = cell.startsWith("#");
            html.append(number ? "<td class=\"number\">" : "<td>")
                    .append(number ? cell.substring(1) : cell)
                    .append("</td>");
        }
        html.append("</tr>\n");
    }
}
