package ftol.grader.cli;

import ftol.grader.batch.ClassResults;
import ftol.grader.batch.LatePolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who is in the class, and what lateness costs. */
final class ClassOptions {
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

    ClassResults results() throws IOException {
        return ClassResults.of(
                Optional.ofNullable(roster),
                Optional.ofNullable(due),
                late == null ? LatePolicy.NONE : LatePolicy.parse(late));
    }
}
