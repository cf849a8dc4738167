package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import ftol.check.Part;
import ftol.check.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The CI files, students' and staff's: what stands in them as commands is run, in the shell and with the variables there. */
@Tag("gate")
class CiFilesIT {
    private static final String MARK =
            "0 of " + Arrays.stream(Part.values()).mapToInt(Part::points).sum();

    @Test
    void studentsSeeTheirTableOnGithub() throws IOException {
        Path checkout = clonedStarter();
        Path summary = Fixture.temporary("summary.md");

        bash(
                githubCommands(yaml(checkout.resolve(".github/workflows/check.yml")), "check"),
                checkout,
                summary,
                Map.of());

        String table = Files.readString(summary);
        for (Part part : Part.values()) {
            assertThat(table).contains("### Part " + part.id() + ", ");
        }
        assertThat(table.lines().filter(line -> line.matches("\\| .* \\| not_attempted \\| 0/\\d+ \\| .*\\|")))
                .hasSizeGreaterThan(Part.values().length);
    }

    @Test
    void studentsSeeTheirTestsOnGitlab() throws Exception {
        Path checkout = clonedStarter();
        JsonNode job = yaml(checkout.resolve(".gitlab-ci.yml")).path("check");

        String log = sh(gitlabCommands(job), checkout, Map.of());

        assertThat(log).contains("Part 1a", "not written yet", "Together: 0 of");
        assertThat(checkout.resolve(job.at("/artifacts/paths/0").textValue())).isNotEmptyFile();
        int suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(checkout.resolve(job.at("/artifacts/reports/junit").textValue())
                        .toFile())
                .getElementsByTagName("testsuite")
                .getLength();
        assertThat(suites).isEqualTo(Part.values().length);
    }

    @Test
    void staffGradeASubmissionOnGithub() throws IOException {
        Path summary = Fixture.temporary("summary.md");

        bash(
                githubCommands(yaml(Fixture.ROOT.resolve(".github/workflows/grade.yml")), "submission"),
                Fixture.ROOT,
                summary,
                Map.of("SUBMISSIONS", notebooks(Fixture.temporary("ann")), "GRADED", Fixture.temporary("graded")));

        assertThat(Files.readString(summary))
                .startsWith("## ann: " + MARK + " points")
                .contains("(hidden test)");
    }

    @Test
    void staffGradeAClassOnGithub() throws IOException {
        JsonNode workflow = yaml(Fixture.ROOT.resolve(".github/workflows/grade.yml"));
        Path students = Fixture.temporary("class");
        notebooks(students.resolve("ann"));
        notebooks(students.resolve("bob|b"));
        Path graded = Fixture.temporary("graded");
        Path summary = Fixture.temporary("summary.md");
        assertThat(workflow.at("/jobs/shard/env/JOB_INDEX").textValue()).isEqualTo("${{ strategy.job-index }}");
        assertThat(workflow.at("/jobs/shard/env/JOB_TOTAL").textValue()).isEqualTo("${{ strategy.job-total }}");

        bash(
                githubCommands(workflow, "shard"),
                Fixture.ROOT,
                summary,
                Map.of("SUBMISSIONS", students, "GRADED", graded, "JOB_INDEX", "0", "JOB_TOTAL", "1"));
        assertThat(graded.resolve("0/students")).isDirectory();
        bash(githubCommands(workflow, "merge"), Fixture.ROOT, summary, Map.of("GRADED", graded));

        assertThat(Files.readAllLines(summary))
                .containsExactly(
                        "| Student | Points |", "|---|---|", "| ann | " + MARK + " |", "| bob\\|b | " + MARK + " |");
    }

    @Test
    void staffGradeAClassOnGitlab() throws IOException {
        JsonNode jobs = yaml(Fixture.ROOT.resolve(".gitlab-ci.yml"));
        Path students = Fixture.temporary("class");
        notebooks(students.resolve("ann"));
        Path graded = Fixture.temporary("graded");
        Map<String, Object> variables =
                Map.of("FOLDER", students, "GRADED", graded, "CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "1");

        sh(gitlabCommands(jobs.path("grade")), Fixture.ROOT, variables);
        assertThat(graded.resolve("1/students/ann/junit.xml")).isNotEmptyFile();
        assertThat(jobs.at("/grade/artifacts/reports/junit").textValue())
                .isEqualTo(jobs.at("/variables/GRADED").textValue() + "/*/students/*/junit.xml");

        assertThat(sh(gitlabCommands(jobs.path("merge")), Fixture.ROOT, variables))
                .contains(MARK + "  ann");
    }

    private static Path clonedStarter() {
        Path folder = Fixture.temporary("checkout");
        Program.of("git", "clone", "--quiet", Fixture.freshRelease(), folder)
                .run()
                .ok();
        return folder;
    }

    private static Path notebooks(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Task task : Task.values()) {
            Files.copy(Fixture.ROOT.resolve("notebooks").resolve(task.notebook()), folder.resolve(task.notebook()));
        }
        return folder;
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }

    private static List<String> githubCommands(JsonNode workflow, String job) {
        return StreamSupport.stream(workflow.at("/jobs/" + job + "/steps").spliterator(), false)
                .filter(step -> step.has("run"))
                .map(step -> step.path("run").textValue())
                .toList();
    }

    private static String gitlabCommands(JsonNode job) {
        return StreamSupport.stream(job.path("script").spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.joining("\n"));
    }

    /** Each step in a shell of its own, as GitHub does. */
    private static void bash(List<String> steps, Path folder, Path summary, Map<String, ?> variables) {
        assertThat(steps).isNotEmpty();
        for (String step : steps) {
            Program program = Program.of("bash", "-e", "-o", "pipefail", "-c", step)
                    .in(folder)
                    .with("GITHUB_STEP_SUMMARY", summary);
            variables.forEach(program::with);
            Fixture.notBuilding(program.run()).ok();
        }
    }

    private static String sh(String script, Path folder, Map<String, ?> variables) {
        assertThat(script).isNotEmpty();
        Program program = Program.of("sh", "-e", "-c", script).in(folder);
        variables.forEach(program::with);
        return Fixture.notBuilding(program.run()).ok();
    }
}
