package ftol.grader.answers;

import ftol.grader.Csv;
import ftol.grader.result.GradeResult.WrittenAnswer;
import ftol.grader.result.HandMark;
import ftol.grader.result.HtmlPage;
import ftol.picture.Picture;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** All written answers of a class for those who mark them: a page to read, question by question, and a table to fill in. */
public final class AnswersExport {
    private static final String STYLE =
            """
            body { max-width: 50rem } h2 { margin-top: 2.5rem }
            .prompt { border: 1px solid #8888; border-radius: .3rem; padding: .6rem }
            article { border-top: 1px solid #8888; padding: .3rem 0; break-inside: avoid } h3 { font-size: 1rem; margin: .3rem 0 }
            .answer { white-space: pre-wrap; overflow-wrap: anywhere } .quiet { opacity: .75 }
            @media print { :root { color-scheme: light } body { max-width: none; font-size: 12px } h2 { break-before: page } }
            """;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("student_id", "question", "points", "comment")
            .get();

    /** One answer, as whoever marks it sees it. */
    private record Entry(String shown, WrittenAnswer answer, Optional<HandMark> mark) {
        boolean blank() {
            return answer.text().isEmpty();
        }

        boolean outdated() {
            return !whyOutdated().isEmpty();
        }

        /** Why a mark holds no longer; empty if it does, or if there is none. */
        String whyOutdated() {
            if (mark.isEmpty()) {
                return "";
            }
            if (!mark.get().answer().equals(Codes.fingerprint(answer.text()))) {
                return "the answer has changed since";
            }
            return mark.get().points().compareTo(BigDecimal.valueOf(answer.maxScore())) > 0
                    ? "there are fewer points now"
                    : "";
        }
    }

    private final Map<String, List<Entry>> byQuestion = new TreeMap<>();

    /**
     * @param answers what each student wrote
     * @param marks what was given so far
     * @param name what a student is called in the export
     */
    public AnswersExport(Map<String, List<WrittenAnswer>> answers, HandMarks marks, UnaryOperator<String> name) {
        Map<String, String> students = new TreeMap<>();
        // In the order of what is shown: with codes, neighbours say nothing about names.
        answers.keySet().forEach(student -> students.put(name.apply(student), student));
        students.forEach((shown, student) -> answers.get(student).forEach(answer -> byQuestion
                .computeIfAbsent(answer.question(), any -> new ArrayList<>())
                .add(new Entry(
                        shown, answer, Optional.ofNullable(marks.of(student).get(answer.question()))))));
    }

    /** How many answers there are to mark: all in which something is written. */
    public long count() {
        return byQuestion.values().stream()
                .flatMap(List::stream)
                .filter(entry -> !entry.blank())
                .count();
    }

    /** How many of them have no mark yet, or one that holds no longer. */
    public long unmarked() {
        return byQuestion.values().stream()
                .flatMap(List::stream)
                .filter(entry -> !entry.blank() && (entry.mark().isEmpty() || entry.outdated()))
                .count();
    }

    /** The page. */
    public String html() {
        StringBuilder html = new StringBuilder("<h1>Written answers</h1>\n");
        byQuestion.forEach((question, entries) -> question(html, question, entries));
        return HtmlPage.of("Written answers", STYLE, html);
    }

    private static void question(StringBuilder html, String question, List<Entry> entries) {
        WrittenAnswer first = entries.get(0).answer();
        html.append("<h2>Question ").append(Picture.escape(question)).append(", ");
        html.append(first.maxScore()).append(" points</h2>\n<p class=\"prompt\">");
        html.append(Picture.escape(first.prompt())).append("</p>\n");
        for (Entry entry : entries) {
            if (!entry.blank()) {
                html.append("<article><h3>")
                        .append(Picture.escape(entry.shown()))
                        .append("</h3>\n<div class=\"answer\">");
                html.append(Picture.escape(entry.answer().text())).append("</div>\n");
                entry.mark().ifPresent(mark -> html.append("<p class=\"quiet\">Marked: ")
                        .append(mark.points().toPlainString())
                        .append(" of ")
                        .append(entry.answer().maxScore())
                        .append(entry.outdated() ? ", but " + entry.whyOutdated() : "")
                        .append(mark.comment().isEmpty() ? "" : ". " + Picture.escape(mark.comment()))
                        .append("</p>\n"));
                html.append("</article>\n");
            }
        }
        String blank = entries.stream().filter(Entry::blank).map(Entry::shown).collect(Collectors.joining(", "));
        if (!blank.isEmpty()) {
            html.append("<p class=\"quiet\">Nothing written: ")
                    .append(Picture.escape(blank))
                    .append(".</p>\n");
        }
    }

    /** The table, with the marks there are; those that hold no longer are left out, to be given anew. */
    public String csv() {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (Map.Entry<String, List<Entry>> question : byQuestion.entrySet()) {
                for (Entry entry : question.getValue()) {
                    if (!entry.blank()) {
                        Optional<HandMark> mark = entry.mark().filter(any -> !entry.outdated());
                        csv.printRecord(
                                Csv.harmless(entry.shown()),
                                question.getKey(),
                                mark.map(given -> given.points().toPlainString())
                                        .orElse(""),
                                mark.map(given -> Csv.harmless(given.comment())).orElse(""));
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Writing to a string cannot fail", e);
        }
        return text.toString();
    }
}
