package ftol.grader.result;

import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import ftol.picture.Picture;

/** A result as one self-contained HTML page: no script, nothing loaded from elsewhere, readable when printed. */
final class HtmlReport {
    private static final String STYLE =
            """
            body { max-width: 60rem }
            h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
            .score { font-variant-numeric: tabular-nums } .quiet { opacity: .7 }
            .bar { height: .5rem; border: 1px solid #8888; border-radius: .25rem; overflow: hidden }
            .bar div { height: 100%; background: #1a7f37; print-color-adjust: exact }
            table { width: 100% }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #8886 }
            td.points, th.points { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
            td.result { white-space: nowrap; font-weight: 600 }
            .pass { color: #1a7f37 } .lost { color: #d1242f }
            .why { white-space: pre-wrap; overflow-wrap: anywhere }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .6rem; border: 1px solid #8886; border-radius: .3rem }
            """;

    private HtmlReport() {}

    static String of(GradeResult result) {
        StringBuilder html = new StringBuilder();
        html.append("<h1>").append(Picture.escape(result.submission())).append("</h1>\n<p class=\"score\">");
        html.append(result.score()).append(" of ").append(result.maxScore()).append(" points</p>\n");
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
        html.append(
                "<table>\n<thead><tr><th>Result</th><th class=\"points\">Points</th><th>Test</th></tr></thead>\n<tbody>\n");
        for (TestScore test : part.tests()) {
            html.append("<tr><td class=\"result ").append(mark(test.status()));
            html.append(test.status().replace('_', ' ')).append("</td><td class=\"points\">");
            html.append(test.score()).append("/").append(test.maxScore()).append("</td><td>");
            html.append(Picture.escape(test.name()));
            if (test.hidden()) {
                html.append(" <span class=\"quiet\">(hidden test)</span>");
            }
            if (!test.message().isEmpty() && !test.message().equals(part.message())) {
                html.append("<div class=\"why\">")
                        .append(Picture.escape(test.message()))
                        .append("</div>");
            }
            html.append("</td></tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private static String mark(String status) {
        return switch (status) {
            case "pass" -> "pass\">✓ ";
            case "inconclusive" -> "quiet\">? ";
            default -> "lost\">✗ ";
        };
    }

    private static int percent(GradeResult result) {
        return result.maxScore() == 0 ? 0 : 100 * result.score() / result.maxScore();
    }
}
