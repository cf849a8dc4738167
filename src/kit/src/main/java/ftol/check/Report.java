package ftol.check;

import ftol.picture.Html;
import ftol.picture.Picture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a student gets to see of a check: a small table for each part, as HTML in a notebook and as text elsewhere. The first
 * test that failed is told in full, since it is the one to begin with; of the others there is the first line, and in a
 * notebook the rest on a click.
 *
 * @param parts the results, in order
 * @param printed what the student's code printed meanwhile; empty if nothing
 */
public record Report(List<PartResult> parts, String printed) implements Html.Showable {
    /** A reason that is as short as a word on where it was told, in characters. */
    private static final int SHORT = 80;

    /** What is told of a failure that is not the first, in characters. */
    private static final int GLIMPSE = 110;

    public Report {
        parts = List.copyOf(parts);
    }

    /** A report on results of code that printed nothing, or whose output goes elsewhere. */
    public static Report of(List<PartResult> parts) {
        return new Report(parts, "");
    }

    /** The report as plain text, with the same words. */
    @Override
    public String toString() {
        String all = parts.stream().map(Report::text).collect(Collectors.joining("\n"));
        return printed.isBlank()
                ? all
                : all + "Your code printed:\n" + printed.stripTrailing().indent(2);
    }

    @Override
    public String html() {
        String all = parts.stream().map(Report::html).collect(Collectors.joining());
        return printed.isBlank() ? all : all + "<p>Your code printed:</p>" + Html.text(printed.stripTrailing());
    }

    private static String text(PartResult part) {
        StringBuilder text = new StringBuilder(heading(part)).append('\n');
        if (!part.message().isEmpty()) {
            text.append(part.message().indent(2));
        }
        int width = part.tests().stream()
                .mapToInt(test -> label(test.status()).length())
                .max()
                .orElse(0);
        boolean shortened = false;
        for (TestResult test : part.tests()) {
            String label = label(test.status());
            text.append("  ")
                    .append(label)
                    .append(" ".repeat(width - label.length()))
                    .append("  ")
                    .append(points(test))
                    .append("  ")
                    .append(numbered(part, test))
                    .append('\n');
            String whole = reasonOnce(part, test);
            String reason = isFirst(part, test) ? whole : glimpse(whole);
            shortened |= !reason.equals(whole);
            if (!reason.isEmpty()) {
                text.append(reason.indent(width + 9));
            }
            if (exhibit(test) != null && isFirst(part, test)) {
                text.append(exhibit(test).toString().indent(width + 9));
            }
        }
        if (shortened) {
            text.append("  Begin with the first test that failed: it is told in full.\n");
        }
        return text.append("  ").append(closing(part)).append('\n').toString();
    }

    /** Is this the first test that failed? */
    private static boolean isFirst(PartResult part, TestResult test) {
        return part.tests().stream()
                .filter(other -> !reason(part, other).isEmpty())
                .findFirst()
                .filter(test::equals)
                .isPresent();
    }

    /** The first line, or its beginning. */
    private static String glimpse(String reason) {
        String line = reason.lines().findFirst().orElse("");
        String begin = line.length() <= GLIMPSE
                ? line
                : line.substring(0, line.lastIndexOf(' ', GLIMPSE) + 1).strip();
        return begin.length() == reason.strip().length() ? reason : begin + " …";
    }

    private static String html(PartResult part) {
        StringBuilder rows = new StringBuilder();
        StringBuilder exhibits = new StringBuilder();
        Set<String> shown = new HashSet<>();
        for (TestResult test : part.tests()) {
            rows.append("<tr>")
                    .append(Html.cell("td", "left", "white-space:nowrap;" + style(test.status()), label(test.status())))
                    .append(Html.cell("td", "right", "white-space:nowrap", points(test)))
                    .append(Html.cell("td", "left", "", nameAndReason(part, test)))
                    .append("</tr>");
            // Several tests often find the same counterexample: once is enough.
            if (exhibit(test) != null && shown.add(Html.of(exhibit(test)))) {
                String title = "Counterexample (" + Picture.escape(test.name()) + ")";
                exhibits.append(
                        isFirst(part, test)
                                ? "<p>" + title + ":</p>" + Html.of(exhibit(test))
                                : details(title, Html.of(exhibit(test))));
            }
        }
        String message = part.message().isEmpty() ? "" : Html.text(part.message());
        String table = part.tests().isEmpty()
                ? "<p><b>" + Picture.escape(heading(part)) + "</b></p>"
                : Html.tableStart(heading(part)) + "<thead><tr>" + Html.cell("th", "left", "", "Result")
                        + Html.cell("th", "right", "", "Points") + Html.cell("th", "left", "", "Test")
                        + "</tr></thead><tbody>" + rows + "</tbody></table>";
        return table + message + exhibits + "<p>" + Picture.escape(closing(part)) + "</p>";
    }

