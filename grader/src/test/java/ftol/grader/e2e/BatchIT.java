package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.check.Part;
import ftol.check.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A small class, graded for real: interrupted, killed, resumed, in shards, with written answers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("gate")
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
        Path answered = students.resolve("mutant").resolve(Task.FAILOVER.notebook());
        Files.writeString(
                answered,
                Files.readString(answered).replaceFirst("\\*Your answer:\\*", "*Your answer:* It is <b>stale</b>."));
        Files.writeString(students.resolve("broken.zip"), "hello");
        Files.writeString(students.resolve("=cmd().ipynb"), "{}");
        Files.writeString(students.resolve("beeann_LATE_12_77_report.ipynb"), "{}");
        Files.writeString(students.resolve("notes.txt"), "nobody's");
        whole = Fixture.temporary("whole");
    }

    @Test
    @Order(1)
    void oneRunGradesAllAndABrokenSubmissionStopsNobody() throws IOException {
        assertThat(batch(whole).ok()).contains("Ignored, since it is no folder, zip or notebook (*.ipynb): notes.txt");

        Map<String, String> results = results(whole);
        assertThat(results.keySet()).contains("beeann_12", "broken", "mutant", "solved", "starter");
        assertThat(results.get("solved")).contains(FULL);
        assertThat(results.values()).allSatisfy(result -> assertThat(result).contains("\"seed\" : 42,"));
        assertThat(results.get("starter")).contains("\"score\" : 0,");
        assertThat(results.get("mutant")).doesNotContain(FULL);
        assertThat(results.get("broken")).contains("broken.zip is not a zip file that can be read");
        assertThat(whole).isDirectoryContaining(path -> path.endsWith("class.html"));
        assertThat(Files.readAllLines(whole.resolve("gradebook.csv")))
                .containsExactly(
                        "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,"
                                + "late_submission_penalty,score,max_score",
                        "ftol,,,'=cmd(),,,,0,0.00,0.00,25",
                        "ftol,,,beeann_12,,,,0,0.00,0.00,25",
                        "ftol,,,broken,,,,0,0.00,0.00,25",
                        "ftol,,,mutant,,,,18,0.00,18.00,25",
                        "ftol,,,solved,,,,25,0.00,25.00,25",
                        "ftol,,,starter,,,,0,0.00,0.00,25");
    }

    @Test
    @Order(2)
    void anInterruptedAndThenKilledGraderGoesOnWhereItWas() throws IOException, InterruptedException {
        Path out = Fixture.temporary("interrupted");
        Path said = Fixture.temporary("said");
        Process grader = untilGraded(1, out, said);
        List<ProcessHandle> started = grader.descendants().toList();
        // A terminal sends Ctrl-C to all processes in it.
        Program.of("python3", "-c", "import os, signal, sys; os.killpg(int(sys.argv[1]), signal.SIGINT)", grader.pid())
                .run()
                .ok();

        assertThat(grader.waitFor()).isEqualTo(130);
        assertThat(Files.readString(said))
                .contains("Interrupted.", "grader/grade batch " + students, "--part 2a --seed 42 --resume");
        Map<String, String> first = results(out);
        assertThat(first).isNotEmpty().hasSizeLessThan(results(whole).size());
        assertThat(results(whole)).containsAllEntriesOf(first);
        List<String> gradebook = Files.readAllLines(whole.resolve("gradebook.csv"));
        List<String> interrupted = Files.readAllLines(out.resolve("gradebook.csv"));
        assertThat(interrupted)
                .hasSameSizeAs(gradebook)
                .anyMatch(row -> row.endsWith(",,,,25") || row.endsWith(",,,,0"))
                .filteredOn(row -> !row.matches(".*,,,,\\d+"))
                .isSubsetOf(gradebook);
        // Those of the sandbox end when they notice that the grader has.
        CompletableFuture.allOf(started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE, TimeUnit.NANOSECONDS)
                .join();

        Path noMarks = Files.writeString(Fixture.temporary("marks.csv"), "student_id,question,points\n");
        Fixture.grade("answers", "import", out, noMarks).ok();
        assertThat(Files.readAllLines(out.resolve("gradebook.csv")))
                .as("who waits still waits")
                .isEqualTo(interrupted);

        untilGraded(first.size() + 1, out, said, "--resume").destroyForcibly().waitFor();
        assertThat(results(whole)).containsAllEntriesOf(results(out));

        batch(out, "--resume").ok();

        assertThat(results(out)).isEqualTo(results(whole));
        assertThat(out.resolve("gradebook.csv")).hasSameTextualContentAs(whole.resolve("gradebook.csv"));
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            ".lock", ".codes", "students", "handed-in.json", "class.html", "gradebook.csv");
        }
    }

    /** A grader with a group of processes of its own, as in a terminal, that has graded so many. */
    private static Process untilGraded(int students, Path out, Path said, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-c",
                "import os, signal, sys; os.setsid(); signal.signal(signal.SIGINT, signal.SIG_DFL);"
                        + " os.execv(sys.argv[1], sys.argv[1:])"));
        command.addAll(List.of(command(out, more)));
        Process grader = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        long deadline = System.nanoTime() + PATIENCE;
        while (results(out).size() < students && grader.isAlive() && deadline - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return grader;
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

    @Test
    @Order(6)
    void writtenAnswersAreMarkedByHandAndStayMarked() throws IOException {
        Path table = Fixture.temporary("marks.csv");
        Fixture.grade("answers", "export", whole, "--csv", table, "--anonymous").ok();
        assertThat(Files.readString(whole.resolve("answers.html")))
                .contains("It is &lt;b&gt;stale&lt;/b&gt;.")
                .doesNotContain("mutant");
        String blank = Files.readString(table);
        assertThat(blank.lines()).hasSize(2);
        Files.writeString(table, blank.replaceFirst(",1a,,", ",1a,3.5,Whose?"));

        assertThat(Fixture.grade("answers", "import", whole, table).ok()).contains("1 new marks");

        String row = "ftol,,,mutant,,,,21.5,0.00,21.50,45,18,3.5";
        assertThat(Files.readAllLines(whole.resolve("gradebook.csv"))).contains(row);
        batch(whole, "--resume").ok();
        assertThat(Files.readAllLines(whole.resolve("gradebook.csv"))).contains(row);
        assertThat(Files.readString(whole.resolve("students/mutant/report.html")))
                .contains("Whose?", "3.5 of 5");
    }

    @Test
    @Order(7)
    void changedPointsOfAQuestionAreNoticed() throws IOException {
        Map<String, String> before = results(whole);
        // As if the question had been worth less when this was graded.
        Path student = whole.resolve("students/mutant");
        rewrite(
                student.resolve("result.json"),
                "(\"question\" : \"1a\",\\s+\"prompt\" : \"[^\\n]*\",\\s+\"max_score\" : )5",
                "$13");
        rewrite(student.resolve("made-from.json"), "(\"questions\" : )\"\\w+\"", "$1\"others\"");

        assertThat(batch(whole, "--resume").ok()).containsPattern("mutant +18 -> 18; question 1a: of 3 points -> of 5");
        assertThat(results(whole)).isNotEqualTo(before);

        batch(whole, "--accept").ok();

        assertThat(results(whole))
                .as("all is as it was, and nothing else changed")
                .isEqualTo(before);
        assertThat(batch(whole, "--resume").ok()).doesNotContain("->");
    }

    private static void rewrite(Path file, String pattern, String replacement) throws IOException {
        String text = Files.readString(file);
        String changed = text.replaceFirst(pattern, replacement);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
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
