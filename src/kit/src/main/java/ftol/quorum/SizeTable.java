package ftol.quorum;

import ftol.picture.MarkedTable;
import ftol.picture.MarkedTable.Cell;
import ftol.picture.MarkedTable.Mark;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The table of part 2a: your quorum sizes beside the lecture's two formulas, each rounded in three ways. */
public final class SizeTable {
    private static final Mark UNSAFE = new Mark("✗", "unsafe", "#cf222e");
    private static final Mark MORE = new Mark("▲", "more", "#9a6700");

    private static final int PLAIN = 1;
    private static final int VERSIONED = 5;

    private SizeTable() {}

    /**
     * One row for each N. The columns, all of whole numbers: {@code N}; {@code yours: plain}, your least Q for plain
     * values, and {@code 2(N+1)/3} rounded {@code down}, to {@code nearest} and {@code up}; {@code yours: versioned}, your
     * least Q with versions, and {@code (N+1)/2} rounded likewise (a half goes up).
     *
     * @param from the first N, at least 1
     * @param to the last N
     */
    public static Table of(QuorumSize yours, int from, int to) {
        return Table.create(
                "Least quorum size Q for N replicas",
                column("N", from, to, n -> n),
                column("yours: plain", from, to, yours::leastUnversioned),
                column("2(N+1)/3 down", from, to, n -> down(2 * (n + 1), 3)),
                column("2(N+1)/3 nearest", from, to, n -> nearest(2 * (n + 1), 3)),
                column("2(N+1)/3 up", from, to, n -> up(2 * (n + 1), 3)),
                column("yours: versioned", from, to, yours::leastVersioned),
                column("(N+1)/2 down", from, to, n -> down(n + 1, 2)),
                column("(N+1)/2 nearest", from, to, n -> nearest(n + 1, 2)),
                column("(N+1)/2 up", from, to, n -> up(n + 1, 2)));
    }

    /**
     * The lecture's formula the other way round, for plain values. One row for each Q, all columns of whole numbers: {@code Q};
     * {@code yours: largest N}, the largest N for which your least Q is no larger, and {@code 3Q/2 - 1} rounded {@code down} and
     * {@code up}.
     *
     * @param to the last Q, at most 300
     */
    public static Table largest(QuorumSize yours, int to) {
        return Table.create(
                "Largest N for quorums of Q replicas, plain values",
                column("Q", 1, to, q -> q),
                column("yours: largest N", 1, to, q -> largestN(yours, q)),
                column("3Q/2 - 1 down", 1, to, q -> down(3 * q, 2) - 1),
                column("3Q/2 - 1 up", 1, to, q -> up(3 * q, 2) - 1));
    }

    private static int largestN(QuorumSize yours, int q) {
        return IntStream.rangeClosed(q, 2 * q + 1)
                .filter(n -> yours.leastUnversioned(n) <= q)
                .max()
                .orElse(0);
    }

    /** The table {@link #of}, to be shown: where a formula differs from your answer, it is marked. */
    public static MarkedTable marked(Table sizes) {
        return new MarkedTable(
                sizes,
                cell -> mark(sizes, cell),
                List.of(
                        UNSAFE
                                + ": the formula gives less than your Q. If yours is the least safe one, this one is unsafe.",
                        MORE
                                + ": the formula gives more than your Q. If yours is safe, this one costs more messages than"
                                + " needed."));
    }

    private static Optional<Mark> mark(Table sizes, Cell cell) {
        if (cell.column() <= PLAIN || cell.column() == VERSIONED) {
            return Optional.empty();
        }
        int yours =
                sizes.intColumn(cell.column() < VERSIONED ? PLAIN : VERSIONED).get(cell.row());
        int formula = sizes.intColumn(cell.column()).get(cell.row());
        return formula == yours ? Optional.empty() : Optional.of(formula < yours ? UNSAFE : MORE);
    }

    private static IntColumn column(String name, int from, int to, IntUnaryOperator size) {
        return IntColumn.create(name, IntStream.rangeClosed(from, to).map(size).toArray());
    }

    private static int down(int numerator, int denominator) {
        return numerator / denominator;
    }

    private static int nearest(int numerator, int denominator) {
        return (2 * numerator + denominator) / (2 * denominator);
    }

    private static int up(int numerator, int denominator) {
        return (numerator + denominator - 1) / denominator;
    }
}
