package ftol.grader.attack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ftol.check.Part;
import ftol.check.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Notebooks that are broken, huge, or not what they seem. Part 2a is solved in each, as far as it can be found. */
final class HostileNotebooks {
    private static final Part PART = Part.QUORUM_SIZE;
    private static final String HANDED_IN = "task2-quorums.ipynb ";
    private static final String TOO_MUCH = HANDED_IN
            + "holds more values, or nests them deeper, than a notebook can. Restore it with git, or clear its outputs (Edit,"
            + " Clear Outputs of All Cells) and save.";

    private final Cells cells;
    private final List<Attack> attacks = new ArrayList<>();

    private HostileNotebooks(Cells cells) {
        this.cells = cells;
    }

    static List<Attack> all(Cells cells) {
        HostileNotebooks notebooks = new HostileNotebooks(cells);
        notebooks.texts();
        notebooks.sizes();
        notebooks.cells();
        return notebooks.attacks;
    }

    private void texts() {
        text(
                "empty",
                "",
                "is not a notebook: it does not name its notebook format (\"nbformat\"). Restore it with git.");
        text("no-json", "Dear grader,", notJson("line 1"));
        text("half", text -> text.substring(0, 900), notJson("line 1"));
        text("twice", text -> text + text, notJson("line 1"));
        text(
                "list",
                text -> "[" + text + "]",
                "is not a notebook: it does not name its notebook format (\"nbformat\"). Restore it with git.");
        text("bad-utf8", text -> text.replace("cell_type", "\0\1\2"), notJson("line 1"));
        json(
                "format-3",
                json -> json.put("nbformat", 3),
                "has notebook format 3, not 4. Open it in JupyterLab and save it: that writes format 4.");
        json(
                "no-format",
                json -> json.remove("nbformat"),
                "is not a notebook: it does not name its notebook format (\"nbformat\"). Restore it with git.");
        json(
                "no-cells",
                json -> json.remove("cells"),
                "is not a notebook: it has no list of cells. Restore it with git.");
    }

    private static String notJson(String where) {
        return "is not a notebook: " + where
                + " is not valid JSON. Was it edited by hand, or only half saved? Open it in"
                + " JupyterLab and save it again, or restore it with git.";
    }

    private void sizes() {
        text(
                "huge",
                text -> text + " ".repeat(17 << 20),
                "has more than 16 MB. Clear its outputs (Edit, Clear Outputs of All Cells), save, and hand it in again.");
        whole("deep", text -> "[".repeat(100_000), TOO_MUCH);
        whole("deep-metadata", text -> nested(text, 400, "[", "]"), TOO_MUCH);
        // 16 MB of text that would be a GB of objects.
        whole("five-million-lists", text -> nested(text, 1, "[" + "[],".repeat(5_000_000), "0]"), TOO_MUCH);
        whole("long-number", text -> nested(text, 1, "9".repeat(900_000), ""), TOO_MUCH);
        json("many-cells", this::addManyCells, "has … cells; at most 2000 are read.");
        json(
                "much-code",
                this::addMuchCode,
                "has … characters of code; at most 2000000 are read. Delete the cells you do not need.");
        passes("many-keys", text -> text.replaceFirst("\\{", "{" + manyKeys()));
    }

    private static String nested(String notebook, int depth, String open, String close) {
        return notebook.replaceFirst("\\{", "{\"x\": " + open.repeat(depth) + close.repeat(depth) + ",");
    }

