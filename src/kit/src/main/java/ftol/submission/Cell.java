package ftol.submission;

/**
 * One cell of a notebook, read as data.
 *
 * @param number its place in the notebook, from 1
 * @param id its nbformat id; empty if it has none
 * @param code true for a code cell
 * @param part the part it says it belongs to ({@code metadata.ftol.part}); empty if none
 * @param locked true if it is one of ours that students are not meant to edit
 * @param source its text
 */
public record Cell(int number, String id, boolean code, String part, boolean locked, String source) {

    /** How messages name it: "cell t1a-stub", or "cell number 7" if it has no id. */
    public String label() {
        return id.isEmpty() ? "cell number " + number : "cell " + id;
    }
}
