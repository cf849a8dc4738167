package ftol.quorum.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Nodes in rows and columns, A, B, C ... from left to right and from top to bottom. A row meets every set with one node of
 * each row, a column every set with one node of each column, and a row meets a column.
 *
 * @param rows at least 1
 * @param columns at least 1
 */
public record Grid(int rows, int columns) {
    public Grid {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "a grid needs at least 1 row and 1 column, not " + rows + " rows and " + columns + " columns");
        }
        if ((long) rows * columns > 10_000) {
            throw new IllegalArgumentException(
                    "a grid of " + rows + " rows and " + columns + " columns has more than 10000 nodes");
        }
    }

    /** The nodes of a whole row. */
    public Expr row() {
        return Vote.any(rowsOf(Vote::all));
    }

    /** The nodes of a whole column. */
    public Expr column() {
        return Vote.any(columnsOf(Vote::all));
    }

    /** One node of each row. */
    public Expr onePerRow() {
        return Vote.all(rowsOf(Vote::any));
    }

    /** One node of each column. */
    public Expr onePerColumn() {
        return Vote.all(columnsOf(Vote::any));
    }

    /** A whole row and a whole column, for reads and for writes (after Maekawa, "A sqrt(N) Algorithm ...", 1985). */
    public QuorumSystem rowAndColumn() {
        return QuorumSystem.of(row().times(column()));
    }

    /**
     * A whole column and one node of each column, for reads and for writes (Cheung, Ammar and Ahamad, "The Grid Protocol",
     * 1992).
     */
    public QuorumSystem columnAndOnePerColumn() {
        return QuorumSystem.of(column().times(onePerColumn()));
    }

    /** The five ways to read the lecture's grid, by a name that says what a read and what a write needs. */
    public Map<String, QuorumSystem> readings() {
        Map<String, QuorumSystem> readings = new LinkedHashMap<>();
        readings.put("read=column,write=one-per-column", new QuorumSystem(column(), onePerColumn()));
        readings.put(
                "read=one-per-column,write=column+one-per-column",
                new QuorumSystem(onePerColumn(), column().times(onePerColumn())));
        readings.put("read=row,write=column", new QuorumSystem(row(), column()));
        readings.put("read=column,write=row", new QuorumSystem(column(), row()));
        readings.put("read=column,write=row+column", new QuorumSystem(column(), row().times(column())));
        return readings;
    }

    private List<Expr> rowsOf(Function<List<Node>, Expr> join) {
        List<Node> nodes = Expr.nodes(rows * columns);
        return IntStream.range(0, rows)
                .mapToObj(row -> join.apply(nodes.subList(row * columns, (row + 1) * columns)))
                .toList();
    }

    private List<Expr> columnsOf(Function<List<Node>, Expr> join) {
        List<Node> nodes = Expr.nodes(rows * columns);
        return IntStream.range(0, columns)
                .mapToObj(column -> join.apply(IntStream.range(0, rows)
                        .mapToObj(row -> nodes.get(row * columns + column))
                        .toList()))
                .toList();
    }
}
