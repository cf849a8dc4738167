package ftol.tests;

import ftol.check.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 2b on systems that are small enough to be drawn on paper. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashExamples {
    @Test
    @Order(1)
    @Points(2)
    @DisplayName("systems of 1 to 6 replicas tolerate so many crashes and not one more")
    void smallSystems() {
        requireAtMost(0, 1, 1);
        requireAtMost(2, 3, 1);
        requireAtMost(1, 3, 2);
        requireAtMost(0, 3, 3);
        requireAtMost(1, 4, 3);
        requireAtMost(2, 5, 3);
        requireAtMost(1, 5, 4);
        requireAtMost(4, 6, 2);
        requireAtMost(0, 6, 6);
    }

    @Test
    @Order(2)
    @Points(1)
    @DisplayName("if as many crashes are possible as there are replicas, or more, no quorum is left")
    void allMayCrash() {
        CrashCheck.require(false, 1, 1, 1);
        CrashCheck.require(false, 4, 1, 4);
        CrashCheck.require(false, 4, 1, 5);
        CrashCheck.require(false, 5, 3, 9);
    }

    @Test
    @Order(3)
    @Points(1)
    @DisplayName("numbers that make no system are refused, and the message names the number")
    void badNumbersAreRefused() {
        CrashCheck.requireRefused(0, 1, 0, 0, 1);
        CrashCheck.requireRefused(-3, 2, 1, -3, 2);
        CrashCheck.requireRefused(5, 0, 1, 0);
        CrashCheck.requireRefused(5, 6, 1, 6);
        CrashCheck.requireRefused(5, 3, -1, -1);
    }

    private static void requireAtMost(int most, int n, int q) {
        for (int t = 0; t <= n; t++) {
            CrashCheck.require(t <= most, n, q, t);
        }
    }
}
