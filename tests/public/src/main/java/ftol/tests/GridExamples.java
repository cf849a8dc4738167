package ftol.tests;

import ftol.check.Points;
import ftol.quorum.Fraction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 2d on the lecture's grid, and on grids that can be checked by hand. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GridExamples {
    private static final Fraction HALF = new Fraction(1, 2);

    @Test
    @Order(1)
    @Points(1)
    @DisplayName("the lecture's grid A to L: a read takes a whole column")
    void readsOfTheLecture() {
        GridCheck grid = GridCheck.of(3, 4);
        grid.requireReads(grid.reads());
    }

    @Test
    @Order(2)
    @Points(1)
    @DisplayName("the lecture's grid A to L: a write takes a whole row and a whole column")
    void writesOfTheLecture() {
        GridCheck grid = GridCheck.of(3, 4);
        grid.requireWrites(grid.writes());
    }

    @Test
    @Order(3)
    @Points(2)
    @DisplayName("the load of the lecture's grid, and of 2 x 2")
    void loads() {
        GridCheck lecture = GridCheck.of(3, 4);
        lecture.requireLoad(Fraction.ONE, new Fraction(1, 4));
        lecture.requireLoad(Fraction.ZERO, HALF);
        lecture.requireLoad(HALF, new Fraction(3, 8));
        lecture.requireLoad(new Fraction(9, 10), new Fraction(11, 40));
        GridCheck square = GridCheck.of(2, 2);
        square.requireLoad(HALF, new Fraction(5, 8));
        square.requireLoad(new Fraction(1, 3), new Fraction(2, 3));
    }

    @Test
    @Order(4)
    @Points(1)
    @DisplayName("a grid without rows or columns is refused, and a part of reads that is not from 0 to 1")
    void badNumbersAreRefused() {
        GridCheck.of(0, 4).requireRefused(0);
        GridCheck.of(3, 0).requireRefused(0);
        GridCheck.of(3, -2).requireRefused(-2);
        GridCheck.of(3, 4).requireRefused(new Fraction(3, 2));
        GridCheck.of(3, 4).requireRefused(new Fraction(-1, 2));
    }
}
