// variant of 2d
// why: streams from end to end
package variants.p2d.streams;

import ftol.quorum.Fraction;
import ftol.quorum.GridQuorums;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public final class LectureGrid implements GridQuorums {
    @Override
    public Set<Set<Integer>> readQuorums(int rows, int columns) {
        requireGrid(rows, columns);
        return IntStream.range(0, columns)
                .mapToObj(column -> column(rows, columns, column).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<Set<Integer>> writeQuorums(int rows, int columns) {
        requireGrid(rows, columns);
        return IntStream.range(0, rows * columns)
                .mapToObj(crossing -> Stream.concat(
                                column(rows, columns, crossing % columns),
                                IntStream.range(0, columns).mapToObj(column -> crossing / columns * columns + column))
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    @Override
    public Fraction load(int rows, int columns, Fraction reads) {
        requireGrid(rows, columns);
        if (reads.compareTo(Fraction.ZERO) < 0 || reads.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("reads must be from 0 to 1, was " + reads);
        }
        Fraction used = reads.times(rows).plus(Fraction.ONE.minus(reads).times(rows + columns - 1));
        return used.dividedBy(rows * columns);
    }

    private static void requireGrid(int rows, int columns) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, was " + rows);
        }
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be at least 1, was " + columns);
        }
    }

    private static Stream<Integer> column(int rows, int columns, int column) {
        return IntStream.range(0, rows).mapToObj(row -> row * columns + column);
    }
}
