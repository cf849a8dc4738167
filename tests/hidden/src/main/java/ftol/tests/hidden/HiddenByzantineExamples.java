package ftol.tests.hidden;

import ftol.check.Points;
import ftol.quorum.ReadRule;
import ftol.tests.ByzantineCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 2e: the least N, and the ends of the ranges. */
class HiddenByzantineExamples {
    @Test
    @Points(
            value = 2,
            hint =
                    "For each rule, look for the least N for which your leastQuorum finds a quorum, with T = 0, 1 and 2. Does"
                            + " your answer agree?")
    @DisplayName("the least number of replicas for T = 0, 1 and 2, for each read rule")
    void leastReplicas() {
        for (ReadRule rule : Executions.RULES) {
            for (int t = 0; t <= 2; t++) {
                ByzantineCheck.requireLeastReplicas(rule, t);
            }
        }
    }

    @Test
    @Points(
            value = 1,
            hint = "What does your code do if T is N or more, even as large as an int can be? Does a sum overflow?")
    @DisplayName("if all replicas may be faulty, there is no quorum")
    void allMayBeFaulty() {
        for (ReadRule rule : Executions.RULES) {
            for (int t : new int[] {12, 13, 100, 1 << 30, Integer.MAX_VALUE - 12, Integer.MAX_VALUE}) {
                for (int n = 1; n <= 12; n++) {
                    ByzantineCheck.requireLeastQuorum(rule, n, t);
                }
            }
        }
    }

    @Test
    @Points(
            value = 1,
            hint = "N below 1 and T below 0 are refused by leastQuorum, and T below 0 by leastReplicas, with an"
                    + " IllegalArgumentException whose message names the number.")
    @DisplayName("each number that makes no system is refused, whatever the read rule")
    void eachBadNumberIsRefused() {
        for (ReadRule rule : Executions.RULES) {
            for (int bad : new int[] {-1, -2, -999, Integer.MIN_VALUE}) {
                ByzantineCheck.requireRefused(rule, bad, 0, bad);
                ByzantineCheck.requireRefused(rule, 7, bad, bad);
                ByzantineCheck.requireRefused(rule, bad);
            }
            ByzantineCheck.requireRefused(rule, 0, 3, 0);
        }
    }
}
