package ftol.grader.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.SandboxUsed;
import ftol.grader.result.GradeResult.TestScore;
import ftol.grader.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassResultsTest {
    @TempDir
    private Path out;

    @Test
    void theGradebookHasARowForEachStudentOfTheRosterAndEachWhoHandedIn() throws IOException {
        graded("ann", 8, "fail", "leastVersioned(6) returned 3");
        graded("=cmd()", 10, "pass", "");
        Path roster = Files.writeString(
                out.resolve("roster.csv"),
                """
                student_id,last_name,first_name,email,submitted
                ann,"Bee, Jr",Ann,+1@x,2026-11-23T12:00:00Z
                bob,Cat,Bob,b@x,
                """);

        OffsetDateTime due = OffsetDateTime.parse("2026-11-22T12:00:00Z");
        ClassResults.of(Optional.of(roster), Optional.of(due), LatePolicy.parse("grace=0h,percent=25,cap=50"))
                .write(out);

        assertThat(Files.readAllLines(out.resolve("gradebook.csv")).subList(1, 4))
                .containsExactly(
                        "ftol,,2026-11-23T12:00Z,ann,\"Bee, Jr\",Ann,'+1@x,8,2.00,6.00,10",
                        "ftol,,,bob,Cat,Bob,b@x,0,0.00,0.00,10",
                        "ftol,,,'=cmd(),,,,10,0.00,10.00,10");
    }

    @Test
    void theClassPageTellsWhatWasHardAndNamesNobodyWithIt() throws IOException {
        graded("ann", 8, "fail", "<b>leastVersioned(6)</b> returned 3");
        graded("bob", 8, "fail", "<b>leastVersioned(6)</b> returned 3");
        graded("carl", 10, "pass", "");

        new ClassResults(List.of(Student.unknown("dora")), Optional.empty(), LatePolicy.NONE).write(out);

        assertThat(Files.readString(out.resolve("class.html")))
                .contains("4 students: 3 graded, 1 missing, 0 late.")
                .contains("2 of 3")
                .contains("&lt;b&gt;leastVersioned(6)&lt;/b&gt; returned 3 (2 times)")
                .contains("href=\"students/ann/report.html\"")
                .contains("nothing handed in")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void aRosterThatCannotBeUsedIsNamedWithItsLine() throws IOException {
        Path noColumn = Files.writeString(out.resolve("a.csv"), "id,name\n1,x\n");
        Path noTime = Files.writeString(out.resolve("b.csv"), "student_id,submitted\nann,yesterday\n");

        assertThatThrownBy(() -> Roster.read(noColumn)).hasMessageContaining("has no column student_id");
        assertThatThrownBy(() -> Roster.read(noTime))
                .hasMessageContaining("b.csv, line 2")
                .hasMessageContaining("yesterday");
    }

    private void graded(String student, int score, String status, String message) throws IOException {
        Path folder = out.resolve("students").resolve(new HandIn(student, false, List.of()).slug());
        TestScore test = new TestScore("T.versions", "versions", status, score, 10, false, message, null);
        GradeResult result = new GradeResult(
                1,
                student,
                score,
                10,
                0,
                new SandboxUsed(1, "bubblewrap"),
                List.of(new PartScore("2a", "Least quorum size", status, score, 10, "", List.of(test))),
                List.of());
        ResultFiles.write(result, folder);
        Graded.writeMade(new Graded.Made(student, false, "print", Map.of("2a", "tests")), folder);
    }
}
