package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ftol.check.Part;
import ftol.check.Task;
import ftol.grader.Course;
import ftol.grader.Submission;
import ftol.grader.solve.Solver;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A suite that is run by root, as in most containers, says nothing of a grader that an ordinary user runs, who has no user
 * for each child and no rights to give away. So here {@code nobody} grades, with a copy of the grader, and must come to the
 * same result.
 */
@EnabledOnOs(OS.LINUX)
class OrdinaryUserIT {
    /** What {@code grader/grade run} needs of the course repository. The archives that let JVMs start faster it does not. */
    private static final List<String> NEEDED = List.of(
            "pom.xml",
            "grader/pom.xml",
            "grader/grade",
            "grader/target/built.stamp",
            "grader/target/ftol-grader-1.jar",
            "grader/target/ftol-grader-1-child.jar",
            "grader/target/lib",
            "src/kit/target/ftol-kit-1-graded.jar",
            "tests/public/target/ftol-public-tests-1.jar",
            "tests/public/target/lib",
            "tests/hidden/target/ftol-hidden-tests-1.jar",
            "notebooks");

    private static final Part SOLVED = Part.DETECTOR;
    private static final Part ATTACKED = Part.QUORUM_SIZE;

    @TempDir
    private static Path folder;

    private static Path submission;

    @BeforeAll
    static void copyForNobody() throws Exception {
        assumeTrue(
                Program.of("id", "-u").run().ok().equals("0"),
                "the suite is run by an ordinary user: AttacksIT and SandboxTest are this test");
        assumeTrue(Fixture.find("setpriv").isPresent(), "there is no setpriv (util-linux)");
        permit(folder, "rwxr-xr-x");
        permit(Files.createDirectories(folder.resolve("temporary")), "rwxrwxrwx");
        permit(Files.createDirectories(folder.resolve("results")), "rwxrwxrwx");
        for (String path : NEEDED) {
            copy(Fixture.ROOT.resolve(path), folder.resolve("course").resolve(path));
        }
        Files.createDirectories(folder.resolve("course/grader/src/main"));
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        permit(secret, "rw-r--r--");
        submission = submission(secret);
        open(folder.resolve("course"));
        open(submission);
        assumeTrue(
                nobody("test", "-r", folder.resolve("course/grader/grade")).code() == 0,
                "an ordinary user cannot get at " + folder);
        assumeTrue(
                nobody(java(), "-version").code() == 0,
                "only root can use the JDK in " + System.getProperty("java.home"));
    }

    /** One part is right, and in another one the code reads a file. */
    private static Path submission(Path secret) throws Exception {
        Path made = Files.createDirectories(folder.resolve("submission"));
        for (Task task : Task.values()) {
            Files.copy(Fixture.ROOT.resolve("notebooks").resolve(task.notebook()), made.resolve(task.notebook()));
        }
        new Solver(new Course(Fixture.ROOT)).solve(Submission.at(made), null, false);
        Path file = made.resolve(ATTACKED.task().notebook());
        NotebookFile notebook = NotebookFile.read(file);
        String attack = Files.readString(Fixture.ROOT.resolve("tests/attacks/read-file.java"));
        notebook.withSource(PartCell.find(ATTACKED, notebook).cell(), attack.replace("@SECRET@", secret.toString()))
                .write(file);
        return made;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void gradesAndDeniesAsForRoot(int tier) throws IOException {
        Program.Ended asRoot = run(Fixture.GRADE, "root-" + tier, tier, List.of());
        assumeTrue(asRoot.code() == 0, "tier " + tier + " does not work here at all: " + asRoot.output());
        assumeTrue(
                tier != 1
                        || nobody("bwrap", "--unshare-all", "--ro-bind", "/", "/", "true")
                                        .code()
                                == 0,
                "here only root can make the namespaces that tier 1 needs");

        String said = run(copied(), "nobody-" + tier, tier, setpriv()).ok();

        assertThat(said).contains(SOLVED.points() + " of " + SOLVED.points() + "  pass");
        assertThat(result("nobody-" + tier))
                .isEqualTo(result("root-" + tier))
                .contains("\"tier\" : " + tier, "Your code threw IllegalStateException: denied")
                .doesNotContain("read the secret");
        assertThat(folder.resolve("temporary")).isEmptyDirectory();
    }

    /** What is denied above is possible for this user without a sandbox. */
    @Test
    void theAttackSucceedsWithoutASandbox() throws IOException {
        run(copied(), "control", 4, setpriv(), "--allow-weak-sandbox").ok();

        assertThat(result("control")).contains("Your code threw IllegalStateException: read the secret");
        assertThat(folder.resolve("temporary")).isEmptyDirectory();
    }

    private static Path copied() {
        return folder.resolve("course/grader/grade");
    }

    private static String result(String name) throws IOException {
        return Files.readString(folder.resolve("results").resolve(name).resolve("result.json"));
    }

    private static Program.Ended run(Path grade, String out, int tier, List<String> as, String... more) {
        List<Object> words = new ArrayList<>(as);
        words.addAll(List.of(
                grade, "run", submission, "--out", folder.resolve("results").resolve(out)));
        words.addAll(List.of("--part", SOLVED.id(), "--part", ATTACKED.id(), "--sandbox", String.valueOf(tier)));
        words.addAll(List.of(more));
        return Fixture.notBuilding(program(words.toArray()).run());
    }

    private static Program.Ended nobody(Object... words) {
        List<Object> all = new ArrayList<>(setpriv());
        all.addAll(List.of(words));
        return program(all.toArray()).run();
    }

    private static List<String> setpriv() {
        return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
    }

    /** Whatever it writes of its own accord is in our folder, and goes with it. */
    private static Program program(Object... words) {
        return Program.of(words)
                .in(folder)
                .with("JAVA_TOOL_OPTIONS", "-XX:-UsePerfData -Djava.io.tmpdir=" + folder.resolve("temporary"));
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** With the times of the files, by which the script sees that all is built. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Lets everybody read this folder, whatever root's usual permissions are; what is executable stays so. */
    private static void open(Path made) throws IOException {
        try (Stream<Path> all = Files.walk(made)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                permit(one, Files.isDirectory(one) || one.endsWith("grade") ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
