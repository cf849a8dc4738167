package ftol.tests;

import ftol.check.Points;
import ftol.quorum.Sizes;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 2c on systems that are small enough to be drawn on paper. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadWriteExamples {
    @Test
    @Order(1)
    @Points(1)
    @DisplayName("plain values: the safe sizes for 1 to 5 replicas")
    void unversionedUpToFive() {
        requireFrom(SizesCheck.UNVERSIONED, 1);
        requireFrom(SizesCheck.UNVERSIONED, 2, 2);
        requireFrom(SizesCheck.UNVERSIONED, 3, 3, 2);
        requireFrom(SizesCheck.UNVERSIONED, 4, 4, 3, 3);
        requireFrom(SizesCheck.UNVERSIONED, 5, 5, 4, 4, 3);
    }

    @Test
    @Order(2)
    @Points(1)
    @DisplayName("versions: the safe sizes for 1 to 5 replicas")
    void versionedUpToFive() {
        requireFrom(SizesCheck.VERSIONED, 1);
        requireFrom(SizesCheck.VERSIONED, 2, 2);
        requireFrom(SizesCheck.VERSIONED, 3, 2, 2);
        requireFrom(SizesCheck.VERSIONED, 4, 3, 3, 3);
        requireFrom(SizesCheck.VERSIONED, 5, 4, 3, 3, 3);
    }

    @Test
    @Order(3)
    @Points(1)
    @DisplayName("fewer than 1 replica is refused, and the message names the number")
    void fewerThanOneReplicaIsRefused() {
        for (SizesCheck check : SizesCheck.values()) {
            check.requireRefused(0);
            check.requireRefused(-3);
        }
    }

    /** @param leastWrite the least safe W for R = 1, 2 ... N, found by hand; each larger W is safe too */
    private static void requireFrom(SizesCheck check, int... leastWrite) {
        int n = leastWrite.length;
        Set<Sizes> answer = check.ask(n);
        for (int read = 1; read <= n; read++) {
            for (int write = 1; write <= n; write++) {
                check.require(write >= leastWrite[read - 1], n, new Sizes(read, write), answer);
            }
        }
    }
}
