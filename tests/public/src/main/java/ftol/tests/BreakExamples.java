package ftol.tests;

import ftol.check.Points;
import ftol.quorum.ReadRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 2f on systems that can be tried with pencil and paper. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BreakExamples {
    @Test
    @Order(1)
    @Points(2)
    @DisplayName("plain values, N = 4, Q = 3, T = 1, where N = 3T + 1: the read can be wrong")
    void votesAmongFour() {
        BreakCheck.of(ReadRule.MAJORITY, 4, 3, 1).requireFound();
    }

    @Test
    @Order(2)
    @Points(1)
    @DisplayName("N = 4, Q = 3, T = 1 with versions, if nobody signs: the read can be wrong, too")
    void versionsAmongFour() {
        BreakCheck.of(ReadRule.HIGHEST_VERSION, 4, 3, 1).requireFound();
        BreakCheck.of(ReadRule.PLURALITY, 4, 3, 1).requireFound();
        BreakCheck.of(ReadRule.VOUCHERS, 4, 3, 1).requireFound();
    }

    @Test
    @Order(3)
    @Points(1)
    @DisplayName("quorums that are just large enough: nothing is to be found, but with one replica fewer there is")
    void justLargeEnough() {
        justLargeEnough(ReadRule.SIGNED, 4, 3, 1);
        justLargeEnough(ReadRule.VOUCHERS, 5, 4, 1);
        justLargeEnough(ReadRule.PLURALITY, 5, 4, 1);
        justLargeEnough(ReadRule.MAJORITY, 6, 5, 1);
        justLargeEnough(ReadRule.HIGHEST_VERSION, 3, 2, 0);
    }

    @Test
    @Order(4)
    @Points(1)
    @DisplayName("nobody lies: two halves are broken with each rule, a vote of two among three is, too")
    void nobodyLies() {
        for (ReadRule rule : ReadRule.values()) {
            BreakCheck.of(rule, 4, 2, 0).requireFound();
            BreakCheck.of(rule, 4, 3, 0).requireNothing();
        }
        BreakCheck.of(ReadRule.MAJORITY, 3, 2, 0).requireFound();
    }

    @Test
    @Order(5)
    @Points(1)
    @DisplayName("numbers that make no system are refused, and the message names one that is wrong")
    void badNumbersAreRefused() {
        BreakCheck.of(ReadRule.SIGNED, 0, 7, 0).requireRefused(0, 7);
        BreakCheck.of(ReadRule.SIGNED, 4, 3, -1).requireRefused(-1);
        BreakCheck.of(ReadRule.VOUCHERS, 4, 0, 0).requireRefused(0);
        BreakCheck.of(ReadRule.VOUCHERS, 4, 5, 0).requireRefused(5);
        BreakCheck.of(ReadRule.MAJORITY, 5, 7, 1).requireRefused(7);
        BreakCheck.of(ReadRule.SIGNED, 6, 6, 1).requireRefused(6);
    }

    private static void justLargeEnough(ReadRule rule, int n, int q, int t) {
        BreakCheck.of(rule, n, q, t).requireNothing();
        BreakCheck.of(rule, n, q - 1, t).requireFound();
    }
}
