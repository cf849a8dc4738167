package ftol.grader.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.Task;
import ftol.grader.Course;
import ftol.grader.result.GradeResult.WrittenAnswer;
import ftol.submission.BadNotebook;
import ftol.submission.Cell;
import ftol.submission.NotebookFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenAnswersTest {
    private static final Course COURSE = new Course(Path.of("").toAbsolutePath().getParent());

    @TempDir
    private Path out;

    private final Map<String, List<WrittenAnswer>> answers = new HashMap<>(Map.of(
            "ann", List.of(answer("1a", "Because."), answer("1d", "<script>alert(1)</script>")),
            "=cmd()", List.of(answer("1a", "-1"), answer("1d", ""))));

    private static WrittenAnswer answer(String question, String text) {
        return new WrittenAnswer(question, "Why " + question + "?", 5, text);
    }

    @Test
    void theNotebooksAskAndSayHowManyPointsThereAre() {
        for (Task task : Task.values()) {
            assertThat(Question.in(COURSE, task)).hasSize(2).allSatisfy(question -> {
                assertThat(question.id()).startsWith(task.id());
                assertThat(question.points()).isPositive();
                assertThat(question.prompt()).contains("?").doesNotContain("Think about it", "next cell");
                assertThat(question.cell().source()).isEqualTo("*Your answer:*");
            });
        }
    }

    @Test
    void anAnswerIsWhatTheStudentWroteAndNotWhatTheCellBeganWith() throws BadNotebook {
        NotebookFile starter = NotebookFile.read(COURSE.notebooks().resolve(Task.QUORUMS.notebook()));
        Question question = Question.in(starter).get(0);
        Cell cell = question.cell();

        assertThat(question.answerIn(starter)).isEmpty();
        assertThat(question.answerIn(starter.withSource(cell, ""))).isEmpty();
        assertThat(question.answerIn(starter.withSource(cell, "*Your answer:*\n\nSo.\n\nThus.")))
                .isEqualTo("So.\n\nThus.");
        assertThat(question.answerIn(starter.withSource(cell, "Overwritten"))).isEqualTo("Overwritten");
        assertThat(question.answerIn(starter.withSource(cell, "x".repeat(Question.LONGEST + 9))))
                .hasSize(Question.LONGEST + 2);
    }

    @Test
    void whatWasExportedIsImportedWithPointsTwiceWithoutHarm() throws IOException {
        AnswersExport export = new AnswersExport(answers, HandMarks.in(out), UnaryOperator.identity());
        assertThat(export.html())
                .contains("Why 1a?", "&lt;script&gt;", "Nothing written: =cmd().")
                .doesNotContain("<script");
        assertThat(export.csv())
                .isEqualTo("student_id,question,points,comment\r\n'=cmd(),1a,,\r\nann,1a,,\r\nann,1d,,\r\n");

        String filled = export.csv()
                .replace("ann,1a,,", "ann,1a,\"2,5\",\"=good,\nso far\"")
                .replace("cmd(),1a,", "cmd(),1a,0");
        assertThat(take(filled)).isEqualTo(new MarksImport.Outcome(2, 0, 0, 1));
        assertThat(take(filled)).isEqualTo(new MarksImport.Outcome(0, 0, 2, 1));
        assertThat(take("student_id;question;points\nann;1a;5\n")).isEqualTo(new MarksImport.Outcome(0, 1, 0, 0));

        HandMarks marks = HandMarks.in(out);
        assertThat(marks.points("ann")).isEqualByComparingTo("5");
        assertThat(marks.of("=cmd()").get("1a").points()).isZero();
        assertThat(new AnswersExport(answers, marks, UnaryOperator.identity()).unmarked())
                .as("ann's 1d")
                .isEqualTo(1);
    }

    @Test
    void commentsSurviveAsTheyAre() throws IOException {
        take("student_id,question,points,comment\nann,1a,2,\"=good, \"\"very\"\"\nso far\"\n");

        assertThat(HandMarks.in(out).of("ann").get("1a").comment()).isEqualTo("=good, \"very\"\nso far");
    }

    @Test
    void anAnswerThatHasChangedIsToBeMarkedAgainAndKeepsItsPointsUntilThen() throws IOException {
        take("student_id,question,points\nann,1a,2\n");
        answers.put("ann", List.of(answer("1a", "Because it is stale.")));

        AnswersExport export = new AnswersExport(answers, HandMarks.in(out), UnaryOperator.identity());

        assertThat(export.html()).contains("Marked: 2 of 5, but the answer has changed since");
        assertThat(export.csv()).contains("ann,1a,,");
        assertThat(HandMarks.in(out).points("ann")).isEqualByComparingTo("2");
    }

    @Test
    void aMarkOfMorePointsThanThereAreNowIsToBeGivenAgain() throws IOException {
        take("student_id,question,points\nann,1a,5\n");
        answers.put("ann", List.of(new WrittenAnswer("1a", "Why 1a?", 4, "Because.")));

        AnswersExport export = new AnswersExport(answers, HandMarks.in(out), UnaryOperator.identity());

        assertThat(export.html()).contains("Marked: 5 of 4, but there are fewer points now");
        assertThat(export.csv()).contains("ann,1a,,");
    }

    @Test
    void whoMarksNeedNotKnowWhoWrote() throws IOException {
        AnswersExport export = new AnswersExport(answers, HandMarks.in(out), Codes.in(out)::of);
        assertThat(export.html() + export.csv()).doesNotContain("ann,", ">ann<", "cmd()");

        String code = Codes.in(out).of("ann");
        take(export.csv().replace(code + ",1a,", code + ",1a,4"));

        assertThat(HandMarks.in(out).points("ann")).isEqualByComparingTo("4");
    }

    @Test
    void allMistakesAreNamedWithTheirLinesAndNothingIsImported() throws IOException {
        take("student_id,question,points\nann,1a,1\n");

        assertThatThrownBy(
                        () -> take(
                                """
                        student_id,question,points,comment
                        ann,1a,3,"two
                        lines"

                        ann,1d,5.5,
                        bob,1a,1,
                        ann,9z,1,
                        '=cmd(),1a,x,
                        ann,1a,4,
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("marks.csv, line 5: points are a number from 0 to 5, such as 2.5, not \"5.5\"")
                .hasMessageContaining("line 6: there is no student \"bob\"")
                .hasMessageContaining("line 7: there is no question \"9z\". There are 1a, 1d.")
                .hasMessageContaining("line 8: points are a number from 0 to 5, such as 2.5, not \"x\"")
                .hasMessageContaining("line 9: line 2 has another mark for the same answer")
                .hasMessageEndingWith("Nothing was imported.");
        assertThat(HandMarks.in(out).points("ann")).isEqualByComparingTo("1");
    }

    @Test
    void whatIsNoTableIsNamed() {
        assertThatThrownBy(() -> take("id,question,points\n")).hasMessageContaining("has no column student_id");
        assertThatThrownBy(() -> take("student_id,question,points\nann,1a,\"3\n"))
                .hasMessageContaining("is not a CSV file")
                .hasMessageContaining("quotation mark");
        assertThatThrownBy(() -> take("student_id,question,points\nann,1a,1,good, very\n"))
                .hasMessageContaining("line 2: 5 values, where the first line names 3 columns");
        assertThatThrownBy(
                        () -> take("student_id,question,points\n\u00e4,1a,1\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("is not UTF-8 text");
    }

    @Test
    void marksOfShardsComeTogetherUnlessTheyContradict() throws IOException {
        take("student_id,question,points\nann,1a,1\n");
        HandMarks marks = HandMarks.in(out.resolve("nothing"));
        marks.addAll(out);
        marks.addAll(out);
        assertThat(marks.points("ann")).isEqualByComparingTo("1");

        take("student_id,question,points\nann,1a,2\n");
        assertThatThrownBy(() -> marks.addAll(out)).hasMessageContaining("different marks for what ann wrote");
    }

    private MarksImport.Outcome take(String table) throws IOException {
        return take(("\uFEFF" + table).getBytes(StandardCharsets.UTF_8));
    }

    private MarksImport.Outcome take(byte[] table) throws IOException {
        Path file = Files.write(out.resolve("marks.csv"), table);
        HandMarks marks = HandMarks.in(out);
        MarksImport.Outcome outcome = new MarksImport(answers, Codes.in(out)).read(file, marks);
        marks.write(out);
        return outcome;
    }
}
