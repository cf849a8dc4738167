package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ftol.check.Part;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A student's, and a grader's, whole way on the newest JDK with long-term support that is at hand. */
@Tag("gate")
class JdkIT {
    /** 21, 25, 29 … have long-term support. */
    private static final int FIRST_NEWER = 21;

    private static final int YEARS_APART = 4;

    private record Jdk(Path home, int version) {}

    @Test
    void newestJdkGivesFullMarks() throws IOException {
        Optional<Jdk> newest = newest();
        assumeThat(newest)
                .as(
                        "a JDK %d, or a later one with long-term support, is in /usr/lib/jvm or in a JAVA_HOME_…",
                        FIRST_NEWER)
                .isPresent();
        Path home = newest.orElseThrow().home();
        Path checkout = Fixture.solvedCheckout("newest-jdk");

        assertThat(Program.of(checkout.resolve("check")).jdk(home).run().ok())
                .containsPattern("Together: ([1-9]\\d*) of \\1 points")
                .doesNotContainIgnoringCase("warning");

        List<ExecutedNotebook> notebooks = ExecutedNotebook.execute(checkout, home);
        assertThat(notebooks).allSatisfy(ExecutedNotebook::assertNoErrors);
        for (Part part : Part.values()) {
            assertThat(notebooks.stream().map(notebook -> notebook.html("t" + part.id() + "-check")))
                    .anyMatch(report -> !report.isEmpty())
                    .allMatch(report -> report.isEmpty() || report.contains("✓ pass"))
                    .noneMatch(report -> report.contains("✗"));
        }

        Program.Ended graded = Fixture.notBuilding(
                Program.of(Fixture.GRADE, "run", checkout).jdk(home).run());
        int points = Arrays.stream(Part.values()).mapToInt(Part::points).sum();
        assertThat(graded.ok()).contains(points + " of " + points + " points").doesNotContainIgnoringCase("warning");
    }

    private static Optional<Jdk> newest() throws IOException {
        List<Path> homes = new ArrayList<>();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().matches("JAVA_?HOME_?\\d.*|JDK_?\\d+(_HOME)?")) {
                homes.add(Path.of(variable.getValue()));
            }
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(installed)) {
                folders.forEach(homes::add);
            }
        }
        List<Jdk> newer = new ArrayList<>();
        for (Path home : homes) {
            int version = version(home);
            if (version >= FIRST_NEWER && (version - FIRST_NEWER) % YEARS_APART == 0) {
                newer.add(new Jdk(home.toRealPath(), version));
            }
        }
        return newer.stream().max(Comparator.comparingInt(Jdk::version));
    }

    /** The feature version of a JDK, from its own release file; 0 if it is none. */
    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isRegularFile(release)) {
            return 0;
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        }
        return Runtime.Version.parse(
                        properties.getProperty("JAVA_VERSION", "\"1\"").replace("\"", ""))
                .feature();
    }
}
