package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import ftol.check.Part;
import ftol.check.Task;
import ftol.grader.result.GradeResult;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The autograder for Gradescope, in a folder laid out as Gradescope's is. Only what setup.sh installs is here already. */
@Tag("gate")
class GradescopeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Path root;

    @BeforeAll
    static void installed() throws IOException {
        Path zip = Fixture.temporary("autograder.zip");
        String said = Fixture.grade(
                        "release", "--gradescope", "--out", zip, "--part", Part.QUORUM_SIZE.id(), "--seed", "42")
                .ok();
        assertThat(said).contains("It holds the hidden tests");
        root = Files.createDirectories(Fixture.temporary("autograder"));
        extract(zip, root.resolve("source"));
        Files.copy(root.resolve("source/run_autograder"), root.resolve("run_autograder"));
    }

    @Test
    void whatIsSolvedInAFolderGetsAllPoints() throws IOException {
        Path folder = Files.createDirectories(handedIn().resolve("ann's work"));
        for (Task task : Task.values()) {
            Files.copy(Fixture.ROOT.resolve("notebooks").resolve(task.notebook()), folder.resolve(task.notebook()));
        }
        Fixture.grade("solve", folder).ok();

        JsonNode results = run("sh", System.getenv("PATH"));

        assertThat(results.path("extra_data").path("seed").longValue()).isEqualTo(42);
        int score = 0;
        for (JsonNode test : results.path("tests")) {
            assertThat(test.path("status").textValue()).as(test.toString()).isEqualTo("passed");
            score += test.path("score").intValue();
        }
        assertThat(score).isEqualTo(Part.QUORUM_SIZE.points());
        assertThat(results.path("tests").findValuesAsText("visibility")).contains("after_published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void nothingHandedInIsSaidOfEachTest(String shell) throws IOException {
        List<String> words = List.of(shell.split(" "));
        assumeThat(Fixture.find(words.get(0)))
                .as(words.get(0) + " is installed")
                .isPresent();
        handedIn();

        JsonNode results = run(shell, System.getenv("PATH"));

        assertThat(results.path("output").textValue()).contains(Task.QUORUMS.notebook() + " is missing");
        assertThat(results.path("tests").findValuesAsText("status"))
                .isNotEmpty()
                .containsOnly("failed");
    }

    @Test
    void ourFaultIsNoMarkWithoutAReason() throws IOException {
        handedIn();
        Path broken = Files.createDirectories(Fixture.temporary("bin"));
        Path java = broken.resolve("java");
        Files.writeString(java, "#!/bin/sh\necho this java is broken\nexit 1\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        JsonNode results = run("sh", broken + File.pathSeparator + System.getenv("PATH"));

        assertThat(results.path("output").textValue()).contains("that is our fault", "It is not your mark");
        assertThat(results.has("tests")).isFalse();
    }

    /** An empty folder for what a student hands in. */
    private static Path handedIn() throws IOException {
        Fixture.delete(root.resolve("submission"));
        Fixture.delete(root.resolve("results"));
        return Files.createDirectories(root.resolve("submission"));
    }

    /** Runs the autograder, which must succeed whatever the mark, and returns its results.json. */
    private static JsonNode run(String shell, String path) throws IOException {
        Stream<String> words = Stream.concat(
                Stream.of(shell.split(" ")),
                Stream.of(root.resolve("run_autograder").toString()));
        String said = Program.of(words.toArray())
                .in(root)
                .with("AUTOGRADER_ROOT", root)
                .with("PATH", path)
                .run()
                .ok();
        JsonNode results = JSON.readTree(root.resolve("results/results.json").toFile());
        try (InputStream schema = GradeResult.class.getResourceAsStream("gradescope.schema.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(results))
                    .as(said)
                    .isEmpty();
        }
        return results;
    }

    /** As unzip does. */
    private static void extract(Path zip, Path folder) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"));
                Stream<Path> entries = Files.walk(files.getPath("/"))) {
            for (Path entry : entries.toList()) {
                Path target = folder.resolve(entry.toString().substring(1));
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(entry, target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
                }
            }
        }
        for (String script : List.of("setup.sh", "run_autograder")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(script)))
                    .contains(PosixFilePermission.OTHERS_EXECUTE);
        }
    }
}
