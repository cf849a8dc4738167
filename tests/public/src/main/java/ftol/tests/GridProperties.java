package ftol.tests;

import ftol.check.Points;
import ftol.quorum.Fraction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Part 2d for grids of other sizes. */
class GridProperties {
    @Property(tries = 60, seed = "231")
    @Points(1)
    @Label("every read quorum meets every write quorum, and any two write quorums meet")
    void quorumsMeet(@ForAll @IntRange(min = 1, max = 6) int rows, @ForAll @IntRange(min = 1, max = 6) int columns) {
        GridCheck grid = GridCheck.of(rows, columns);
        grid.requireMeeting(grid.reads(), grid.writes());
    }

    @Property(tries = 60, seed = "232")
    @Points(2)
    @Label("all columns to read, all rows with all columns to write, and nothing else")
    void quorumsAreRight(
            @ForAll @IntRange(min = 1, max = 8) int rows, @ForAll @IntRange(min = 1, max = 8) int columns) {
        GridCheck grid = GridCheck.of(rows, columns);
        grid.requireReads(grid.reads());
        grid.requireWrites(grid.writes());
    }

    @Property(tries = 100, seed = "233")
    @Points(1)
    @Label("with a part f of reads, the load is f times that of reads alone and 1 - f times that of writes alone")
    void loadIsAnAverage(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 20) int columns,
            @ForAll @IntRange(min = 0, max = 1000) int thousandths) {
        GridCheck grid = GridCheck.of(rows, columns);
        Fraction reads = new Fraction(thousandths, 1000);
        Fraction reading = grid.load(Fraction.ONE);
        Fraction writing = grid.load(Fraction.ZERO);
        grid.requireLoad(
                reads,
                reads.times(reading).plus(Fraction.ONE.minus(reads).times(writing)),
                "With reads alone you say " + reading + ", with writes alone " + writing + ": a mixture lies between.");
    }
}
