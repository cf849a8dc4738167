package ftol.grader.result;

import java.math.BigDecimal;

/**
 * What staff gave for a written answer.
 *
 * @param points from 0 to the question's, with at most two decimals
 * @param comment for the student; may be empty
 * @param answer the fingerprint of the answer that was marked, by which a later change is noticed
 */
public record HandMark(BigDecimal points, String comment, String answer) {}
