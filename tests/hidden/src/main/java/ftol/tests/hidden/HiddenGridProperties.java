package ftol.tests.hidden;

import ftol.check.Points;
import ftol.check.Submitted;
import ftol.quorum.Fraction;
import ftol.quorum.GridQuorums;
import ftol.tests.GridCheck;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Part 2d for every small grid, and the exact load of all. */
class HiddenGridProperties {
    /** The size of a grid. */
    record Size(int rows, int columns) {}

    @Property(tries = 81, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 1,
            hint =
                    "Draw a grid of 2 x 3 and one of 3 x 2 and number the replicas row by row. Does your code mix up rows and"
                            + " columns, or leave quorums out?")
    @Label("the quorums of each grid up to 9 x 9")
    void quorumsOfEachGrid(
            @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(min = 1, max = 9) int columns) {
        GridCheck grid = GridCheck.of(rows, columns);
        grid.requireReads(grid.reads());
        grid.requireWrites(grid.writes());
    }

    @Property(tries = 400, seed = "431")
    @Points(
            value = 2,
            hint =
                    "How many replicas take part in an average operation? In a write, the replica where row and column cross"
                            + " takes part once. Are your fractions exact?")
    @Label("the exact load of grids up to 20 x 20")
    void loadIsExact(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 20) int columns,
            @ForAll("parts") Fraction reads) {
        requireLoad(GridCheck.of(rows, columns), reads);
    }

    @Property(tries = 40, seed = "432")
    @Points(
            value = 1,
            hint =
                    "If your answers for single grids are right: ask for 2 x 6, then for 3 x 4 and 4 x 3. Does your class"
                            + " remember something?")
    @Label("the answer depends on nothing that was asked before")
    void nothingIsRemembered(@ForAll("sizes") List<Size> sizes) {
        GridQuorums asked = Submitted.create(GridQuorums.class);
        for (Size size : sizes) {
            GridCheck grid = new GridCheck(asked, size.rows(), size.columns());
            grid.requireReads(grid.reads());
            grid.requireWrites(grid.writes());
            requireLoad(grid, new Fraction(size.rows(), 7));
        }
    }

    @Provide
    Arbitrary<Fraction> parts() {
        return Arbitraries.integers()
                .between(1, 1000)
                .flatMap(below -> Arbitraries.integers().between(0, below).map(above -> new Fraction(above, below)));
    }

    /** Sizes of which many have the same number of replicas. */
    @Provide
    Arbitrary<List<Size>> sizes() {
        return Arbitraries.of(
                        new Size(3, 4), new Size(4, 3), new Size(2, 6), new Size(6, 2), new Size(3, 3), new Size(1, 6))
                .list()
                .ofMinSize(2)
                .ofMaxSize(6);
    }

    /**
     * No replica of the busiest can have less to do than the average one, and the strategy that uses all quorums alike makes
     * all replicas average ones, since rows can be exchanged for rows and columns for columns.
     */
    static void requireLoad(GridCheck grid, Fraction reads) {
        grid.requireLoad(reads, exactLoad(grid.rows(), grid.columns(), reads));
    }

    static Fraction exactLoad(int rows, int columns, Fraction reads) {
        long read = reads.numerator() * rows;
        long write = (reads.denominator() - reads.numerator()) * (rows + columns - 1L);
        return new Fraction(read + write, reads.denominator() * rows * columns);
    }
}
