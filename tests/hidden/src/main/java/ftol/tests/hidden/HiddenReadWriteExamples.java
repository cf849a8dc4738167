package ftol.tests.hidden;

import ftol.check.Points;
import ftol.tests.SizesCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 2c where there is no answer. */
class HiddenReadWriteExamples {
    @Test
    @Points(
            value = 1,
            hint =
                    "Any number below 1 is refused by both methods, with an IllegalArgumentException whose message names the"
                            + " number.")
    @DisplayName("any number of replicas below 1 is refused by both methods")
    void anyNumberBelowOneIsRefused() {
        for (SizesCheck check : SizesCheck.values()) {
            for (int n : new int[] {0, -1, -2, -999, Integer.MIN_VALUE + 1, Integer.MIN_VALUE}) {
                check.requireRefused(n);
            }
        }
    }
}
