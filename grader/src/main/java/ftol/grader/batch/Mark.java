package ftol.grader.batch;

import ftol.grader.result.GradeResult;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One student's mark.
 *
 * @param student whose
 * @param state whether there is one
 * @param late whether it was handed in late
 * @param result what grading found; empty unless the state is GRADED
 * @param written the points for written answers
 * @param penalty the points taken off for lateness
 * @param maxScore the points there were to reach
 */
record Mark(
        Student student,
        State state,
        boolean late,
        Optional<GradeResult> result,
        BigDecimal written,
        BigDecimal penalty,
        int maxScore) {

    /** Whether there is a mark. */
    enum State {
        GRADED,
        /** Handed in, and not graded yet: whoever reads this must not take it for no points. */
        WAITING,
        /** On the roster, and nothing was handed in. */
        MISSING
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    /** The points that the tests gave. */
    int auto() {
        return result.map(GradeResult::score).orElse(0);
    }

    /** All points reached, as if it had been in time. */
    BigDecimal raw() {
        return BigDecimal.valueOf(auto()).add(written);
    }

    BigDecimal score() {
        return raw().subtract(penalty);
    }
}
