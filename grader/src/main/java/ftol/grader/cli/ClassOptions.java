package ftol.grader.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import ftol.check.StudentCode;
import ftol.grader.Folders;
import ftol.grader.batch.ClassResults;
import ftol.grader.batch.LatePolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Who is in the class, and what lateness costs. What was said once is kept with the results and holds until something else
 * is said: a gradebook that is made again must not lose it.
 */
final class ClassOptions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEPT = "class.json";
    private static final String KEPT_ROSTER = "roster.csv";

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "A CSV file with the columns student_id, last_name, first_name, email, submitted.")
    private Path roster;

    @Option(names = "--due", paramLabel = "TIME", description = "When it was due: 2026-11-22T18:00:00+01:00.")
    private OffsetDateTime due;

    @Option(
            names = "--late",
            paramLabel = "POLICY",
            description = "grace=2h,percent=10,cap=50: 10 %% of the points a day after two hours, at most 50 %%.")
    private String late;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Kept(String due, String late) {}

    /** What was said now, and what was said earlier about the results in this folder, which need not exist. */
    ClassResults results(Path out) throws IOException {
        Path keptRoster = out.resolve(KEPT_ROSTER);
        Kept kept = now(out);
        return ClassResults.of(
                roster != null ? Optional.of(roster) : Optional.of(keptRoster).filter(Files::exists),
                Optional.ofNullable(kept.due()).map(OffsetDateTime::parse),
                kept.late() == null ? LatePolicy.NONE : LatePolicy.parse(kept.late()));
    }

    /** Keeps what was said now. */
    void keep(Path out) throws IOException {
        if (due != null || late != null) {
            Folders.write(out.resolve(KEPT), JSON.writeValueAsString(now(out)) + "\n");
        }
        Path keptRoster = out.resolve(KEPT_ROSTER);
        if (roster != null && !(Files.exists(keptRoster) && Files.isSameFile(roster, keptRoster))) {
            Files.copy(roster, keptRoster, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Says where the results of a class are, and returns the exit code: whether something in them is our fault. */
    static int say(ClassResults.Written written, Path out, PrintWriter console) {
        console.println(written.students() + " students: " + out.resolve("class.html") + " and "
                + out.resolve("gradebook.csv"));
        if (written.inconclusive().isEmpty()) {
            return 0;
        }
        console.println("Of these something could not be graded, and that is our fault; no points were taken for it: "
                + StudentCode.plain(String.join(", ", written.inconclusive()), 1_000));
        return Grade.OUR_FAULT;
    }

    private Kept now(Path out) throws IOException {
        Path file = out.resolve(KEPT);
        Kept before = Files.exists(file) ? JSON.readValue(Files.readString(file), Kept.class) : new Kept(null, null);
        return new Kept(due == null ? before.due() : due.toString(), late == null ? before.late() : late);
    }
}
