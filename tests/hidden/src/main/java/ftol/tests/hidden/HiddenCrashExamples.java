package ftol.tests.hidden;

import ftol.check.Points;
import ftol.tests.CrashCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 2b at the ends of the ranges. */
class HiddenCrashExamples {
    @Test
    @Points(
            value = 1,
            hint = "What does your code do if T is larger than N, even as large as an int can be? Does a sum overflow?")
    @DisplayName("however large T is")
    void hugeNumberOfCrashes() {
        for (int t : new int[] {11, 100, Integer.MAX_VALUE - 10, Integer.MAX_VALUE - 1, Integer.MAX_VALUE}) {
            for (int q = 1; q <= 10; q++) {
                CrashCheck.require(false, 10, q, t);
            }
        }
    }

    @Test
    @Points(
            value = 1,
            hint =
                    "N below 1, Q below 1 or above N, and T below 0 are each refused, with an IllegalArgumentException whose"
                            + " message names the number.")
    @DisplayName("each number that makes no system is refused")
    void eachBadNumberIsRefused() {
        for (int n : new int[] {0, -1, -999, Integer.MIN_VALUE}) {
            CrashCheck.requireRefused(n, 17, 0, n, 17);
        }
        for (int n = 1; n <= 10; n++) {
            for (int q : new int[] {0, -1, -999, n + 1, n + 20, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                CrashCheck.requireRefused(n, q, 0, q);
            }
            for (int t : new int[] {-1, -13, -999, Integer.MIN_VALUE}) {
                CrashCheck.requireRefused(n, n, t, t);
                CrashCheck.requireRefused(n, n + 1, t, n + 1, t);
            }
        }
    }
}
