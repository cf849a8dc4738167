package ftol.grader.answers;

import ftol.grader.Csv;
import ftol.grader.result.GradeResult.WrittenAnswer;
import ftol.grader.result.HandMark;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads marks from a CSV file with the columns student_id, question, points and comment. A row without points is one that is
 * not marked yet. What is read replaces earlier marks for the same answer and leaves all others; twice does no harm.
 */
public final class MarksImport {
    /** More mistakes than that are not told. */
    private static final int MOST_MISTAKES = 20;

    private final Map<String, List<WrittenAnswer>> answers;
    private final Codes codes;
    private final Map<List<String>, Csv.Row> seen = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /**
     * What became of a file.
     *
     * @param added marks for answers that had none
     * @param changed marks that are others now
     * @param same marks that were there already
     * @param blank rows without points
     */
    public record Outcome(int added, int changed, int same, int blank) {}

    /**
     * @param answers what each student wrote
     * @param codes what stands for students in anonymous files
     */
    public MarksImport(Map<String, List<WrittenAnswer>> answers, Codes codes) {
        this.answers = answers;
        this.codes = codes;
    }

    /**
     * Adds the file's marks to these.
     *
     * @throws IllegalArgumentException that names file, lines and what was expected; then none has been added
     */
    public Outcome read(Path file, HandMarks marks) throws IOException {
        Map<Csv.Row, Entry> entries = new HashMap<>();
        int blank = 0;
        for (Csv.Row row : Csv.read(file, "student_id", "question", "points")) {
            if (row.get("points").isEmpty()) {
                blank++;
                continue;
            }
            try {
                entries.put(row, entry(row));
            } catch (IllegalArgumentException e) {
                mistakes.add(e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    mistakes.stream().limit(MOST_MISTAKES).collect(Collectors.joining("\n"))
                            + (mistakes.size() > MOST_MISTAKES
                                    ? "\nand " + (mistakes.size() - MOST_MISTAKES) + " more mistakes"
                                    : "")
                            + "\nNothing was imported.");
        }
        int added = 0;
        int same = 0;
        for (Entry entry : entries.values()) {
            Optional<HandMark> before = marks.put(entry.student, entry.question, entry.mark);
            added += before.isEmpty() ? 1 : 0;
            same += before.filter(entry.mark::equals).isPresent() ? 1 : 0;
        }
        return new Outcome(added, entries.size() - added - same, same, blank);
    }

    private record Entry(String student, String question, HandMark mark) {}

    private Entry entry(Csv.Row row) {
        String named = row.get("student_id");
        String student = answers.containsKey(named)
                ? named
                : codes.student(named, answers.keySet())
                        .orElseThrow(() -> row.wrong("there is no student \"" + named
                                + "\" here. (Spreadsheets drop zeros at the beginning of a number.)"));
        WrittenAnswer answer = answers.get(student).stream()
                .filter(one -> one.question().equals(row.get("question")))
                .findFirst()
                .orElseThrow(() -> row.wrong("there is no question \"" + row.get("question") + "\". There are "
                        + answers.get(student).stream()
                                .map(WrittenAnswer::question)
                                .collect(Collectors.joining(", "))
                        + "."));
        Entry entry = new Entry(
                student,
                answer.question(),
                new HandMark(points(row, answer), row.get("comment"), Codes.fingerprint(answer.text())));
        Csv.Row other = seen.put(List.of(student, answer.question()), row);
        if (other != null && !other.values().equals(row.values())) {
            throw row.wrong("line " + other.line() + " has another mark for the same answer. Delete one of them.");
        }
        return entry;
    }

    private static BigDecimal points(Csv.Row row, WrittenAnswer answer) {
        String text = row.get("points");
        // Half a point is 2.5 in some countries, and 2,5 in others.
        BigDecimal points = text.matches("\\d{1,4}([.,]\\d{1,2})?")
                ? new BigDecimal(text.replace(',', '.'))
                : BigDecimal.valueOf(-1);
        if (points.signum() < 0 || points.compareTo(BigDecimal.valueOf(answer.maxScore())) > 0) {
            throw row.wrong(
                    "points are a number from 0 to " + answer.maxScore() + ", such as 2.5, not \"" + text + "\".");
        }
        return points.signum() == 0 ? BigDecimal.ZERO : points.stripTrailingZeros();
    }
}
