package ftol.grader.batch;

import ftol.grader.result.GradeResult;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One student's mark.
 *
 * @param student whose
 * @param late whether it was handed in late
 * @param result what grading found; empty if nothing was handed in
 * @param penalty the points taken off for lateness
 * @param maxScore the points there were to reach
 */
record Mark(Student student, boolean late, Optional<GradeResult> result, BigDecimal penalty, int maxScore) {
    BigDecimal score() {
        return BigDecimal.valueOf(result.map(GradeResult::score).orElse(0)).subtract(penalty);
    }
}
