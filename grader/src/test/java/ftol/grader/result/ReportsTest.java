package ftol.grader.result;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.SandboxUsed;
import ftol.grader.result.GradeResult.TestScore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

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
                            new TestScore("T.a", EVIL, "fail", 0, 1, false, EVIL + "2"),
                            new TestScore("T.b", "b", "inconclusive", 1, 1, true, EVIL + "3")))),
            List.of(EVIL));

    @Test
    void htmlHasNoMarkupFromStudents() {
        assertThat(HtmlReport.of(RESULT)).doesNotContain("<script").contains("&lt;script&gt;");
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
                .parse(new ByteArrayInputStream(JUnitXml.of(RESULT).getBytes(StandardCharsets.UTF_8)));
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
