package ftol.tests;

import ftol.check.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 2a on systems that are small enough to be drawn on paper. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuorumSizeExamples {
    @Test
    @Order(1)
    @Points(1)
    @DisplayName("plain values: the least safe quorum of 1 to 9 replicas")
    void unversionedUpToNine() {
        upToNine(QuorumCheck.UNVERSIONED);
    }

    @Test
    @Order(2)
    @Points(1)
    @DisplayName("versions: the least safe quorum of 1 to 9 replicas")
    void versionedUpToNine() {
        upToNine(QuorumCheck.VERSIONED);
    }

    @Test
    @Order(3)
    @Points(1)
    @DisplayName("fewer than 1 replica is refused, and the message names the number")
    void fewerThanOneReplicaIsRefused() {
        for (QuorumCheck check : QuorumCheck.values()) {
            check.requireRefused(0);
            check.requireRefused(-3);
        }
    }

    private static void upToNine(QuorumCheck check) {
        for (int n = 1; n <= 9; n++) {
            int q = check.ask(n);
            check.requireSafe(n, q);
            check.requireLeast(n, q);
        }
    }
}
