package ftol.grader.answers;

import ftol.grader.Csv;
import ftol.grader.Folders;
import ftol.grader.result.HandMark;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What staff gave for written answers, kept in {@code OUT/written.csv}: beside the students' folders, which are replaced
 * when something is graded again.
 */
public final class HandMarks {
    private static final String FILE = "written.csv";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("student_id", "question", "points", "comment", "answer")
            .get();

    private final Map<String, Map<String, HandMark>> byStudent = new TreeMap<>();

    private HandMarks() {}

    /** The marks that were imported so far. */
    public static HandMarks in(Path out) throws IOException {
        HandMarks marks = new HandMarks();
        Path file = out.resolve(FILE);
        if (Files.exists(file)) {
            for (Csv.Row row : Csv.read(file, FORMAT.getHeader())) {
                marks.put(
                        row.get("student_id"),
                        row.get("question"),
                        new HandMark(new BigDecimal(row.get("points")), row.get("comment"), row.get("answer")));
            }
        }
        return marks;
    }

    /** A student's marks, by question. */
    public Map<String, HandMark> of(String student) {
        return byStudent.getOrDefault(student, Map.of());
    }

    /** All points of a student. */
    public BigDecimal points(String student) {
        return of(student).values().stream().map(HandMark::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean isEmpty() {
        return byStudent.isEmpty();
    }

    Optional<HandMark> put(String student, String question, HandMark mark) {
        return Optional.ofNullable(
                byStudent.computeIfAbsent(student, any -> new TreeMap<>()).put(question, mark));
    }

    /**
     * Takes over the marks of another run.
     *
     * @throws IllegalArgumentException if one of them is there already and is not the same
     */
    public void addAll(Path run) throws IOException {
        in(run).byStudent
                .forEach((student, marks) -> marks.forEach((question, mark) -> {
                    if (put(student, question, mark)
                            .filter(other -> !other.equals(mark))
                            .isPresent()) {
                        throw new IllegalArgumentException("Two runs have different marks for what " + student
                                + " wrote on question " + question + ": " + run.resolve(FILE) + " is one of them.");
                    }
                }));
    }

    /** Keeps them, if there are any. */
    public void write(Path out) throws IOException {
        if (isEmpty()) {
            return;
        }
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (Map.Entry<String, Map<String, HandMark>> student : byStudent.entrySet()) {
                for (Map.Entry<String, HandMark> mark : student.getValue().entrySet()) {
                    csv.printRecord(
                            Csv.harmless(student.getKey()),
                            mark.getKey(),
                            mark.getValue().points().toPlainString(),
                            Csv.harmless(mark.getValue().comment()),
                            mark.getValue().answer());
                }
            }
        }
        Folders.write(out.resolve(FILE), text.toString());
    }
}
