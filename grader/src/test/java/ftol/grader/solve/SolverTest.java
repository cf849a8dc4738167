package ftol.grader.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.Part;
import ftol.check.Task;
import ftol.grader.Course;
import ftol.grader.CourseFault;
import ftol.grader.Submission;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolverTest {
    private static final Course COURSE = new Course(Path.of(".."));

    @TempDir
    private Path folder;

    private Submission submission;

    @BeforeEach
    void copyTheNotebooks() throws IOException {
        for (Task task : Task.values()) {
            Files.copy(COURSE.notebooks().resolve(task.notebook()), folder.resolve(task.notebook()));
        }
        submission = Submission.at(folder);
    }

    @Test
    void onlyTheSolutionCellsChangeAndAgainChangesNothing() throws IOException {
        new Solver(COURSE).solve(submission, null, false);
        Map<String, String> once = texts();
        for (Task task : Task.values()) {
            assertThat(Files.readAllLines(folder.resolve(task.notebook())))
                    .containsSubsequence(Files.readAllLines(COURSE.notebooks().resolve(task.notebook())).stream()
                            .filter(line -> !line.contains("NotWrittenYet") && !line.contains("public "))
                            .limit(60)
                            .toList());
        }
        new Solver(COURSE).solve(submission, null, false);
        assertThat(texts()).isEqualTo(once);
    }

    @Test
    void someonesWorkIsNotOverwrittenAndNothingIsWritten() throws Exception {
        Path file = folder.resolve(Task.QUORUMS.notebook());
        NotebookFile notebook = NotebookFile.read(file);
        notebook.withSource(PartCell.find(Part.QUORUM_SIZE, notebook).cell(), "class LeastQuorum { }")
                .write(file);
        Map<String, String> before = texts();

        assertThatThrownBy(() -> new Solver(COURSE).solve(submission, null, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cell t2a-stub in ")
                .hasMessageEndingWith("holds somebody's work. Nothing was changed; --force overwrites it.");
        assertThat(texts()).isEqualTo(before);

        new Solver(COURSE).solve(submission, null, true);
        assertThat(texts().get(Task.QUORUMS.notebook()))
                .contains("2 * n / 3 + 1")
                .doesNotContain("{ }\"");
    }

    @Test
    void aNotebookThatIsMissingStopsItBeforeAnythingIsWritten() throws IOException {
        Files.delete(folder.resolve(Task.QUORUMS.notebook()));
        Map<String, String> before = texts();
        assertThatThrownBy(() -> new Solver(COURSE).solve(submission, null, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("task2-quorums.ipynb is missing");
        assertThat(texts()).isEqualTo(before);
    }

    @Test
    void aMutantsHeaderIsRead() throws IOException {
        Mutant mutant = mutant(
                """
                // mutant of 2a
                // why: forgets
                // that half is not enough
                // loses: A.one
                // loses: B.two
                package mutants.p2a.some;

                import ftol.quorum.QuorumSize;
                import java.util.List;
                import java.time.Duration;

                class LeastQuorum { }
                """);
        assertThat(mutant.name()).isEqualTo("mutants/p2a/some");
        assertThat(mutant.part()).isEqualTo(Part.QUORUM_SIZE);
        assertThat(mutant.variant()).isFalse();
        assertThat(mutant.why()).isEqualTo("forgets that half is not enough");
        assertThat(mutant.loses()).containsExactly("A.one", "B.two");
        assertThat(mutant.source().cell())
                .as("without the imports that a notebook has anyway")
                .isEqualTo("import java.time.Duration;\n\nclass LeastQuorum { }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package a;",
                "// why: no kind\npackage a;",
                "// mutant of 1a\n// why: loses nothing\npackage a;",
                "// variant of 1a\n// loses: A.one\npackage a;"
            })
    void aHeaderThatSaysTooLittleOrTooMuchIsOurFault(String source) {
        assertThatThrownBy(() -> mutant(source))
                .isInstanceOf(CourseFault.class)
                .hasMessageContaining("LeastQuorum.java");
    }

    @Test
    void aMutantOfNoPartIsRefused() {
        assertThatThrownBy(() -> mutant("// mutant of 9z\n// loses: A.one\npackage a;"))
                .hasMessageContaining("There is no part \"9z\". The parts are 1a, ");
    }

    private Mutant mutant(String source) throws IOException {
        Path sources = folder.resolve("sources");
        Path file = sources.resolve("mutants/p2a/some/LeastQuorum.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        return Mutant.all(sources).get(0);
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Task task : Task.values()) {
            Path file = folder.resolve(task.notebook());
            if (Files.exists(file)) {
                texts.put(task.notebook(), Files.readString(file));
            }
        }
        return texts;
    }
}
