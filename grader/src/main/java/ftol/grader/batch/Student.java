package ftol.grader.batch;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A student as the roster has it; what it does not say is empty.
 *
 * @param id as in the names of what was handed in
 * @param submitted when it was handed in, if that is known
 */
record Student(String id, String lastName, String firstName, String email, Optional<OffsetDateTime> submitted) {
    /** A student who is on no roster. */
    static Student unknown(String id) {
        return new Student(id, "", "", "", Optional.empty());
    }
}
