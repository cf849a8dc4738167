package ftol.grader.batch;

import ftol.grader.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in the class: a CSV file with the column student_id, and last_name, first_name, email, submitted if known. */
final class Roster {
    private Roster() {}

    /** Reads a roster. Throws IllegalArgumentException that names file, line and what was expected. */
    static List<Student> read(Path file) throws IOException {
        Map<String, Student> students = new LinkedHashMap<>();
        for (Csv.Row row : Csv.read(file, "student_id")) {
            String id = row.get("student_id");
            if (id.isEmpty()) {
                throw row.wrong("a student needs a student_id.");
            }
            Student student =
                    new Student(id, row.get("last_name"), row.get("first_name"), row.get("email"), submitted(row));
            if (students.put(id, student) != null) {
                throw row.wrong("there is a line for " + id + " already.");
            }
        }
        return new ArrayList<>(students.values());
    }

    private static Optional<OffsetDateTime> submitted(Csv.Row row) {
        String text = row.get("submitted");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            throw row.wrong("a time looks like 2026-11-22T18:00:00+01:00, not \"" + text + "\".");
        }
    }
}