    private static String heading(PartResult part) {
        return "Part " + part.part().id() + ", " + part.part().title();
    }

    private static String nameAndReason(PartResult part, TestResult test) {
        String reason = reasonOnce(part, test);
        String name = Picture.escape(numbered(part, test));
        if (reason.isEmpty()) {
            return name;
        }
        String glimpse = isFirst(part, test) ? reason : glimpse(reason);
        String whole = "<div style=\"white-space:pre-wrap;opacity:.85\">" + Picture.escape(reason) + "</div>";
        return name + (glimpse.equals(reason) ? whole : details(Picture.escape(glimpse), whole));
    }

    private static String details(String summary, String html) {
        return "<details><summary style=\"opacity:.85\">" + summary + "</summary>" + html + "</details>";
    }

    /** The notebooks' steps say "test 3". */
    private static String numbered(PartResult part, TestResult test) {
        return part.tests().indexOf(test) + 1 + ". " + test.name();
    }

    /** Why a test failed, unless the label says it already or it is why all of them did. */
    private static String reason(PartResult part, TestResult test) {
        boolean stub = test.status() == Status.NOT_ATTEMPTED;
        if (test.status() == Status.PASS || (stub && test.message().equals(NotWrittenYet.SOMEWHERE))) {
            return "";
        }
        String reason = test.hidden() ? test.hint() : test.message();
        return reason.equals(part.message()) ? "" : reason;
    }

    /** The same mistake often makes several tests fail in the same way: the reason is told once, of stubs only the first. */
    public static String reasonOnce(PartResult part, TestResult test) {
        String reason = reason(part, test);
        TestResult first = first(part, test);
        if (first.equals(test)) {
            return reason;
        }
        return test.status() == Status.NOT_ATTEMPTED
                ? ""
                : reason.length() <= SHORT ? reason : "The same as in: " + first.name();
    }

    /** The first test that failed for the same reason as this one; of those that met a stub, the first that did. */
    private static TestResult first(PartResult part, TestResult test) {
        String reason = reason(part, test);
        boolean stub = test.status() == Status.NOT_ATTEMPTED;
        return part.tests().stream()
                .filter(other -> !reason.isEmpty() && !reason(part, other).isEmpty())
                .filter(other -> stub
                        ? other.status() == Status.NOT_ATTEMPTED
                        : reason(part, other).equals(reason))
                .findFirst()
                .orElse(test);
    }

    private static Object exhibit(TestResult test) {
        return test.hidden() ? null : test.exhibit();
    }

    private static String points(TestResult test) {
        return test.score() + "/" + test.maxScore();
    }

    private static String closing(PartResult part) {
        String earned = part.score() + " of " + part.maxScore() + " points";
        int withheld = part.part().points() - part.maxScore();
        return withheld == 0
                ? earned + "."
                : earned + " from the public tests; " + withheld
                        + (withheld == 1 ? " more point comes" : " more points come")
                        + " from tests that only the grader has.";
    }

    /** A sign and a word: the colour only adds to them. */
    private static String label(Status status) {
        return switch (status) {
            case PASS -> "✓ pass";
            case FAIL -> "✗ fail";
            case ERROR -> "✗ cannot run";
            case TIMEOUT -> "✗ too slow";
            case CRASH -> "✗ crashed";
            case NOT_ATTEMPTED -> "○ not written yet";
            case INCONCLUSIVE -> "? our fault";
        };
    }

    private static String style(Status status) {
        return switch (status) {
            case PASS -> "color:#1a7f37";
            case NOT_ATTEMPTED, INCONCLUSIVE -> "";
            default -> "color:#cf222e;font-weight:bold";
        };
    }
}
