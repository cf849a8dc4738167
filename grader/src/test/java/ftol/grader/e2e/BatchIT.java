package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.check.Part;
import ftol.check.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A small class, graded for real: killed, resumed, in shards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BatchIT {
    /** With one seed every run, whole or in pieces, must say the same of a submission to the letter. */
    private static final String[] PARTS = {"--part", "1a", "--part", "2a", "--seed", "42"};

    private static final String FULL = "\"score\" : " + (Part.DETECTOR.points() + Part.QUORUM_SIZE.points()) + ",";
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();

    private static Path students;
    private static Path whole;

    @BeforeAll
    static void aClass() throws IOException {
        students = Files.createDirectories(Fixture.temporary("class"));
        notebooks(students.resolve("starter"));
        notebooks(students.resolve("solved"));
        notebooks(students.resolve("mutant"));
        Fixture.grade("solve", students.resolve("solved")).ok();
        Fixture.grade("solve", students.resolve("mutant"), "--with", "mutants/p1a/stale_refreshes")
                .ok();
        Files.writeString(students.resolve("broken.zip"), "hello");
        whole = Fixture.temporary("whole");
    }

    @Test
    @Order(1)
    void oneRunGradesAllAndABrokenSubmissionStopsNobody() throws IOException {
        batch(whole).ok();

        Map<String, String> results = results(whole);
        assertThat(results.keySet()).containsExactly("broken", "mutant", "solved", "starter");
        assertThat(results.get("solved")).contains(FULL);
        assertThat(results.values()).allSatisfy(result -> assertThat(result).contains("\"seed\" : 42,"));
        assertThat(results.get("starter")).contains("\"score\" : 0,");
        assertThat(results.get("mutant")).doesNotContain(FULL);
        assertThat(results.get("broken")).contains("broken.zip is not a zip file that can be read");
        assertThat(whole).isDirectoryContaining(path -> path.endsWith("class.html"));
        assertThat(Files.readAllLines(whole.resolve("gradebook.csv"))).hasSize(5);
    }

    @Test
    @Order(2)
    void aKilledGraderGoesOnWhereItWas() throws IOException, InterruptedException {
        Path out = Fixture.temporary("killed");
        Process grader = new ProcessBuilder(command(out))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long deadline = System.nanoTime() + PATIENCE;
        while (results(out).isEmpty() && grader.isAlive() && deadline - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        grader.destroyForcibly().waitFor();
        Map<String, String> before = results(out);
        assertThat(before).isNotEmpty();

        batch(out, "--resume").ok();

        assertThat(results(out)).isEqualTo(results(whole));
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(".lock", "students", "class.html", "gradebook.csv");
        }
    }

    @Test
    @Order(3)
    void shardsGiveTogetherWhatOneRunGives() throws IOException {
        Path first = Fixture.temporary("first");
        Path second = Fixture.temporary("second");
        Path merged = Fixture.temporary("merged");
        batch(first, "--shard", "1/2").ok();
        batch(second, "--shard", "2/2").ok();

        Fixture.grade("merge", first, second, "--out", merged, "--format", "gradescope")
                .ok();

        assertThat(results(merged)).isEqualTo(results(whole));
        assertThat(merged.resolve("students/solved/gradescope-results.json")).isNotEmptyFile();
        assertThat(merged.resolve("gradebook.csv")).hasSameTextualContentAs(whole.resolve("gradebook.csv"));
        assertThat(merged.resolve("class.html")).hasSameTextualContentAs(whole.resolve("class.html"));
    }

    @Test
    @Order(4)
    void aChangedSubmissionIsGradedAgainAndItsMarkWaitsForConsent() throws IOException {
        Fixture.grade("solve", students.resolve("starter")).ok();

        String said = batch(whole, "--resume").ok();

        assertThat(said).containsPattern("starter +0 -> \\d+").contains("--accept");
        assertThat(results(whole).get("starter")).contains("\"score\" : 0,");
        batch(whole, "--accept").ok();
        assertThat(results(whole).get("starter")).contains(FULL);
        assertThat(batch(whole, "--resume").ok()).doesNotContain("->");
    }

    @Test
    @Order(5)
    void resultsOfAnEarlierRunAreNotOverwritten() {
        Program.Ended refused = batch(whole);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.output()).contains("has results of an earlier run", "--resume");
    }

    private static void notebooks(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Task task : Task.values()) {
            Files.copy(Fixture.ROOT.resolve("notebooks").resolve(task.notebook()), folder.resolve(task.notebook()));
        }
    }

    private static String[] command(Path out, String... more) {
        return Stream.of(
                        Stream.of(Fixture.GRADE.toString(), "batch", students.toString(), "--out", out.toString()),
                        Stream.of(PARTS),
                        Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private static Program.Ended batch(Path out, String... more) {
        return Fixture.notBuilding(Program.of((Object[]) command(out, more)).run());
    }

    /** Each student's result.json. */
    private static Map<String, String> results(Path out) throws IOException {
        Map<String, String> results = new TreeMap<>();
        Path folder = out.resolve("students");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                for (Path student : found.toList()) {
                    results.put(student.getFileName().toString(), Files.readString(student.resolve("result.json")));
                }
            }
        }
        return results;
    }
}
