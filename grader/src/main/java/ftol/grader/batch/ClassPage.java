package ftol.grader.batch;

import ftol.check.Status;
import ftol.grader.batch.CommonFailures.Failure;
import ftol.grader.batch.Mark.State;
import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.Exhibit;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import ftol.grader.result.HtmlPage;
import ftol.picture.Picture;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A class on one page: how the points are distributed, what was hard, what went wrong most often, who is late or missing,
 * and a link to each student's report. Names are in the lists of students only.
 */
final class ClassPage {
    private static final int HARDEST = 10;
    private static final int COMMON = 8;
    private static final String STYLE =
            """
            body { max-width: 75rem }
            table { font-variant-numeric: tabular-nums; margin-bottom: 1rem }
            th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid #8886 }
            .number { text-align: right; white-space: nowrap } .quiet { opacity: .75 }
            .why { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2rem 0; padding-left: .7rem; border-left: 3px solid #8886 }
            img { max-width: 100%; height: auto } h3 { font-size: 1rem; margin: 1.5rem 0 .3rem }
            .wide { overflow-x: auto }
            @media print {
              :root { color-scheme: light }
              body { max-width: none; margin: 0; font-size: 11px } tr, section { break-inside: avoid } h2 { break-after: avoid }
            }
            """;

    private final List<Mark> marks;
    private final Map<String, String> pages;
    private final Map<String, GradeResult> results = new LinkedHashMap<>();
    private final StringBuilder html = new StringBuilder();

    private ClassPage(List<Mark> marks, Map<String, String> pages) {
        this.marks = marks;
        this.pages = pages;
        marks.forEach(mark ->
                mark.result().ifPresent(result -> results.put(mark.student().id(), result)));
    }

    /** Finds the counterexample of a student's test. */
    @FunctionalInterface
    interface Exhibits {
        /** Empty if there is none to look at. */
        Optional<Exhibit> of(String student, String test) throws IOException;
    }

    /**
     * @param pages for each student's id, the address of the report
     * @param exhibits where pictures of examples come from
     */
    static String of(List<Mark> marks, Map<String, String> pages, Exhibits exhibits) throws IOException {
        ClassPage page = new ClassPage(marks, pages);
        page.html.append("<h1>Class results</h1>\n");
        page.summary();
        page.html.append(Histogram.of(marks).html()).append('\n');
        page.parts();
        page.hardest();
        page.common(exhibits);
        page.listed("Missing", State.MISSING, "They are on the roster, and nothing was handed in.");
        page.listed("Not graded yet", State.WAITING, "They handed in something. Go on with --resume, or merge.");
        page.late();
        page.students();
        return HtmlPage.of("Class results", STYLE, page.html);
    }

    private void summary() {
        html.append("<p>").append(marks.size()).append(" students: ").append(results.size());
        html.append(" graded, ").append(count(State.MISSING)).append(" missing, ");
        html.append(count(State.WAITING) == 0 ? "" : count(State.WAITING) + " not graded yet, ");
        html.append(marks.stream().filter(Mark::late).count()).append(" late.");
        median().ifPresent(median -> html.append(" Half of those graded reached ")
                .append(plain(median))
                .append(" of ")
                .append(marks.get(0).maxScore())
                .append(" points or more."));
        long ours = results.values().stream().filter(GradeResult::inconclusive).count();
        if (ours > 0) {
            html.append(" <strong>")
                    .append(ours)
                    .append(
                            " could not be graded in full, which is our fault: look at \"inconclusive\" below.</strong>");
        }
        html.append("</p>\n");
    }

    private long count(State state) {
        return marks.stream().filter(mark -> mark.is(state)).count();
    }

