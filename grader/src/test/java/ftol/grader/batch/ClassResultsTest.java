package ftol.grader.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.Exhibit;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.SandboxUsed;
import ftol.grader.result.GradeResult.TestScore;
import ftol.grader.result.GradeResult.WrittenAnswer;
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
                .containsOnlyOnce("&lt;b&gt;leastVersioned(6)&lt;/b&gt; returned 3")
                .contains("Part 2a: 2 students", "<svg>drawn</svg>", "Half of those graded reached 8 of 10 points")
                .contains("href=\"students/ann/report.html\"")
                .contains("nothing handed in")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void whoCouldNotBeGradedIsNamed() throws IOException {
        graded("ann", 8, "fail", "wrong");
        graded("bob", 10, "inconclusive", "the sandbox did not start");

        assertThat(new ClassResults(List.of(), Optional.empty(), LatePolicy.NONE).write(out))
                .isEqualTo(new ClassResults.Written(2, List.of("bob")));
    }

    @Test
    void whoIsNotGradedYetHasNoPointsAndIsNotMissing() throws IOException {
        graded("ann", 8, "fail", "wrong");

        HandedIn.keep(List.of("ann", "bob"), out);

        new ClassResults(List.of(Student.unknown("dora")), Optional.empty(), LatePolicy.NONE).write(out);

        assertThat(Files.readAllLines(out.resolve("gradebook.csv")).subList(1, 4))
                .containsExactly(
                        "ftol,,,dora,,,,0,0.00,0.00,10", "ftol,,,ann,,,,8,0.00,8.00,10", "ftol,,,bob,,,,,,,10");
        assertThat(Files.readString(out.resolve("class.html")))
                .contains(
                        "3 students: 1 graded, 1 missing, 1 not graded yet, 0 late", "Missing: 1", "Not graded yet: 1");
    }

    @Test
    void whoWaitsInOneOfSeveralRunsWaitsInAllOfThemTogether() throws IOException {
        graded("ann", 8, "fail", "wrong");
        HandedIn.keep(List.of("ann", "bob"), out);
        Path merged = out.resolve("merged");

        Batch.merge(List.of(out), merged);

        assertThat(HandedIn.in(merged)).containsExactly("ann", "bob");
    }

    @Test
    void pointsForWrittenAnswersAreAddedAndThoseOfTheTestsKept() throws IOException {
        graded("ann", 8, "fail", "wrong");
        graded("bob", 10, "pass", "");
        Files.writeString(
                out.resolve("written.csv"), "student_id,question,points,comment,answer\nann,2e,3.5,<b>good</b>,0123\n");

        new ClassResults(List.of(), Optional.empty(), LatePolicy.NONE).write(out);

        assertThat(Files.readAllLines(out.resolve("gradebook.csv")))
                .containsExactly(
                        "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,"
                                + "late_submission_penalty,score,max_score,auto_score,written_score",
                        "ftol,,,ann,,,,11.5,0.00,11.50,15,8,3.5",
                        "ftol,,,bob,,,,10,0.00,10.00,15,10,0");
        assertThat(Files.readString(out.resolve("students/ann/report.html")))
                .contains("8 of 10 points from the tests, 3.5 of 5 for written answers")
                .contains("I think &lt;so&gt;", "&lt;b&gt;good&lt;/b&gt;");
        assertThat(Files.readString(out.resolve("students/bob/report.html"))).contains("not marked yet");
        assertThat(Graded.result(out.resolve("students/ann")).score()).isEqualTo(8);
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
        TestScore test = new TestScore(
                "T.versions", "versions", status, score, 10, false, message, new Exhibit("drawn", "<svg>drawn</svg>"));
        GradeResult result = new GradeResult(
                1,
                student,
                score,
                10,
                0,
                new SandboxUsed(1, "bubblewrap"),
                List.of(new PartScore("2a", "Least quorum size", status, score, 10, "", List.of(test))),
                List.of(),
                List.of(new WrittenAnswer("2e", "Why?", 5, "I think <so>")));
        ResultFiles.write(result, folder);
        Graded.writeMade(new Graded.Made(student, false, "print", Map.of("2a", "tests"), "questions"), folder);
    }
}
