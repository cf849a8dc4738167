package ftol.grader.attack;

import ftol.check.Part;
import ftol.check.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A submission made to do harm, to gain points, or to be graded wrongly, and what must become of it.
 *
 * @param name what it tries, in a word or two: "exit-in-constructor"
 * @param why what it would gain
 * @param part the part it attacks
 * @param status what that part must get
 * @param says what the student must be told first, word for word; "…" stands for any text
 * @param control what the same code says without a sandbox, where it must succeed; empty if its own message shows that it
 *     ran
 * @param beside another part of the same submission, which is solved and must have all its points; empty if the submission
 *     is refused as a whole
 * @param maker writes the submission
 */
record Attack(
        String name,
        String why,
        Part part,
        Status status,
        String says,
        Optional<String> control,
        Optional<Part> beside,
        Maker maker) {

    /** Writes what is handed in. */
    @FunctionalInterface
    interface Maker {
        /** To this folder, which is not there yet, or as a file whose name begins like it: {@code name.zip}. */
        void write(Path folder) throws IOException;
    }

    /** The part that is solved beside an attack on this one, in the other notebook. */
    static Part other(Part part) {
        return part.task() == Part.DETECTOR.task() ? Part.QUORUM_SIZE : Part.DETECTOR;
    }
}