    private Optional<BigDecimal> median() {
        List<BigDecimal> points = marks.stream()
                .filter(mark -> mark.is(State.GRADED))
                .map(Mark::raw)
                .sorted()
                .toList();
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() / 2));
    }

    private void parts() {
        html.append("<h2>Parts</h2>\n<table>\n<thead><tr><th>Part</th><th class=\"number\">Average</th>")
                .append("<th class=\"number\">Full marks</th><th>Not passed, because</th></tr></thead>\n<tbody>\n");
        Map<String, List<PartScore>> parts = results.values().stream()
                .flatMap(result -> result.parts().stream())
                .collect(Collectors.groupingBy(
                        part -> part.id() + " " + part.title(), LinkedHashMap::new, Collectors.toList()));
        parts.forEach((name, scores) -> {
            Map<String, Long> statuses = scores.stream()
                    .filter(score -> !score.status().equals(Status.PASS.id()))
                    .collect(Collectors.groupingBy(PartScore::status, LinkedHashMap::new, Collectors.counting()));
            row(
                    text(Picture.escape(name)),
                    number(average(scores) + " of " + scores.get(0).maxScore()),
                    number(scores.stream()
                            .filter(score -> score.score() == score.maxScore())
                            .count()),
                    text(Picture.escape(statuses.entrySet().stream()
                            .map(status -> status.getKey().replace('_', ' ') + " " + status.getValue())
                            .collect(Collectors.joining(", ")))));
        });
        html.append("</tbody>\n</table>\n");
    }

    private static String average(List<PartScore> scores) {
        double average = scores.stream().mapToInt(PartScore::score).average().orElse(0);
        return String.format(Locale.ROOT, "%.1f", average);
    }

    /** Of those who tried a part, who failed a test. */
    private void hardest() {
        record Tried(PartScore part, TestScore test) {}
        Map<String, List<Tried>> tests = results.values().stream()
                .flatMap(result -> result.parts().stream())
                .filter(part -> !part.status().equals(Status.NOT_ATTEMPTED.id())
                        && !part.status().equals(Status.ERROR.id()))
                .flatMap(part -> part.tests().stream().map(test -> new Tried(part, test)))
                .collect(Collectors.groupingBy(tried -> tried.test().id(), LinkedHashMap::new, Collectors.toList()));
        html.append("<h2>Hardest tests</h2>\n<p class=\"quiet\">Of those who wrote something that compiles.</p>\n")
                .append(
                        "<table>\n<thead><tr><th>Part</th><th>Test</th><th class=\"number\">Failed</th></tr></thead>\n<tbody>\n");
        Comparator<List<Tried>> byShare = Comparator.comparingDouble(
                all -> (double) failed(all.stream().map(Tried::test).toList()) / all.size());
        tests.values().stream()
                .filter(all -> failed(all.stream().map(Tried::test).toList()) > 0)
                .sorted(byShare.reversed())
                .limit(HARDEST)
                .forEach(all -> row(
                        text(all.get(0).part().id()),
                        text(Picture.escape(all.get(0).test().name()) + "<br><span class=\"quiet\">"
                                + Picture.escape(all.get(0).test().id()) + "</span>"),
                        number(failed(all.stream().map(Tried::test).toList()) + " of " + all.size())));
        html.append("</tbody>\n</table>\n");
    }

    private static long failed(List<TestScore> scores) {
        return scores.stream().filter(score -> score.score() < score.maxScore()).count();
    }

    /** What went wrong, each with the example of somebody who is not named. */
    private void common(Exhibits exhibits) throws IOException {
        List<Failure> failures = CommonFailures.of(results, COMMON);
        if (failures.isEmpty()) {
            return;
        }
        html.append(
                "<h2>Most common failures</h2>\n<p class=\"quiet\">What more than one student got, to the letter.</p>\n");
        for (Failure failure : failures) {
            html.append("<section><h3>Part ").append(failure.part().id()).append(": ");
            html.append(failure.students().size()).append(" students</h3>\n");
            failure.tests()
                    .forEach(test ->
                            html.append("<div>").append(Picture.escape(test)).append("</div>\n"));
            html.append("<div class=\"why\">")
                    .append(Picture.escape(failure.test().message()))
                    .append("</div>\n");
            exhibits.of(failure.students().iterator().next(), failure.test().id())
                    .ifPresent(exhibit -> html.append(exhibit.html()).append('\n'));
            html.append("</section>\n");
        }
    }

    private void listed(String title, State state, String what) {
        List<Mark> those = marks.stream().filter(mark -> mark.is(state)).toList();
        if (!those.isEmpty()) {
            html.append("<h2>").append(title).append(": ").append(those.size()).append("</h2>\n<p>");
            html.append(what).append("</p>\n<table>\n<tbody>\n");
            those.forEach(mark -> row(
                    text(shown(mark.student())),
                    text(Picture.escape(mark.student().email()))));
            html.append("</tbody>\n</table>\n");
        }
    }

    private void late() {
        List<Mark> those = marks.stream().filter(Mark::late).toList();
        if (!those.isEmpty()) {
            html.append("<h2>Late: ")
                    .append(those.size())
                    .append("</h2>\n<table>\n<thead><tr><th>Student</th>")
                    .append("<th>Handed in</th><th class=\"number\">Points taken off</th></tr></thead>\n<tbody>\n");
            those.forEach(mark -> row(
                    text(shown(mark.student())),
                    text(mark.student().submitted().map(Object::toString).orElse("says the course system")),
                    number(plain(mark.penalty()))));
            html.append("</tbody>\n</table>\n");
        }
    }

    private void students() {
        Set<String> parts = results.values().stream()
                .flatMap(result -> result.parts().stream())
                .map(PartScore::id)
                .collect(Collectors.toCollection(TreeSet::new));
        html.append("<h2>Students</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>Student</th>")
                .append("<th class=\"number\">Points</th>");
        parts.forEach(part -> html.append("<th class=\"number\">").append(part).append("</th>"));
        html.append("<th></th></tr></thead>\n<tbody>\n");
        for (Mark mark : marks) {
            String page = pages.get(mark.student().id());
            String name = shown(mark.student());
            List<String> cells = new ArrayList<>();
            cells.add(text(page == null ? name : "<a href=\"" + Picture.escape(page) + "\">" + name + "</a>"));
            cells.add(number(mark.is(State.WAITING) ? "" : plain(mark.score()) + " of " + mark.maxScore()));
            parts.forEach(part -> cells.add(number(mark.result()
                    .flatMap(result -> result.part(part))
                    .map(score -> String.valueOf(score.score()))
                    .orElse(""))));
            cells.add(text(Picture.escape(note(mark))));
            row(cells.toArray(String[]::new));
        }
        html.append("</tbody>\n</table></div>\n");
    }

    private static String shown(Student student) {
        String name = (student.firstName() + " " + student.lastName()).strip();
        return Picture.escape(name.isEmpty() ? student.id() : name + " (" + student.id() + ")");
    }

    private static String note(Mark mark) {
        if (mark.result().isEmpty()) {
            return mark.is(State.MISSING) ? "nothing handed in" : "not graded yet";
        }
        StringBuilder note = new StringBuilder();
        if (mark.late()) {
            note.append("late, ").append(plain(mark.penalty())).append(" points taken off; ");
        }
        if (mark.written().signum() > 0) {
            note.append(plain(mark.written())).append(" for written answers; ");
        }
        if (mark.result().get().inconclusive()) {
            note.append("inconclusive; ");
        }
        nothingRuns(mark.result().get()).ifPresent(why -> note.append(why).append("; "));
        return note.isEmpty() ? "" : note.substring(0, note.length() - 2);
    }

    /** Why no part at all could be run, if it is the same for all. */
    private static Optional<String> nothingRuns(GradeResult result) {
        Set<String> messages = result.parts().stream().map(PartScore::message).collect(Collectors.toSet());
        return result.parts().stream().allMatch(part -> part.status().equals(Status.ERROR.id())) && messages.size() == 1
                ? messages.stream().findFirst()
                : Optional.empty();
    }

    private static String plain(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }

    private static String text(String content) {
        return "<td>" + content + "</td>";
    }

    private static String number(Object content) {
        return "<td class=\"number\">" + content + "</td>";
    }

    private void row(String... cells) {
        html.append("<tr>").append(String.join("", cells)).append("</tr>\n");
    }
}
