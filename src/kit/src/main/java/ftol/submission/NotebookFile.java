package ftol.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ftol.check.StudentCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A notebook as data: nothing in it is trusted and nothing in it is run.
 *
 * @param name its file name, for messages
 * @param json the whole file
 * @param cells its cells, in order
 */
public record NotebookFile(String name, ObjectNode json, List<Cell> cells) {
    /** Larger files are refused, in bytes. A notebook with many pictures has one or two megabytes. */
    public static final long MAX_BYTES = 16L << 20;

    /** Notebooks with more cells are refused. */
    public static final int MAX_CELLS = 2_000;

    /** Notebooks with more code in all are refused, in characters: the compiler's memory is limited. */
    public static final int MAX_CODE = 2_000_000;

    /** Much more than a notebook has; as objects, so many brackets and commas take some 100 MB. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(200)
            .maxTokenCount(1_000_000)
            .build();

    private static final ObjectMapper JSON = new ObjectMapper(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    /** What nbformat allows; anything else is no id, and could not be shown in a message. */
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");

    /** Reads a notebook; throws {@link BadNotebook} if it is not one. */
    public static NotebookFile read(Path file) throws BadNotebook {
        String name = file.getFileName().toString();
        if (Files.isSymbolicLink(file)) {
            throw new BadNotebook(name + " is a symbolic link. Hand in the notebook itself.");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadNotebook(name + " is missing. Hand in the folder notebooks/ with both notebooks in it.");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadNotebook(name + " has more than " + (MAX_BYTES >> 20)
                        + " MB. Clear its outputs (Edit, Clear Outputs of All Cells), save, and hand it in again.");
            }
            return parse(name, JSON.readTree(file.toFile()));
        } catch (StreamConstraintsException e) {
            throw new BadNotebook(name + " holds more values, or nests them deeper, than a notebook can. Restore it"
                    + " with git, or clear its outputs (Edit, Clear Outputs of All Cells) and save.");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where = place == null || place.getLineNr() < 1 ? "it" : "line " + place.getLineNr();
            throw new BadNotebook(
                    name + " is not a notebook: " + where + " is not valid JSON. Was it edited by hand, or"
                            + " only half saved? Open it in JupyterLab and save it again, or restore it with git.");
        } catch (IOException e) {
            throw new BadNotebook(name + " cannot be read: " + e.getMessage());
        }
    }

    private static NotebookFile parse(String name, JsonNode root) throws BadNotebook {
        String format = root.path("nbformat").asText("");
        if (!(root instanceof ObjectNode json) || format.isEmpty()) {
            throw new BadNotebook(name + " is not a notebook: it does not name its notebook format (\"nbformat\")."
                    + " Restore it with git.");
        }
        if (!format.equals("4")) {
            throw new BadNotebook(name + " has notebook format " + StudentCode.cut(format, 10)
                    + ", not 4. Open it in JupyterLab and save it: that writes format 4.");
        }
        if (!(json.get("cells") instanceof ArrayNode cells)) {
            throw new BadNotebook(name + " is not a notebook: it has no list of cells. Restore it with git.");
        }
        if (cells.size() > MAX_CELLS) {
            throw new BadNotebook(name + " has " + cells.size() + " cells; at most " + MAX_CELLS + " are read.");
        }
        List<Cell> list = new ArrayList<>();
        for (JsonNode cell : cells) {
            JsonNode metadata = cell.path("metadata");
            list.add(new Cell(
                    list.size() + 1,
                    id(cell.path("id").asText("")),
                    cell.path("cell_type").asText("").equals("code"),
                    metadata.path("ftol").path("part").asText(""),
                    !metadata.path("editable").asBoolean(true),
                    source(cell.path("source"))));
        }
        long code = list.stream()
                .filter(Cell::code)
                .mapToLong(cell -> cell.source().length())
                .sum();
        if (code > MAX_CODE) {
            throw new BadNotebook(name + " has " + code + " characters of code; at most " + MAX_CODE
                    + " are read. Delete the cells you do not need.");
        }
        return new NotebookFile(name, json, List.copyOf(list));
    }

    private static String id(String id) {
        return ID.matcher(id).matches() ? id : "";
    }

    /** nbformat allows one string, or a list of lines. */
    private static String source(JsonNode source) {
        if (!source.isArray()) {
            return source.asText("");
        }
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asText("")));
        return text.toString();
    }

    /** The same notebook with another text in one cell, and no outputs there. */
    public NotebookFile withSource(Cell cell, String text) {
        ObjectNode copy = json.deepCopy();
        ObjectNode changed = (ObjectNode) copy.get("cells").get(cell.number() - 1);
        ArrayNode lines = changed.putArray("source");
        text.lines().forEach(line -> lines.add(line + "\n"));
        if (!lines.isEmpty()) {
            int last = lines.size() - 1;
            lines.set(last, lines.get(last).asText().stripTrailing());
        }
        if (cell.code()) {
            changed.putArray("outputs");
            changed.putNull("execution_count");
        }
        List<Cell> cellsAfter = new ArrayList<>(cells);
        cellsAfter.set(
                cell.number() - 1,
                new Cell(cell.number(), cell.id(), cell.code(), cell.part(), cell.locked(), text.stripTrailing()));
        return new NotebookFile(name, copy, List.copyOf(cellsAfter));
    }

    /** Writes the notebook as Jupyter does: indented by one space, one line at the end. */
    public void write(Path file) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        Files.writeString(file, JSON.writer(printer).writeValueAsString(json) + "\n");
    }
}
