package ftol.grader.result;

import ftol.grader.result.GradeResult.Exhibit;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import ftol.grader.result.GradeResult.WrittenAnswer;
import ftol.picture.Picture;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A result as one self-contained HTML page: no script, nothing loaded from elsewhere, readable when printed. What a public
 * test found is drawn beneath it.
 */
final class HtmlReport {
    // The two colours have a contrast of at least 4.5 with the background, and never stand alone: a sign and a word say
    // the same.
    private static final String STYLE =
            """
            :root { --pass: light-dark(#1a7f37, #4ac26b); --lost: light-dark(#cf222e, #ff8182) }
            body { max-width: 64rem }
            h1 { font-size: 1.5rem; margin-bottom: 0; overflow-wrap: anywhere } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem } h3 { font-size: 1rem; margin: 1rem 0 .3rem }
            .score { font-variant-numeric: tabular-nums } .quiet { opacity: .75 }
            .bar { height: .5rem; border: 1px solid #8888; border-radius: .25rem; overflow: hidden }
            .bar div { height: 100%; background: var(--pass); print-color-adjust: exact }
            .tests { width: 100% }
            .tests > * > tr > th, .tests > tbody > tr > td { text-align: left; vertical-align: top; padding: .35rem .6rem }
            .tests > * > tr > th, .tests > tbody > tr { border-bottom: 1px solid #8886 }
            .tests > tbody > tr:has(+ .drawn) { border-bottom: none }
            td.points, th.points { text-align: right !important; white-space: nowrap; font-variant-numeric: tabular-nums }
            td.result { white-space: nowrap; font-weight: 600 }
            .pass { color: var(--pass) } .lost { color: var(--lost) }
            .why { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2rem 0; padding-left: .7rem; border-left: 3px solid #8886 }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .6rem; border: 1px solid #8886; border-radius: .3rem }
            figure { margin: 0 0 .6rem } figcaption { font-size: .9em }
            figure img, figure td, figure th { print-color-adjust: exact; max-width: 100%; height: auto }
            @media print {
              :root { color-scheme: light }
              body { max-width: none; margin: 0; font-size: 11px } h2 { break-after: avoid } tr, figure, section { break-inside: avoid }
            }
            """;

    private HtmlReport() {}

    /** @param marks of written answers, by question */
    static String of(GradeResult result, Map<String, HandMark> marks) {
        StringBuilder html = new StringBuilder();
        html.append("<h1>").append(Picture.escape(result.submission())).append("</h1>\n<p class=\"score\">");
        html.append(result.score()).append(" of ").append(result.maxScore()).append(" points");
        html.append(marks.isEmpty() ? "" : " from the tests, " + written(result, marks))
                .append("</p>\n");
        html.append("<div class=\"bar\" role=\"img\" aria-label=\"")
                .append(result.score())
                .append(" of ")
                .append(result.maxScore())
                .append(" points\"><div style=\"width:")
                .append(percent(result))
                .append("%\"></div></div>\n");
        result.notes()
                .forEach(note -> html.append("<p>").append(Picture.escape(note)).append("</p>\n"));
        result.parts().forEach(part -> part(html, part));
        if (!result.answers().isEmpty()) {
            answers(html, result.answers(), marks);
        }
        html.append("<p class=\"quiet\">Student code ran in a sandbox, ")
                .append(Picture.escape(result.sandbox().description()))
                .append(". Seed of the random tests: ")
                .append(result.seed())
                .append(".</p>\n");
        return HtmlPage.of(result.submission(), STYLE, html);
    }

    private static void part(StringBuilder html, PartScore part) {
        html.append("<h2>Part ").append(part.id()).append(", ").append(Picture.escape(part.title()));
        html.append(": ")
                .append(part.score())
                .append(" of ")
                .append(part.maxScore())
                .append("</h2>\n");
        if (!part.message().isEmpty()) {
            html.append("<pre>").append(Picture.escape(part.message())).append("</pre>\n");
        }
        html.append("<table class=\"tests\">\n<thead><tr><th scope=\"col\">Result</th>")
                .append(
                        "<th scope=\"col\" class=\"points\">Points</th><th scope=\"col\">Test</th></tr></thead>\n<tbody>\n");
        Map<Exhibit, String> drawn = new HashMap<>();
        TestGroup.of(part).forEach(group -> group(html, group, drawn));
        html.append("</tbody>\n</table>\n");
    }

    /** @param drawn what the page has already, and the name of the test that found it; what is drawn now is added */
    private static void group(StringBuilder html, TestGroup group, Map<Exhibit, String> drawn) {
        html.append("<tr><td class=\"result ").append(mark(group.status()));
        html.append(group.status().replace('_', ' ')).append("</td><td class=\"points\">");
        html.append(group.points()).append("</td><td>");
        html.append(group.tests().stream().map(HtmlReport::name).collect(Collectors.joining()));
        if (!group.why().isEmpty()) {
            html.append("<div class=\"why\">")
                    .append(Picture.escape(group.why()))
                    .append("</div>");
        }
        html.append("</td></tr>\n");
        String name = group.tests().get(0).name();
        for (Exhibit exhibit : group.exhibits()) {
            String same = drawn.putIfAbsent(exhibit, name);
            html.append("<tr class=\"drawn\"><td colspan=\"3\"><figure><figcaption>Counterexample")
                    .append(same == null ? ":" : ": the same as of “" + Picture.escape(same) + "”.")
                    .append("</figcaption>")
                    .append(same == null ? exhibit.html() : "")
                    .append("</figure></td></tr>\n");
        }
    }

    private static String name(TestScore test) {
        return "<div>" + Picture.escape(test.name())
                + (test.hidden() ? " <span class=\"quiet\">(hidden test)</span>" : "") + "</div>";
    }

    private static String written(GradeResult result, Map<String, HandMark> marks) {
        BigDecimal points = marks.values().stream().map(HandMark::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return points.stripTrailingZeros().toPlainString() + " of "
                + result.answers().stream().mapToInt(WrittenAnswer::maxScore).sum() + " for written answers";
    }

    private static void answers(StringBuilder html, List<WrittenAnswer> answers, Map<String, HandMark> marks) {
        html.append("<h2>Written answers</h2>\n<p class=\"quiet\">They are marked by people, not by tests.</p>\n");
        for (WrittenAnswer answer : answers) {
            HandMark mark = marks.get(answer.question());
            String nothing = answer.text().isEmpty() ? "nothing written" : "not marked yet";
            html.append("<section><h3>Question ").append(answer.question()).append(": ");
            html.append(mark == null ? nothing : mark.points().toPlainString() + " of " + answer.maxScore());
            html.append("</h3>\n<p class=\"quiet\">")
                    .append(Picture.escape(answer.prompt()))
                    .append("</p>\n");
            if (!answer.text().isEmpty()) {
                html.append("<pre>").append(Picture.escape(answer.text())).append("</pre>\n");
            }
            if (mark != null && !mark.comment().isEmpty()) {
                html.append("<p class=\"why\">")
                        .append(Picture.escape(mark.comment()))
                        .append("</p>\n");
            }
            html.append("</section>\n");
        }
    }

    private static String mark(String status) {
        return switch (status) {
            case "pass" -> "pass\">✓ ";
            case "inconclusive" -> "quiet\">? ";
            case "not_attempted" -> "quiet\">○ ";
            default -> "lost\">✗ ";
        };
    }

    private static int percent(GradeResult result) {
        return result.maxScore() == 0 ? 0 : 100 * result.score() / result.maxScore();
    }
}
