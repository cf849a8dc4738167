package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import ftol.check.Part;
import ftol.check.Task;
import ftol.grader.result.GradeResult;
import ftol.grader.solve.Mutant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** From get-assignment to the marks, in one checkout: as it comes, solved, and with one part done wrong. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ALL_POINTS =
            Arrays.stream(Part.values()).mapToInt(Part::points).sum();
    private static final int TWO_PARTS_POINTS = Part.DETECTOR.points() + Part.QUORUM_SIZE.points();
    /** How a cell begins that shows what the student's class computes. */
    private static final String DEMO = "demo(\"";

    private static final String IMAGE = "<img ";
    /** What such a cell says before the class is written. */
    private static final String CALM = "is not written yet: write ";

    private static final String UNSAFE_RED = "#cf222e";

    private static List<ExecutedNotebook> solved;

    @Test
    @Order(1)
    void starterRunsFromTopToBottom() {
        List<ExecutedNotebook> notebooks = ExecutedNotebook.execute(Fixture.checkout());
        assertThat(notebooks).allSatisfy(ExecutedNotebook::assertNoErrors);
        assertThat(shown(notebooks, "t1a-example")).contains("<img ");
        assertThat(shown(notebooks, "t2a-example")).contains("<img ");
        for (Part part : Part.values()) {
            String report = shown(notebooks, "t" + part.id() + "-check");
            assertThat(report)
                    .contains("not written yet", "0 of ")
                    .containsOnlyOnce("what belongs there: line ")
                    .doesNotContain("✓", "✗");
        }
        assertThat(demos(notebooks))
                .isNotEmpty()
                .allSatisfy((cell, shown) -> assertThat(shown).as(cell).contains(CALM));
    }

    @Test
    @Order(2)
    void starterScoresNothing() throws IOException {
        JsonNode result = gradeAndCompareFormats(0);
        for (JsonNode part : result.path("parts")) {
            assertThat(part.path("status").asText()).isEqualTo("not_attempted");
            assertThat(part.path("tests"))
                    .isNotEmpty()
                    .allSatisfy(test -> assertThat(test.path("status").asText()).isEqualTo("not_attempted"));
        }
    }

    @Test
    @Order(3)
    void solvedNotebooksShowFullMarks() {
        Fixture.grade("solve", Fixture.checkout()).ok();
        solved = ExecutedNotebook.execute(Fixture.checkout());
        assertThat(solved).allSatisfy(ExecutedNotebook::assertNoErrors);
        for (Part part : Part.values()) {
            assertFullPublicMarks(shown(solved, "t" + part.id() + "-check"));
        }
    }

    @Test
    @Order(4)
    void demosArePicturesWithAltTextOrTables() {
        assertThat(demos(solved)).allSatisfy((cell, shown) -> {
            assertThat(shown).as(cell).containsAnyOf(IMAGE, "<table");
            if (shown.contains(IMAGE)) {
                assertThat(shown)
                        .as(cell)
                        .containsPattern("<img [^>]*alt=\"[^\"]{20,}\"")
                        .containsPattern("<img [^>]*src=\"data:image/svg\\+xml;base64,[A-Za-z0-9+/=]{100,}\"");
            }
        });
        // Each part ends in something to look at.
        assertThat(Part.values()).allSatisfy(part -> assertThat(demos(solved).keySet())
                .anyMatch(cell -> cell.startsWith("t" + part.id() + "-")));
        assertThat(shown(solved, "t1a-picture")).contains(IMAGE);
        assertThat(shown(solved, "t1b-picture"))
                .contains("Accepted: (1, 1), (1, 2), (1, 4), (1, 5), (2, 1).")
                .doesNotContain("Mistakes");
    }

    @Test
    @Order(5)
    void tableHasTheRightQuorums() {
        List<List<ExecutedNotebook.Cell>> rows = table("t2a-table");
        assertThat(rows).hasSize(12).allSatisfy(row -> assertThat(row).hasSize(9));
        int compared = 0;
        for (GoldenQuorums golden : GoldenQuorums.all()) {
            if (golden.n() <= rows.size()) {
                List<ExecutedNotebook.Cell> row = rows.get(golden.n() - 1);
                assertThat(row.get(0).text()).isEqualTo(Integer.toString(golden.n()));
                assertThat(row.get(golden.versioned() ? 5 : 1).text())
                        .as("%s", golden)
                        .isEqualTo(Integer.toString(golden.q()));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(9);
    }

    @Test
    @Order(6)
    void formulasThatAreTooSmallAreMarkedInRed() {
        int unsafe = 0;
        for (List<ExecutedNotebook.Cell> row : table("t2a-table")) {
            int n = Integer.parseInt(row.get(0).text());
            double plain = 2 * (n + 1) / 3.0;
            double versioned = (n + 1) / 2.0;
            double[] formulas = {
                Math.floor(plain), Math.floor(plain + 0.5), Math.ceil(plain),
                Math.floor(versioned), Math.floor(versioned + 0.5), Math.ceil(versioned)
            };
            for (int i = 0; i < formulas.length; i++) {
                int least = Integer.parseInt(row.get(i < 3 ? 1 : 5).text());
                ExecutedNotebook.Cell cell = row.get(i < 3 ? 2 + i : 3 + i);
                int formula = (int) formulas[i];
                if (formula < least) {
                    unsafe++;
                    assertThat(cell.text()).isEqualTo("✗ unsafe " + formula);
                    assertThat(cell.style()).contains("color:" + UNSAFE_RED);
                } else {
                    assertThat(cell.text()).isEqualTo(formula == least ? "" + formula : "▲ more " + formula);
                    assertThat(cell.style()).doesNotContain(UNSAFE_RED);
                }
            }
        }
        // Rounded down, 2(N+1)/3 is too small for each third N and (N+1)/2 for each second.
        assertThat(unsafe).isEqualTo(4 + 6);
    }

    @Test
    @Order(7)
    void replicasLoseNoMoreThanTheyMay() {
        List<List<ExecutedNotebook.Cell>> backups = table("t1c-backup");
        assertThat(backups).hasSizeGreaterThan(2);
        int before = -1;
        for (List<ExecutedNotebook.Cell> row : backups) {
            int lost = Integer.parseInt(row.get(2).text());
            assertThat(lost).isBetween(before + 1, Integer.parseInt(row.get(1).text()));
            before = lost;
        }
        List<List<ExecutedNotebook.Cell>> faults = table("t1d-table");
        assertThat(faults).anySatisfy(row -> assertThat(row.get(2).text()).isNotEqualTo("0"));
        assertThat(faults).hasSizeGreaterThan(4).allSatisfy(row -> {
            assertThat(row.get(3).text()).isNotEqualTo("0");
            assertThat(row.get(4).text()).as("%s", row).isEqualTo("0");
        });
    }

    @Test
    @Order(7)
    void partitionSplitsOneReplicaAndNotTheOther() {
        assertThat(shown(solved, "t1d-split")).contains("thinks it is primary", "(lost)");
        assertThat(shown(solved, "t1d-oneway")).contains("thinks it is primary", "(lost)");
        assertThat(shown(solved, "t1d-picture"))
                .contains("takes over", "in epoch 2")
                .doesNotContain("(lost)");
        // Real processes, on whatever machine this is.
        assertThat(shown(solved, "t1d-real-kill")).contains("Node 0 crashes");
        assertThat(shown(solved, "t1d-real-stop")).contains("Node 0 stops");
        assertThat(shown(solved, "t1d-real-freeze")).contains("Node 0 is frozen", "Node 0 goes on");
        assertThat(shown(solved, "t1d-lie")).contains("Node 0 lies from ");
        assertThat(shown(solved, "t1d-latency")).contains("detect ", "redirect ", "promote ");
    }

    @Test
    @Order(7)
    void gridHasTheLoadsOfItsFiveReadings() {
        List<List<String>> rows = texts("t2d-table");
        assertThat(rows).hasSize(5);
        // read size, write size, reads, writes, crashes survived, do they meet, load for f = 1, 9/10, 1/2 and 0
        assertThat(rows.get(4).subList(1, 13))
                .containsExactly("3", "6", "4", "12", "3", "2", "yes", "yes", "0.250", "0.275", "0.375", "0.500");
        assertThat(rows).filteredOn(row -> row.get(8).equals("yes")).hasSize(2);
        assertThat(shown(solved, "t2d-example")).contains(IMAGE, "they share");
    }

    @Test
    @Order(7)
    void aStoreOfProcessesLosesAWriteIfQuorumsAreTooSmallAndElseKeepsIt() {
        assertThat(lastResult("t2s-small")).isEqualTo("✗ stale: old");
        assertThat(lastResult("t2s-crash")).isEqualTo("✓ new");
        assertThat(shown(solved, "t2s-crash")).contains(IMAGE);
        assertThat(lastResult("t2s-lie")).isEqualTo("✗ stale: old");
        assertThat(lastResult("t2s-own")).isEqualTo("✓ new");
    }

    private static String lastResult(String cell) {
        List<List<String>> rows = texts(cell);
        List<String> last = rows.get(rows.size() - 1);
        return last.get(last.size() - 1);
    }

    @Test
    @Order(7)
    void lecturesCounterexampleIsFound() {
        assertThat(shown(solved, "t2f-lecture")).contains(IMAGE, "N = 4, Q = 3, T = 1", "(a lie)", "✗ stale");
        assertThat(texts("t2f-steps")).hasSize(7);
        assertThat(texts("t2f-compare"))
                .extracting(row -> row.get(3))
                .containsExactly("✗ stale", "✗ fabricated", "✗ stale", "✗ stale", "you found nothing wrong");
        // N = 3T + 1 is enough with signatures, 4T + 1 with vouchers, 5T for the most answers, 5T + 1 for plain values.
        assertThat(texts("t2f-bound"))
                .containsExactly(
                        List.of("3", "", "", "", "", ""),
                        List.of("4", "", "", "", "", "3"),
                        List.of("5", "", "", "4", "4", "4"),
                        List.of("6", "5", "", "5", "5", "4"),
                        List.of("7", "6", "", "6", "5", "5"),
                        List.of("8", "7", "", "6", "6", "5"));
    }

    @Test
    @Order(7)
    void againGivesTheSameBytes() throws IOException {
        ExecutedNotebook again =
                ExecutedNotebook.execute(Fixture.checkout(), Task.QUORUMS).get(0);
        assertThat(again.repeatable()).isEqualTo(solved.get(1).repeatable());
        for (ExecutedNotebook notebook : solved) {
            assertThat(Files.readString(notebook.file()))
                    .doesNotContain(Fixture.checkout().toString());
        }
    }

    @Test
    @Order(8)
    void solvedScoresEverything() throws IOException {
        JsonNode result = gradeAndCompareFormats(ALL_POINTS);
        assertThat(result.path("sandbox").path("tier").asInt()).isBetween(1, 2);
        for (JsonNode part : result.path("parts")) {
            assertThat(part.path("status").asText()).isEqualTo("pass");
        }
    }

    @Test
    @Order(9)
    void checkGivesFullPublicMarks() throws IOException {
        Path markdown = Fixture.temporary("check.md");
        String said = Program.of(Fixture.checkout().resolve("check"), "--markdown", markdown)
                .run()
                .ok();
        assertFullPublicMarks(said);
        assertThat(said).containsPattern("Together: (\\d+) of \\1 points");
        assertThat(Files.readString(markdown))
                .startsWith("## ftol")
                .contains("### Part 1a", "### Part 2a", "| pass | 1/1 |")
                .doesNotContainPattern("\\b0/\\d");
    }

    @Test
    @Order(10)
    void mutantLosesWhatItsHeaderSays() throws IOException {
        Mutant mutant = find("mutants/p1a/stale_refreshes");
        JsonNode result = gradeWith(mutant);
        Set<String> lost = new TreeSet<>();
        int lostPoints = 0;
        for (JsonNode part : result.path("parts")) {
            boolean mutated = part.path("id").asText().equals(mutant.part().id());
            assertThat(part.path("status").asText()).isEqualTo(mutated ? "fail" : "pass");
            for (JsonNode test : part.path("tests")) {
                if (!test.path("status").asText().equals("pass")) {
                    lost.add(test.path("id").asText());
                    lostPoints += test.path("max_score").asInt();
                    assertThat(test.path("message").asText()).isNotEmpty();
                    assertThat(mutated).as("%s", test).isTrue();
                }
            }
        }
        assertThat(lost).isNotEmpty().containsAll(mutant.loses());
        assertThat(result.path("score").asInt()).isEqualTo(TWO_PARTS_POINTS - lostPoints);
    }

    @Test
    @Order(11)
    void variantLosesNothing() throws IOException {
        JsonNode result = gradeWith(find("variants/p2a/binary_search"));
        assertThat(result.path("score").asInt()).isEqualTo(TWO_PARTS_POINTS);
    }

    @Test
    @Order(12)
    void workIsOverwrittenOnlyByForce() throws IOException {
        Path notebook = Fixture.checkout().resolve("notebooks/task2-quorums.ipynb");
        String before = Files.readString(notebook);
        Program.Ended refused = Fixture.grade("solve", Fixture.checkout());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.output()).contains("somebody's work", "--force");
        assertThat(Files.readString(notebook)).isEqualTo(before);
        assertThat(Program.of("git", "status", "--porcelain")
                        .in(Fixture.checkout())
                        .run()
                        .ok()
                        .lines())
                .allMatch(line -> line.contains("notebooks/task"));
    }

    private static JsonNode gradeWith(Mutant mutant) throws IOException {
        Fixture.grade("solve", Fixture.checkout(), "--with", mutant.name(), "--force")
                .ok();
        Path out = Fixture.temporary("mutant");
        // Two parts are enough to see that the one that was changed, and only that one, gets other marks.
        Fixture.grade("run", Fixture.checkout(), "--out", out, "--part", "1a", "--part", "2a")
                .ok();
        return validated(out);
    }

    private static Mutant find(String name) throws IOException {
        return Mutant.all(Fixture.ROOT.resolve("tests/mutants/src/main/java")).stream()
                .filter(mutant -> mutant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name));
    }

    /** Grades the checkout and compares what all formats say with the points expected; returns result.json. */
    private static JsonNode gradeAndCompareFormats(int expected) throws IOException {
        Path out = Fixture.temporary("result");
        String points = expected + " of " + ALL_POINTS + " points";
        assertThat(Fixture.grade("run", Fixture.checkout(), "--out", out).ok()).contains(points);
        JsonNode result = validated(out);
        assertThat(result.path("score").asInt()).isEqualTo(expected);
        assertThat(result.path("max_score").asInt()).isEqualTo(ALL_POINTS);
        List<JsonNode> tests = new ArrayList<>();
        for (JsonNode part : result.path("parts")) {
            part.path("tests").forEach(tests::add);
        }
        String html = Files.readString(out.resolve("report.html"));
        String markdown = Files.readString(out.resolve("report.md"));
        assertThat(html).contains(points);
        assertThat(markdown).contains(points);
        List<String> names = new ArrayList<>();
        for (JsonNode test : tests) {
            String name = test.path("name").asText();
            names.add(name + (test.path("hidden").asBoolean() ? " (hidden test)" : ""));
            assertThat(html).contains(name);
            assertThat(markdown).contains(name);
        }
        long passed = tests.stream()
                .filter(test -> test.path("status").asText().equals("pass"))
                .count();
        compareJUnit(out.resolve("junit.xml"), names, passed);
        return result;
    }

    private static void compareJUnit(Path file, List<String> names, long passed) {
        try {
            Element suites = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            NodeList cases = suites.getElementsByTagName("testcase");
            List<String> found = new ArrayList<>();
            int good = 0;
            for (int i = 0; i < cases.getLength(); i++) {
                Element testCase = (Element) cases.item(i);
                found.add(testCase.getAttribute("name"));
                good += testCase.getElementsByTagName("*").getLength() == 0 ? 1 : 0;
            }
            assertThat(found).containsExactlyElementsOf(names);
            assertThat(good).isEqualTo(passed);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static JsonNode validated(Path out) throws IOException {
        JsonNode result = JSON.readTree(out.resolve("result.json").toFile());
        try (InputStream text = GradeResult.class.getResourceAsStream("result.schema.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(text));
            assertThat(schema.validate(result)).isEmpty();
        }
        return result;
    }

    private static void assertFullPublicMarks(String report) {
        assertThat(report)
                .contains("✓ pass")
                .containsPattern("\\b([1-9]\\d*) of \\1 points from the public tests")
                .doesNotContain("not written yet", "✗")
                .doesNotContainPattern("\\b0/\\d");
    }

    /** What each cell shows that uses a student's class. */
    private static Map<String, String> demos(List<ExecutedNotebook> notebooks) {
        Map<String, String> shown = new TreeMap<>();
        for (ExecutedNotebook notebook : notebooks) {
            notebook.codeCells(DEMO).forEach(cell -> shown.put(cell, notebook.html(cell)));
        }
        return shown;
    }

    private static String shown(List<ExecutedNotebook> notebooks, String cell) {
        return String.join(
                "", notebooks.stream().map(notebook -> notebook.html(cell)).toList());
    }

    private static List<List<String>> texts(String cell) {
        return table(cell).stream()
                .map(row -> row.stream().map(ExecutedNotebook.Cell::text).toList())
                .toList();
    }

    private static List<List<ExecutedNotebook.Cell>> table(String cell) {
        return solved.stream()
                .flatMap(notebook -> notebook.table(cell).stream())
                .toList();
    }
}
