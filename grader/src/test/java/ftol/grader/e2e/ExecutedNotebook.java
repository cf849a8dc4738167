package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ftol.check.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A notebook with the outputs that its real kernel gave. */
record ExecutedNotebook(Path file, JsonNode notebook) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** How a cell begins a run of real processes. */
    private static final Pattern REAL_RUN = Pattern.compile("RealRun\\.of\\(|Swimlane\\.of\\(store\\)");

    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td style=\"([^\"]*)\">(.*?)</td>", Pattern.DOTALL);

    /** A cell of an HTML table. */
    record Cell(String style, String text) {}

    /** Runs all cells of a checkout's notebooks, in the order of the tasks, on a JDK. The notebooks stay as they are. */
    static List<ExecutedNotebook> execute(Path checkout, Path jdk) {
        return execute(checkout, jdk, Task.values());
    }

    /** The same with the notebooks of these tasks only. */
    static List<ExecutedNotebook> execute(Path checkout, Path jdk, Task... tasks) {
        Path outputs = Fixture.temporary("outputs");
        List<Object> words = new ArrayList<>(List.of(
                checkout.resolve(".venv/bin/python"),
                Fixture.SCRIPTS.resolve("run_notebook.py"),
                checkout.resolve("notebooks")));
        for (Task task : tasks) {
            words.add(checkout.resolve("notebooks").resolve(task.notebook()));
            words.add(outputs.resolve(task.notebook()));
        }
        try {
            Files.createDirectory(outputs);
            Program.of(words.toArray())
                    .jdk(jdk)
                    // What Jupyter keeps, and where it looks, is not the developer's.
                    .with("JUPYTER_CONFIG_DIR", outputs)
                    .with("JUPYTER_DATA_DIR", outputs)
                    .with("JUPYTER_RUNTIME_DIR", outputs)
                    .run()
                    .ok();
            List<ExecutedNotebook> executed = new ArrayList<>();
            for (Task task : tasks) {
                Path file = outputs.resolve(task.notebook());
                executed.add(new ExecutedNotebook(file, JSON.readTree(file.toFile())));
            }
            return executed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ExecutedNotebook> execute(Path checkout) {
        return execute(checkout, Task.values());
    }

    static List<ExecutedNotebook> execute(Path checkout, Task... tasks) {
        return execute(checkout, Path.of(System.getProperty("java.home")), tasks);
    }

    List<String> codeCells() {
        return codeCells("");
    }

    /** The code cells whose text starts with this. */
    List<String> codeCells(String start) {
        return stream(notebook.path("cells"))
                .filter(cell -> cell.path("cell_type").asText().equals("code"))
                .filter(cell -> text(cell.path("source")).startsWith(start))
                .map(cell -> cell.path("id").asText())
                .toList();
    }

    /** The outputs of one cell. */
    List<JsonNode> outputs(String cell) {
        return stream(notebook.path("cells"))
                .filter(candidate -> candidate.path("id").asText().equals(cell))
                .flatMap(found -> stream(found.path("outputs")))
                .toList();
    }

    /** The outputs of all cells. */
    List<JsonNode> outputs() {
        return codeCells().stream().flatMap(cell -> outputs(cell).stream()).toList();
    }

    /** The notebook as text, without what its cells show of real runs: that is different each time. */
    String repeatable() {
        JsonNode copy = notebook.deepCopy();
        for (JsonNode cell : copy.path("cells")) {
            if (REAL_RUN.matcher(cell.path("source").toString()).find()) {
                ((ObjectNode) cell).remove("outputs");
            }
        }
        return copy.toPrettyString();
    }

    /** Requires that no cell failed, wrote to stderr or printed a stack trace. */
    void assertNoErrors() {
        assertThat(outputs()).isNotEmpty();
        for (String cell : codeCells()) {
            for (JsonNode output : outputs(cell)) {
                assertThat(output.path("output_type").asText())
                        .as("%s in %s: %s", cell, file, output)
                        .isIn("execute_result", "display_data");
                assertThat(output.toString())
                        .as(cell)
                        .doesNotContain("Exception")
                        .doesNotContainPattern("\\bat [\\w.$]+\\(\\w+\\.java");
            }
        }
    }

    /** What a cell shows, in a form such as "text/html"; empty if it has no such output. */
    String shown(String cell, String form) {
        StringBuilder shown = new StringBuilder();
        for (JsonNode output : outputs(cell)) {
            shown.append(text(output.path("data").path(form)));
        }
        return shown.toString();
    }

    String html(String cell) {
        return shown(cell, "text/html");
    }

    /** The body of the HTML table that a cell shows. */
    List<List<Cell>> table(String cell) {
        return rows(html(cell))
                .map(row -> CELL.matcher(row)
                        .results()
                        .map(found -> new Cell(found.group(1), found.group(2)))
                        .toList())
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static Stream<String> rows(String html) {
        Matcher matcher = ROW.matcher(html);
        return matcher.results().map(found -> found.group(1));
    }

    /** nbformat allows one string, or a list of lines. */
    private static String text(JsonNode text) {
        return text.isArray()
                ? String.join("", stream(text).map(JsonNode::asText).toList())
                : text.asText();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
