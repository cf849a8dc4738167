package ftol.grader;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.check.Part;
import ftol.check.Task;
import ftol.grader.solve.Solver;
import ftol.submission.CheckCommand;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starter's ./check as a process of its own, as students run it. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    private record Outcome(int exit, String text) {}

    @BeforeEach
    void copyTheNotebooks() throws IOException {
        for (Task task : Task.values()) {
            Files.copy(Path.of("../notebooks").resolve(task.notebook()), folder.resolve(task.notebook()));
        }
    }

    @Test
    void stubsAreGradedAndFailOnlyUnderALimit() throws Exception {
        assertThat(check("2a").exit()).isZero();
        Outcome under = check("1a", "2a", "--fail-under", "1");
        assertThat(under.exit()).isEqualTo(1);
        assertThat(under.text()).contains("not written yet", "Part 1a", "Part 2a", "Together: 0 of");
    }

    /** Of all parts, {@code JourneyIT} asks the same in a checkout. */
    @Test
    void solvedHasAllPublicPointsAlsoInMarkdown() throws Exception {
        new Solver(new Course(Path.of(".."))).solve(Submission.at(folder), null, false);
        Path markdown = folder.resolve("summary.md");
        Path junit = folder.resolve("check.xml");
        Outcome outcome = check("1a", "2a", "--markdown", markdown.toString(), "--junit", junit.toString());
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.text()).containsPattern("Together: (\\d+) of \\1 points");
        assertThat(Files.readString(markdown)).contains("### Part 1a", "### Part 2a", "| pass |");
        assertThat(Files.readString(junit))
                .contains("<testsuite name=\"1a ", "failures=\"0\" errors=\"0\" skipped=\"0\"")
                .doesNotContain("<failure", "<error");
    }

    @Test
    void aTaskIsAllItsParts() throws Exception {
        assertThat(check("2").text()).contains("Part 2a", "Part 2f").doesNotContain("Part 1");
    }

    @Test
    void wrongUsage() throws Exception {
        assertThat(check("9z")).satisfies(outcome -> {
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.text()).contains("There is no part \"9z\"", "Usage: ./check");
        });
        assertThat(check("7").text()).contains("There is no task \"7\". The tasks are 1, 2.");
        assertThat(check("--foo").text()).contains("There is no option --foo.");
        assertThat(check("--fail-under").text()).contains("--fail-under needs a value.");
        assertThat(check("--fail-under", "many").text()).contains("--fail-under needs a whole number, not \"many\".");
        assertThat(check("--help").exit()).isZero();
    }

    @Test
    void badNotebooksAreErrorsNotExceptions() throws Exception {
        Files.writeString(folder.resolve(Task.FAILOVER.notebook()), "{");
        Files.delete(folder.resolve(Task.QUORUMS.notebook()));
        Outcome outcome = check();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.text())
                .contains("task1-failover.ipynb is not a notebook", "task2-quorums.ipynb is missing", "Together: 0 of")
                .doesNotContain("\tat ");
    }

    @Test
    void anExitOfTheStudentsCodeDoesNotLookLikeSuccess() throws Exception {
        write("class LeastQuorum { static { System.exit(0); } }");
        Outcome outcome = check("2a");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).contains("Does a cell call System.exit?");
    }

    @Test
    void whatTheCodeThrowsNamesItsLine() throws Exception {
        write("class LeastQuorum implements QuorumSize {\n  public int leastVersioned(int n) { return n; }\n"
                + "  public int leastUnversioned(int n) {\n    throw new IllegalStateException(\"no\");\n  }\n}");
        assertThat(check("2a").text()).contains("Your code threw IllegalStateException: no (line 4 of the cell).");
    }

    @Test
    void aCallThatDoesNotReturnIsNamedAndTheOtherTestsAreRun() throws Exception {
        write("class LeastQuorum implements QuorumSize {\n  public int leastVersioned(int n) { return n / 2 + 1; }\n"
                + "  public int leastUnversioned(int n) {\n    while (n == 7) {}\n    return n;\n  }\n}");
        assertThat(check("2a").text())
                .contains("leastUnversioned(7) did not return within 5 seconds.", "✓ pass", "✗ fail", "✗ too slow");
    }

    @Test
    void ofWhatTheCodePrintsTheBeginningIsShown() throws Exception {
        write(
                "class LeastQuorum implements QuorumSize {\n  public int leastVersioned(int n) { return n; }\n"
                        + "  public int leastUnversioned(int n) { System.out.println(\"n = \" + n + \".\".repeat(999)); return n; }\n}");
        assertThat(check("2a").text())
                .containsPattern("(?s)Your code printed:\\R  n = \\d+\\.+.*and more, which")
                .hasSizeLessThan(8_000);
    }

    private void write(String source) throws Exception {
        Path file = folder.resolve(Task.QUORUMS.notebook());
        NotebookFile notebook = NotebookFile.read(file);
        notebook.withSource(PartCell.find(Part.QUORUM_SIZE, notebook).cell(), source)
                .write(file);
    }

    private Outcome check(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CheckCommand.class.getName(),
                folder.toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }
}
