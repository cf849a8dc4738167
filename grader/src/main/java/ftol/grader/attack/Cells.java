package ftol.grader.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ftol.check.Part;
import ftol.check.Task;
import ftol.grader.Course;
import ftol.grader.solve.SolutionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Notebooks in which only one part has a cell: what is not there costs no time to grade. */
record Cells(Course course) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A notebook as students have it, with this text in the part's cell and without those of the other parts. */
    ObjectNode notebook(Part part, String source) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(
                    Files.readString(course.notebooks().resolve(part.task().notebook())));
            ArrayNode cells = cells(json);
            for (int i = cells.size() - 1; i >= 0; i--) {
                String id = cells.get(i).path("id").asText();
                if (id.equals(part.cellId())) {
                    ((ObjectNode) cells.get(i)).put("source", source);
                } else if (Part.in(part.task()).stream()
                        .anyMatch(other -> other.cellId().equals(id))) {
                    cells.remove(i);
                }
            }
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text that students begin with. */
    String stub(Part part) throws IOException {
        JsonNode source = cell(
                        (ObjectNode) JSON.readTree(Files.readString(
                                course.notebooks().resolve(part.task().notebook()))),
                        part)
                .get("source");
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    /** The reference's text for a part. */
    String solution(Part part) {
        try {
            return SolutionSource.reference(course.referenceSources(), part).cell();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder with this text as the notebook of the attacked part, and with the part beside it solved. */
    void write(Path folder, Task task, String notebook, Part beside) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(task.notebook()), notebook);
        Files.writeString(
                folder.resolve(beside.task().notebook()),
                notebook(beside, solution(beside)).toString());
    }

    static ArrayNode cells(ObjectNode notebook) {
        return (ArrayNode) notebook.get("cells");
    }

    /** The part's cell. */
    static ObjectNode cell(ObjectNode notebook, Part part) {
        for (JsonNode cell : cells(notebook)) {
            if (cell.path("id").asText().equals(part.cellId())) {
                return (ObjectNode) cell;
            }
        }
        throw new IllegalStateException("The notebook has no cell " + part.cellId());
    }

    /** Puts code cells before all others. */
    static void insert(ObjectNode notebook, List<String> sources) {
        for (int i = 0; i < sources.size(); i++) {
            cells(notebook).insert(i, code("helper" + i, sources.get(i)));
        }
    }

    static ObjectNode code(String id, String source) {
        ObjectNode cell = JSON.createObjectNode();
        cell.put("cell_type", "code").put("id", id).put("source", source).putObject("metadata");
        return cell;
    }
}
