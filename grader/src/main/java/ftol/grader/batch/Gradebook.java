package ftol.grader.batch;

import ftol.grader.result.GradeResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The marks of a class as a CSV file with nbgrader's columns, for spreadsheets and course systems. */
final class Gradebook {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "assignment",
                    "duedate",
                    "timestamp",
                    "student_id",
                    "last_name",
                    "first_name",
                    "email",
                    "raw_score",
                    "late_submission_penalty",
                    "score",
                    "max_score")
            .get();

    private Gradebook() {}

    /** Writes one row for each mark. */
    static void write(List<Mark> marks, Path file) throws IOException {
        try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT)) {
            for (Mark mark : marks) {
                Student student = mark.student();
                csv.printRecord(
                        "ftol",
                        "",
                        student.submitted().map(Object::toString).orElse(""),
                        harmless(student.id()),
                        harmless(student.lastName()),
                        harmless(student.firstName()),
                        harmless(student.email()),
                        mark.result().map(GradeResult::score).orElse(0),
                        mark.penalty().toPlainString(),
                        mark.score().toPlainString(),
                        mark.maxScore());
            }
        }
    }

    /** A spreadsheet would compute what begins like a formula; with an apostrophe before it, it is text. */
    static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
    }
}
