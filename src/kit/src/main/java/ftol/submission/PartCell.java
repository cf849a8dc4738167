package ftol.submission;

import ftol.check.Part;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cell in which a student wrote a part.
 *
 * @param part the part
 * @param cell its cell
 * @param others the other code cells that may hold helpers: everything the student may edit, and the other parts' cells
 * @param note what the student should know though it costs nothing, such as a copy of the cell that was not graded; or ""
 */
public record PartCell(Part part, Cell cell, List<Cell> others, String note) {

    /**
     * Finds a part's cell by its id, and if that is gone by its metadata.
     *
     * @throws PartProblem if there is no such cell, or if it cannot be told which of several is meant
     */
    public static PartCell find(Part part, NotebookFile notebook) throws PartProblem {
        List<Cell> byId = notebook.cells().stream()
                .filter(cell -> cell.code() && cell.id().equals(part.cellId()))
                .toList();
        List<Cell> byPart = notebook.cells().stream()
                .filter(cell -> cell.code() && cell.part().equals(part.id()))
                .toList();
        List<Cell> candidates = byId.isEmpty() ? byPart : byId;
        if (candidates.isEmpty()) {
            throw new PartProblem(
                    notebook.name() + " has no cell for part " + part.id() + ": the code cell with the id "
                            + part.cellId()
                            + " was deleted or turned into text. Restore that cell from the starter, and put the"
                            + " class " + part.className() + " in it.");
        }
        if (candidates.size() > 1) {
            throw new PartProblem(notebook.name() + " has " + candidates.size() + " cells for part " + part.id() + ": "
                    + numbers(candidates) + ". Keep the one with your solution and delete the others.");
        }
        Cell cell = candidates.get(0);
        List<Cell> copies = byPart.stream()
                .filter(other ->
                        other.number() != cell.number() && !other.source().equals(cell.source()))
                .toList();
        String note = copies.isEmpty()
                ? ""
                : "Only cell number " + cell.number() + " of " + notebook.name() + " was graded for part " + part.id()
                        + "; you have " + (copies.size() == 1 ? "a copy" : "copies") + " of it in " + numbers(copies)
                        + ".";
        List<Cell> others = notebook.cells().stream()
                .filter(other ->
                        other.code() && !other.locked() && other.number() != cell.number() && !copies.contains(other))
                .toList();
        return new PartCell(part, cell, others, note);
    }

    private static String numbers(List<Cell> cells) {
        return (cells.size() == 1 ? "cell number " : "cells number ")
                + cells.stream().map(cell -> String.valueOf(cell.number())).collect(Collectors.joining(", "));
    }
}
