package ftol.grader.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tests of get-assignment and of the starter's scripts, in one of the plainest shells there are. */
class ScriptsIT {
    /** Every way through the scripts once. {@link AllScriptsIT} tries what else goes wrong around them. */
    static final String CASES = "usage_is_explained unknown_names lists gets_newest gets_older foreign twice"
            + " newer offline no_git no_python no_jdk java_home disk_full half_made interrupted course doctor lab check";

    private static final Set<String> NOT_OURS = Set.of(".git", "target", ".venv", "node_modules");

    @Test
    void dash() {
        assumeThat(Fixture.find("dash")).as("dash is installed").isPresent();
        assertPassed(test("dash", CASES));
    }

    @Test
    void shellcheckFindsNothing() throws IOException {
        assumeThat(Fixture.find("shellcheck")).as("shellcheck is installed").isPresent();
        List<Path> scripts = scripts();
        assertThat(scripts)
                .extracting(script -> Fixture.ROOT.relativize(script).toString())
                .contains("get-assignment", "grader/grade", "grader/starter/lab", "grader/starter/lib/jdk.sh");
        List<Object> words = new ArrayList<>(List.of("shellcheck", "--shell=sh", "--exclude=SC1091"));
        words.addAll(scripts);
        Program.of(words.toArray()).run().ok();
    }

    /** @param cases which, or none for all */
    static Program.Ended test(String shell, String cases, Object... release) {
        List<Object> words = new ArrayList<>(List.of("sh", "tests/scripts/get-assignment-test.sh"));
        words.addAll(List.of(release));
        return Fixture.withPackageCaches(Program.of(words.toArray()))
                .with("FTOL_SH", shell)
                .with("FTOL_CASES", cases)
                .run();
    }

    static void assertPassed(Program.Ended ended) {
        assertThat(ended.output()
                        .strip()
                        .lines()
                        .reduce((first, second) -> second)
                        .orElse(""))
                .as(ended.output())
                .matches("[1-9]\\d* passed, 0 failed");
        assertThat(ended.code()).isZero();
    }

    private static List<Path> scripts() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(Fixture.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && isScript(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean isScript(Path file) throws IOException {
        String name = file.getFileName().toString();
        return name.endsWith(".sh")
                || (!name.contains(".") && new String(Files.readAllBytes(file), UTF_8).startsWith("#!/bin/sh\n"));
    }
}
