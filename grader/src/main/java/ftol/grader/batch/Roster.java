package ftol.grader.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Who is in the class: a CSV file with the column student_id, and last_name, first_name, email, submitted if known. */
final class Roster {
    private Roster() {}

    /** Reads a roster. Throws IllegalArgumentException that names file, line and what was expected. */
    static List<Student> read(Path file) throws IOException {
        List<Student> students = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            if (!rows.getHeaderMap().containsKey("student_id")) {
                throw new IllegalArgumentException(file + " has no column student_id. Its first line says "
                        + String.join(",", rows.getHeaderNames()) + ".");
            }
            for (CSVRecord row : rows) {
                students.add(new Student(
                        value(row, "student_id"),
                        value(row, "last_name"),
                        value(row, "first_name"),
                        value(row, "email"),
                        submitted(file, row)));
            }
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(file + " is not a CSV file: " + e.getMessage(), e);
        }
        return students;
    }

    private static String value(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    private static Optional<OffsetDateTime> submitted(Path file, CSVRecord row) {
        String text = value(row, "submitted");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    file + ", line " + row.getParser().getCurrentLineNumber() + ": a time looks like"
                            + " 2026-11-22T18:00:00+01:00, not \"" + text + "\".",
                    e);
        }
    }
}
