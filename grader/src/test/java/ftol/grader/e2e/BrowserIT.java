package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ftol.check.Part;
import ftol.check.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The solved notebooks in JupyterLab, started by ./lab, in a real browser. What it looks like is kept in
 * grader/target/screenshots; docs/images/task2.png is a copy of task2-solved.png from there.
 */
class BrowserIT {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final String TOKEN = "only-for-this-test";
    private static final Path SCREENSHOTS = Fixture.TARGET.resolve("screenshots");

    private static Path python;
    private static Program.Running lab;
    private static String address;

    @BeforeAll
    static void startLab() throws IOException, InterruptedException {
        for (String needed : new String[] {"chromium", "chromedriver"}) {
            assumeThat(Fixture.find(needed)).as(needed + " is installed").isPresent();
        }
        python = selenium();
        Path checkout = Fixture.solvedCheckout("browser");
        // A free port, which the log tells.
        lab = Program.of(
                        checkout.resolve("lab"),
                        "2",
                        "--no-browser",
                        "--port=0",
                        "--IdentityProvider.token=" + TOKEN,
                        "--LabApp.expose_app_in_browser=True")
                .start(Fixture.temporary("lab.log"));
        address = waitForAddress();
    }

    @AfterAll
    static void stopLab() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void task1() throws IOException {
        JsonNode seen = browse(Task.FAILOVER, "task1-solved.png", "t1a-picture-text");
        assertThat(seen.path("pictures")).hasSizeGreaterThanOrEqualTo(4);
        // The result of a check is a table.
        assertThat(seen.path("tables"))
                .hasSizeGreaterThanOrEqualTo(Part.in(Task.FAILOVER).size());
    }

    @Test
    void task2() throws IOException {
        JsonNode seen = browse(Task.QUORUMS, "task2-solved.png", "t2a-picture-text");
        assertThat(seen.path("pictures")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(seen.path("tables"))
                .hasSizeGreaterThanOrEqualTo(3 + Part.in(Task.QUORUMS).size());
        assertThat(seen.path("marks")).hasSize(10).allSatisfy(colour -> assertThat(colour.asText())
                .isEqualTo("rgb(207, 34, 46)"));
    }

    private static JsonNode browse(Task task, String picture, String cell) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        String url = address + "lab/tree/notebooks/" + task.notebook() + "?reset&token=" + TOKEN;
        String printed = Program.of(
                        python, Fixture.SCRIPTS.resolve("browse.py"), url, SCREENSHOTS.resolve(picture), cell)
                .with("HOME", Fixture.temporary("home"))
                .run()
                .ok();
        JsonNode seen =
                new ObjectMapper().readTree(printed.lines().reduce((a, b) -> b).orElseThrow());
        assertThat(seen.path("errors")).isEmpty();
        assertThat(seen.path("popups")).isEmpty();
        assertThat(seen.path("pictures")).allSatisfy(image -> {
            assertThat(image.path("alt").asText()).hasSizeGreaterThan(20);
            // In pixels. It is drawn, and has been read as a picture.
            assertThat(image.path("inView").asInt()).isGreaterThan(400);
            assertThat(image.path("width").asInt()).isGreaterThan(400);
        });
        assertThat(SCREENSHOTS.resolve(picture)).isNotEmptyFile();
        return seen;
    }

    /** Selenium in an environment of the tests' own, kept from one build to the next. */
    private static Path selenium() throws IOException {
        Path environment = Fixture.TARGET.resolve("selenium");
        Path requirements = Fixture.SCRIPTS.resolve("requirements.txt");
        Path complete = environment.resolve("complete");
        String wanted = Files.readString(requirements);
        if (!Files.exists(complete) || !Files.readString(complete).equals(wanted)) {
            Program.of("python3", "-m", "venv", "--clear", environment).run().ok();
            Program.of(environment.resolve("bin/pip"), "install", "--quiet", "-r", requirements)
                    .run()
                    .ok();
            Files.writeString(complete, wanted);
        }
        return environment.resolve("bin/python");
    }

    private static String waitForAddress() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < Program.DEADLINE.toNanos()) {
            String log = Files.readString(lab.printed());
            Matcher matcher = ADDRESS.matcher(log);
            if (matcher.find()) {
                return matcher.group();
            }
            assertThat(lab.process().isAlive()).as(log).isTrue();
            Thread.sleep(100);
        }
        throw new AssertionError("JupyterLab does not start: " + Files.readString(lab.printed()));
    }
}