    /** Keys that all have the same hash, which makes a naive table slow. */
    private static String manyKeys() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 1 << 15; i++) {
            keys.append('"');
            for (int bit = 0; bit < 15; bit++) {
                keys.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            keys.append("\":0,");
        }
        return keys.toString();
    }

    private void addManyCells(ObjectNode json) {
        for (int i = 0; i < 3_000; i++) {
            Cells.cells(json).add(Cells.code("many" + i, ""));
        }
    }

    private void addMuchCode(ObjectNode json) {
        for (int i = 0; i < 30; i++) {
            Cells.cells(json).add(Cells.code("much" + i, "// ".repeat(30_000)));
        }
    }

    private void cells() {
        json(
                "cell-deleted",
                HostileNotebooks::remove,
                "has no cell for part 2a: the code cell with the id t2a-stub was deleted or turned into text. Restore that"
                        + " cell from the starter, and put the class LeastQuorum in it.");
        json(
                "cell-made-text",
                json -> Cells.cell(json, PART).put("cell_type", "markdown"),
                "has no cell for part 2a: the code cell with the id t2a-stub was deleted or turned into text. Restore that"
                        + " cell from the starter, and put the class LeastQuorum in it.");
        json(
                "id-and-metadata-gone",
                json -> Cells.cell(json, PART).put("id", "mine").putObject("metadata"),
                "has no cell for part 2a: the code cell with the id t2a-stub was deleted or turned into text. Restore that"
                        + " cell from the starter, and put the class LeastQuorum in it.");
        json(
                "two-cells-of-one-id",
                json -> Cells.cells(json).add(Cells.cell(json, PART).deepCopy()),
                "has 2 cells for part 2a: cells number …. Keep the one with your solution and delete the others.");
        edited(
                "copy-elsewhere",
                json -> Cells.cells(json)
                        .add(Cells.cell(json, PART).deepCopy().put("id", "mine").put("source", "class Old {}")),
                Status.PASS,
                "Only cell number … of task2-quorums.ipynb was graded for part 2a; you have a copy of it in cell number ….");
        edited("id-changed", json -> Cells.cell(json, PART).put("id", "mine"), Status.PASS, "");
        edited("metadata-gone", json -> Cells.cell(json, PART).putObject("metadata"), Status.PASS, "");
        edited("odd-cells", json -> Cells.cells(json).add(1).addNull().add("x").addObject(), Status.PASS, "");
        passes("odd-id", text -> text.replace("\"t2a-stub\"", "\"\\ud800<b>" + "x".repeat(99) + "\""));
        // Whoever believes the metadata grades nothing, or the wrong cell.
        edited(
                "claims-in-metadata",
                json -> Cells.cell(json, PART)
                        .putObject("metadata")
                        .put("editable", false)
                        .putObject("nbgrader")
                        .put("points", 1_000)
                        .put("score", 1_000)
                        .put("status", "pass"),
                Status.PASS,
                "");
    }

    private static void remove(ObjectNode json) {
        for (int i = 0; i < Cells.cells(json).size(); i++) {
            if (Cells.cells(json).get(i).path("id").asText().equals(PART.cellId())) {
                Cells.cells(json).remove(i);
                return;
            }
        }
    }

    private void text(String name, String text, String says) {
        text(name, old -> text, says);
    }

    private void text(String name, UnaryOperator<String> edit, String says) {
        add(name, edit, Status.ERROR, HANDED_IN + says);
    }

    private void whole(String name, UnaryOperator<String> edit, String says) {
        add(name, edit, Status.ERROR, says);
    }

    private void passes(String name, UnaryOperator<String> edit) {
        add(name, edit, Status.PASS, "");
    }

    private void json(String name, Consumer<ObjectNode> edit, String says) {
        edited(name, edit, Status.ERROR, HANDED_IN + says);
    }

    private void edited(String name, Consumer<ObjectNode> edit, Status status, String says) {
        ObjectNode json = cells.notebook(PART, cells.solution(PART));
        edit.accept(json);
        add(name, text -> json.toString(), status, says);
    }

    private void add(String name, UnaryOperator<String> edit, Status status, String says) {
        Part beside = Attack.other(PART);
        attacks.add(new Attack(
                "notebook-" + name,
                "a notebook that the grader does not expect",
                PART,
                status,
                says,
                Optional.empty(),
                Optional.of(beside),
                folder -> cells.write(
                        folder,
                        PART.task(),
                        edit.apply(cells.notebook(PART, cells.solution(PART)).toString()),
                        beside)));
    }
}
