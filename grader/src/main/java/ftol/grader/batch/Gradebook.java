package ftol.grader.batch;

import ftol.grader.Csv;
import ftol.grader.Folders;
import ftol.grader.batch.Mark.State;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The marks of a class as a CSV file with nbgrader's columns, for spreadsheets and course systems. Where written answers have
 * been marked, two more columns at the end say which points are from tests and which from them.
 */
final class Gradebook {
    private static final List<String> COLUMNS = List.of(
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
            "max_score");

    private Gradebook() {}

    /** Writes one row for each mark; where something is not graded yet, its points are empty and not 0. */
    static void write(List<Mark> marks, boolean withWritten, Path file) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            List<String> columns = new ArrayList<>(COLUMNS);
            if (withWritten) {
                columns.addAll(List.of("auto_score", "written_score"));
            }
            csv.printRecord(columns);
            for (Mark mark : marks) {
                csv.printRecord(row(mark, withWritten));
            }
        }
        Folders.write(file, text.toString());
    }

    private static List<Object> row(Mark mark, boolean withWritten) {
        Student student = mark.student();
        boolean waiting = mark.is(State.WAITING);
        List<Object> row = new ArrayList<>(List.of(
                "ftol",
                "",
                student.submitted().map(Object::toString).orElse(""),
                Csv.harmless(student.id()),
                Csv.harmless(student.lastName()),
                Csv.harmless(student.firstName()),
                Csv.harmless(student.email()),
                waiting ? "" : mark.raw().toPlainString(),
                waiting ? "" : mark.penalty().toPlainString(),
                waiting ? "" : mark.score().toPlainString(),
                mark.maxScore()));
        if (withWritten) {
            row.add(waiting ? "" : mark.auto());
            row.add(waiting ? "" : mark.written().toPlainString());
        }
        return row;
    }
}
