package ftol.grader.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import ftol.grader.result.GradeResult.Exhibit;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.SandboxUsed;
import ftol.grader.result.GradeResult.TestScore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.reporting.tooling.core.htmlreport.DefaultHtmlReportWriter;
import org.opentest4j.reporting.tooling.core.validator.DefaultValidator;

/** Each format is read by what reads it elsewhere, or checked by its schema, with whatever text a student got into it. */
class FormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVIL = "<b>&\"' ]]> \u0000\u001b[31m \ud800 é | 日本";
    private static final Instant TIME = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static final Map<String, String> RUNNER = Map.of(
            "CLASSROOM", "fault-tolerance",
            "ASSIGNMENT", "ftol",
            "ASSIGNMENT_TYPE", "individual",
            "OWNER", "ann",
            "SUBMISSION_TAG", "submit/2026-11-22T09-59-00Z-a1b2c3d",
            "COMMIT_URL", "https://example.org/commit",
            "RELEASE_URL", "https://example.org/release");
    private static final GradeResult RESULT = new GradeResult(
            1,
            EVIL,
            3,
            10,
            42,
            new SandboxUsed(1, "tier 1"),
            List.of(
                    new PartScore(
                            "1a",
                            "Detector",
                            "timeout",
                            3,
                            6,
                            "",
                            List.of(
                                    test("passes", "pass", 1, 1, false, ""),
                                    new TestScore(
                                            "T.fails",
                                            "fails " + EVIL,
                                            "fail",
                                            0,
                                            1,
                                            false,
                                            "wrong " + EVIL,
                                            new Exhibit("drawn in words", "<svg/>")),
                                    test("slow", "timeout", 0, 1, true, "hint"),
                                    test("crashes", "crash", 0, 1, true, "hint"),
                                    test("ours", "inconclusive", 2, 2, true, "our fault"))),
                    new PartScore(
                            "2a",
                            "Quorums",
                            "error",
                            0,
                            4,
                            "line 3: ';' expected",
                            List.of(
                                    test("one", "error", 0, 3, false, "line 3: ';' expected"),
                                    test("two", "error", 0, 1, true, "line 3: ';' expected"))),
                    new PartScore("2b", "No tests", "inconclusive", 0, 0, "", List.of())),
            List.of("a note"),
            List.of());

    private static TestScore test(String name, String status, int score, int max, boolean hidden, String message) {
        return new TestScore("T." + name, name, status, score, max, hidden, message, null);
    }

    @Test
    void gradescope() throws IOException {
        JsonNode results = valid("gradescope.schema.json", Gradescope.of(RESULT));

        assertThat(sum(results, "score")).isEqualTo(RESULT.score());
        assertThat(sum(results, "max_score")).isEqualTo(RESULT.maxScore());
        assertThat(results.path("output").textValue()).contains("Part 2a: line 3: ';' expected", "a note", "our fault");
        assertThat(results.path("tests").findValuesAsText("number"))
                .startsWith("1a.1", "1a.2")
                .endsWith("2a.2");
        JsonNode failed = results.path("tests").path(1);
        assertThat(failed.path("status").textValue()).isEqualTo("failed");
        assertThat(failed.path("visibility").textValue()).isEqualTo("visible");
        assertThat(failed.path("output").textValue()).contains(EVIL.replace("\ud800", "?"), "drawn in words");
        JsonNode hidden = results.path("tests").path(2);
        assertThat(hidden.path("visibility").textValue()).isEqualTo("after_published");
        JsonNode ours = results.path("tests").path(4);
        assertThat(ours.has("status")).as("neither passed nor failed").isFalse();
        assertThat(ours.path("score").intValue()).isEqualTo(2);
    }

    @Test
    void classroom50() throws IOException {
        JsonNode result = valid("classroom50.schema.json", Classroom50.of(RESULT, TIME, RUNNER));

        assertThat(result.path("owner").textValue()).isEqualTo("ann");
        assertThat(result.path("review")).isEqualTo(result.path("commit"));
        assertThat(result.path("datetime").textValue()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(result.path("score").intValue())
                .isEqualTo(sum(result, "score"))
                .isEqualTo(RESULT.score());
        assertThat(result.path("max-score").intValue())
                .isEqualTo(sum(result, "max-score"))
                .isEqualTo(RESULT.maxScore());
        assertThat(result.path("tests").findValuesAsText("passed"))
                .containsExactly("true", "false", "false", "false", "false", "false", "false");
    }

    @Test
    void classroom50WithoutItsRunnerIsRefused() {
        Map<String, String> incomplete = new HashMap<>(RUNNER);
        incomplete.remove("OWNER");
        incomplete.put("COMMIT_URL", "");

        assertThatThrownBy(() -> Classroom50.of(RESULT, TIME, incomplete))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("Not set: OWNER, COMMIT_URL.");
    }

    @Test
    void openTestReporting(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("open-test-report.xml");
        ResultFiles.write(RESULT, folder, List.of(Format.OPEN_TEST_REPORTING), TIME);

        assertThat(new DefaultValidator().validate(file)).isEmpty();
        Path page = folder.resolve("page.html");
        new DefaultHtmlReportWriter().writeHtmlReport(List.of(file), page);
        assertThat(Files.readString(page)).contains("1a Detector", "our fault", "3/10", "hidden", "日本");
    }

    @Test
    void junitXml() throws Exception {
        List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(JUnitReport.of(RESULT).getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8));

        assertThat(suites).extracting(ReportTestSuite::getNumberOfTests).containsExactly(5, 2, 0);
        assertThat(suites).extracting(ReportTestSuite::getNumberOfFailures).containsExactly(1, 0, 0);
        assertThat(suites).extracting(ReportTestSuite::getNumberOfErrors).containsExactly(2, 2, 0);
        assertThat(suites).extracting(ReportTestSuite::getNumberOfSkipped).containsExactly(1, 0, 0);
        ReportTestCase failed = suites.get(0).getTestCases().get(1);
        assertThat(failed.getFailureMessage()).contains("<b>&", "日本");
        assertThat(failed.getFailureType()).isEqualTo("fail");
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThatThrownBy(() -> Format.of("xml"))
                .hasMessageContaining("\"xml\"")
                .hasMessageContaining("gradescope, open-test-reporting, classroom50");
    }

    private static int sum(JsonNode result, String points) {
        int sum = 0;
        for (JsonNode test : result.path("tests")) {
            sum += test.path(points).intValue();
        }
        return sum;
    }

    private static JsonNode valid(String schema, String written) throws IOException {
        JsonNode result = JSON.readTree(written.getBytes(StandardCharsets.UTF_8));
        try (InputStream text = FormatsTest.class.getResourceAsStream(schema)) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(text)
                            .validate(result))
                    .isEmpty();
        }
        return result;
    }
}
