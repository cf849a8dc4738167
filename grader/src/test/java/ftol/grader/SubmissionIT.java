package ftol.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.Part;
import ftol.check.Task;
import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.ResultFiles;
import ftol.grader.sandbox.Sandbox;
import ftol.grader.solve.Solver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks that are missing, renamed or linked, through the real grader. What is in them is for tests/attacks. */
class SubmissionIT {
    private static final Part BAD = Part.QUORUM_SIZE;
    private static final Part GOOD = Part.DETECTOR;

    @TempDir
    private static Path folder;

    private static Sandbox sandbox;
    private static Grading grading;
    private static String solved;

    @BeforeAll
    static void open() throws Exception {
        Course course = new Course(Path.of("..").toRealPath());
        sandbox = Sandbox.strongest(Path.of(System.getProperty("java.home")), course.childClassPath());
        grading = new Grading(course.tests(false), sandbox);
        for (Task task : Task.values()) {
            Files.copy(course.notebooks().resolve(task.notebook()), folder.resolve(task.notebook()));
        }
        new Solver(course).solve(Submission.at(folder), null, false);
        solved = Files.readString(folder.resolve(Task.QUORUMS.notebook()));
    }

    @AfterAll
    static void close() {
        grading.close();
        sandbox.close();
    }

    private static GradeResult grade(Path submission, Part... parts) throws IOException {
        GradeResult result = grading.grade(Submission.at(submission), List.of(parts), part -> {});
        ResultFiles.write(result, folder.resolve("out"));
        assertThat(result.inconclusive()).isFalse();
        return result;
    }

    @Test
    void aMissingNotebookCostsItsOwnPartOnly() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one/notebooks"));
        Path notebook = Files.copy(
                folder.resolve(GOOD.task().notebook()), one.resolve(GOOD.task().notebook()));

        for (Path submission : List.of(one.getParent(), one)) {
            GradeResult result = grade(submission, GOOD, BAD);
            for (Part part : new Part[] {GOOD, BAD}) {
                PartScore score = score(result, part);
                if (part.task() == GOOD.task()) {
                    assertThat(score.status()).isEqualTo("pass");
                } else {
                    assertThat(score.status()).isEqualTo("error");
                    assertThat(score.message())
                            .isEqualTo("task2-quorums.ipynb is missing, and no other notebook in its folder has any of"
                                    + " its cells " + cellIds(Part.in(BAD.task()))
                                    + ". Hand in the folder notebooks/ with both notebooks in it.");
                }
            }
        }
        assertThat(Submission.at(notebook).tasks()).containsExactly(GOOD.task());
    }

    @Test
    void aRenamedNotebookIsFoundByItsCells() throws IOException {
        Path place = Files.createDirectories(folder.resolve("renamed/notebooks"));
        Path mine = Files.writeString(place.resolve("my solution.ipynb"), solved);
        Files.writeString(place.resolve("broken.ipynb"), "{");
        assertThat(Submission.at(mine).tasks()).containsExactly(BAD.task());
        assertThat(grade(mine, BAD)).satisfies(result -> {
            assertThat(result.parts()).extracting(PartScore::status).containsExactly("pass");
            assertThat(result.notes()).isEmpty();
            assertThat(result.maxScore()).isEqualTo(BAD.points());
        });
        assertThat(grade(place.getParent(), BAD)).satisfies(result -> {
            assertThat(result.parts()).extracting(PartScore::status).containsExactly("pass");
            assertThat(result.notes())
                    .containsExactly(
                            "task2-quorums.ipynb is missing. my solution.ipynb has its cells, so that was graded.");
        });

        Files.copy(mine, place.resolve("copy.ipynb"));
        GradeResult two = grade(place, GOOD, BAD);
        assertThat(two.parts()).extracting(PartScore::status).containsOnly("error");
        assertThat(score(two, BAD).message()).contains("several", "copy.ipynb, my solution.ipynb");
    }

    @Test
    void aFileThatIsNoneOfOurNotebooksIsWrongUsage() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "");
        Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{");
        Path foreign = Files.writeString(
                folder.resolve("foreign.ipynb"), "{\"cells\": [], \"nbformat\": 4, \"metadata\": {}}");
        assertThatThrownBy(() -> Submission.at(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a notebook");
        assertThatThrownBy(() -> Submission.at(broken).tasks())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> Submission.at(foreign).tasks())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none of the cells " + cellIds(List.of(Part.values())));
    }

    @Test
    void anEmptyFolderHasErrorsOnly() throws IOException {
        GradeResult result = grade(Files.createDirectories(folder.resolve("an empty folder")), Part.values());
        assertThat(result.parts()).extracting(PartScore::status).containsOnly("error");
        assertThat(result.score()).isZero();
        assertThat(result.maxScore())
                .isEqualTo(Stream.of(Part.values()).mapToInt(Part::points).sum());
    }

    private static PartScore score(GradeResult result, Part part) {
        return result.parts().stream()
                .filter(score -> score.id().equals(part.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String cellIds(List<Part> parts) {
        return parts.stream().map(Part::cellId).collect(Collectors.joining(", "));
    }

    @Test
    void linksLeadNowhere() throws IOException {
        Path place = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(
                place.resolve(BAD.task().notebook()), folder.resolve(BAD.task().notebook()));
        assertThat(grade(place, BAD).parts().get(0).message()).contains("task2-quorums.ipynb is a symbolic link");

        Path other = Files.createDirectories(folder.resolve("linked"));
        Files.createSymbolicLink(other.resolve("notebooks"), folder);
        assertThat(grade(other, BAD).parts().get(0).message()).contains("notebooks is a symbolic link");
    }

    @Test
    void nothingAtThatPathIsWrongUsage() {
        assertThatThrownBy(() -> Submission.at(folder.resolve("nobody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("does not exist. Name a checkout, a folder with the notebooks, or a notebook.");
    }
}
