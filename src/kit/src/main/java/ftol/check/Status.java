package ftol.check;

import java.util.Locale;

/** What became of a test or a part. */
public enum Status {
    /** Right. */
    PASS,
    /** Wrong: an answer was wrong, or the code threw. */
    FAIL,
    /** There was nothing to run: the cell is missing, duplicated, or does not compile. */
    ERROR,
    /** A call did not return in time. */
    TIMEOUT,
    /** The student's code ended its JVM, or used up its memory. */
    CRASH,
    /** The untouched stub. */
    NOT_ATTEMPTED,
    /** We could not tell; our fault, so no points are lost, and the exit code says so. */
    INCONCLUSIVE;

    /** As written in result.json: "not_attempted". */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
