package ftol.tests;

import ftol.check.Points;
import ftol.quorum.ReadRule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 2e for no and for one faulty replica, and for numbers that make no system. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ByzantineExamples {
    @Test
    @Order(1)
    @Points(1)
    @DisplayName("the least number of replicas for T = 0 and T = 1, for each read rule")
    void leastReplicas() {
        for (ReadRule rule : List.of(ReadRule.SIGNED, ReadRule.VOUCHERS, ReadRule.PLURALITY, ReadRule.MAJORITY)) {
            ByzantineCheck.requireLeastReplicas(rule, 0);
            ByzantineCheck.requireLeastReplicas(rule, 1);
        }
    }

    @Test
    @Order(2)
    @Points(1)
    @DisplayName("numbers that make no system are refused, and the message names the number")
    void badNumbersAreRefused() {
        ByzantineCheck.requireRefused(ReadRule.SIGNED, 0, 1, 0);
        ByzantineCheck.requireRefused(ReadRule.MAJORITY, -3, 0, -3);
        ByzantineCheck.requireRefused(ReadRule.VOUCHERS, 5, -1, -1);
        ByzantineCheck.requireRefused(ReadRule.PLURALITY, -2);
    }
}
