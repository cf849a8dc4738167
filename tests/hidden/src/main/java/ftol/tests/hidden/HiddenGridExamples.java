package ftol.tests.hidden;

import ftol.check.Points;
import ftol.quorum.Fraction;
import ftol.tests.GridCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 2d at the edges. */
class HiddenGridExamples {
    @Test
    @Points(
            value = 1,
            hint =
                    "All three methods refuse a grid with less than 1 row or column, and load refuses a part of reads just"
                            + " below 0 or just above 1, each with an IllegalArgumentException whose message names that number.")
    @DisplayName("every number that is out of range is refused by every method")
    void everyBadNumberIsRefused() {
        for (int bad : new int[] {0, -1, -999, Integer.MIN_VALUE}) {
            GridCheck.of(bad, 4).requireRefused(bad);
            GridCheck.of(3, bad).requireRefused(bad);
        }
        for (Fraction bad : new Fraction[] {
            new Fraction(-1, 1000), new Fraction(1001, 1000), Fraction.of(2), Fraction.of(-3), new Fraction(1000, 999)
        }) {
            GridCheck.of(3, 4).requireRefused(bad);
        }
    }

    @Test
    @Points(
            value = 1,
            hint =
                    "A grid of a single row, a single column or a single replica is a grid too. Which sets are its columns, and"
                            + " how many different write quorums has it?")
    @DisplayName("a single row, a single column, and the largest grids")
    void edges() {
        int[][] sizes = {{1, 1}, {1, 2}, {2, 1}, {1, 20}, {20, 1}, {20, 20}, {19, 20}, {20, 3}};
        for (int[] size : sizes) {
            GridCheck grid = GridCheck.of(size[0], size[1]);
            grid.requireReads(grid.reads());
            grid.requireWrites(grid.writes());
            HiddenGridProperties.requireLoad(grid, new Fraction(1, 7));
        }
    }
}
