package ftol.grader.result;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.check.Part;
import ftol.check.PartResult;
import ftol.check.Status;
import ftol.check.TestResult;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.SandboxUsed;
import ftol.grader.result.GradeResult.TestScore;
import ftol.picture.Picture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Whatever text a student gets into a report stays text. */
class ReportsTest {
    private static final String EVIL = "<script>alert(1)</script> | `x` ]]> & \" \u0001\u0000\r\n\ud800 [a](b)";
    private static final GradeResult RESULT = new GradeResult(
            1,
            EVIL,
            0,
            2,
            42,
            new SandboxUsed(1, "tier 1"),
            List.of(new PartScore(
                    "1a",
                    "title",
                    "fail",
                    0,
                    2,
                    EVIL,
                    List.of(
                            new TestScore("T.a", EVIL, "fail", 0, 1, false, EVIL + "2", null),
                            new TestScore("T.b", "b", "inconclusive", 1, 1, true, EVIL + "3", null)))),
            List.of(EVIL),
            List.of());

    @Test
    void htmlHasNoMarkupFromStudents() {
        assertThat(HtmlReport.of(RESULT, Map.of())).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void theCounterexampleOfAPublicTestIsDrawnAndOfAHiddenOneNothingIsTold() {
        Table table = Table.create(EVIL, StringColumn.create("c", "public <b>table</b> " + EVIL));
        GradeResult result = GradeResult.of(
                "ann",
                1,
                new SandboxUsed(1, "tier 1"),
                List.of(PartResult.of(
                        Part.QUORUM_SIZE,
                        List.of(
                                failed("T.table", false, table),
                                failed("T.picture", false, new Picture("<svg/>", "public picture " + EVIL)),
                                failed("T.again", false, new Picture("<svg/>", "public picture " + EVIL)),
                                failed("T.hidden", true, new Picture("<svg/>", "secret picture"))))),
                List.of());

        String html = HtmlReport.of(result, Map.of());

        assertThat(html)
                .contains("public &lt;b&gt;table&lt;/b&gt; &lt;script&gt;", "What to think of (T.hidden).")
                .containsOnlyOnce("alt=\"public picture &lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("the same as of “T.picture”")
                .contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'\">")
                .doesNotContain("<script", "<b>", "secret");
        assertThat(ResultFiles.json(result)).contains("public picture").doesNotContain("secret");
    }

    private static TestResult failed(String id, boolean hidden, Object exhibit) {
        String message = (hidden ? "secret inputs of " : "inputs of ") + id;
        return new TestResult(id, id, Status.FAIL, 1, message, hidden, "What to think of (" + id + ").", exhibit);
    }

    @Test
    void testsThatFailForTheSameReasonAreOneRow() {
        PartScore broken = new PartScore(
                "1a",
                "title",
                "error",
                0,
                5,
                "does not compile",
                List.of(
                        new TestScore("T.a", "first", "error", 0, 2, false, "does not compile", null),
                        new TestScore("T.b", "second", "error", 0, 3, true, "does not compile", null)));

        assertThat(TestGroup.of(broken)).singleElement().satisfies(group -> assertThat(group.why())
                .isEmpty());
        assertThat(MarkdownReport.of(new GradeResult(
                        1, "ann", 0, 5, 1, new SandboxUsed(1, "tier 1"), List.of(broken), List.of(), List.of())))
                .contains("| first<br>second (hidden test) | error | 0/5 |  |")
                .containsOnlyOnce("does not compile");
    }

    @Test
    void markdownTablesKeepTheirShape() {
        String markdown = MarkdownReport.of(RESULT);
        assertThat(markdown).containsOnlyOnce("(hidden test)").contains("| b (hidden test) |");
        assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(5));
        assertThat(markdown.lines().filter(line -> line.contains("<script")))
                .as("only as indented code, where nothing is markup")
                .allMatch(line -> line.startsWith("    "));
    }

    @Test
    void junitXmlIsXmlAndCountsRight() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(JUnitReport.of(RESULT).getBytes(StandardCharsets.UTF_8)));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(((Element) suite.getElementsByTagName("testcase").item(1)).getAttribute("name"))
                .isEqualTo("b (hidden test)");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message"))
                .startsWith("<script>alert(1)</script> | `x` ]]> & \"")
                .doesNotContain("\u0001");
    }

    @Test
    void allFilesAreWrittenWhateverIsInThem(@TempDir Path folder) throws IOException {
        ResultFiles.write(RESULT, folder.resolve("new"));
        for (String name : List.of("result.json", "report.html", "report.md", "junit.xml")) {
            assertThat(Files.readString(folder.resolve("new").resolve(name))).contains("alert(1)");
        }
    }
}
