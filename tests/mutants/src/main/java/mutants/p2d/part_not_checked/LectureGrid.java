// mutant of 2d
// why: takes any part of reads
// loses: GridExamples.badNumbersAreRefused
// loses: HiddenGridExamples.everyBadNumberIsRefused
package mutants.p2d.part_not_checked;

import ftol.quorum.Fraction;
import ftol.quorum.GridQuorums;
import java.util.HashSet;
import java.util.Set;

public final class LectureGrid implements GridQuorums {
    @Override
    public Set<Set<Integer>> readQuorums(int rows, int columns) {
        requireGrid(rows, columns);
        Set<Set<Integer>> quorums = new HashSet<>();
        for (int column = 0; column < columns; column++) {
            quorums.add(column(rows, columns, column));
        }
        return quorums;
    }

    @Override
    public Set<Set<Integer>> writeQuorums(int rows, int columns) {
        requireGrid(rows, columns);
        Set<Set<Integer>> quorums = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Set<Integer> quorum = column(rows, columns, column);
                quorum.addAll(row(columns, row));
                quorums.add(quorum);
            }
        }
        return quorums;
    }

    @Override
    public Fraction load(int rows, int columns, Fraction reads) {
        requireGrid(rows, columns);
        Fraction used = reads.times(rows).plus(Fraction.ONE.minus(reads).times(rows + columns - 1));
        return used.dividedBy(rows * columns);
    }

    private static Set<Integer> row(int columns, int row) {
        Set<Integer> replicas = new HashSet<>();
        for (int column = 0; column < columns; column++) {
            replicas.add(row * columns + column);
        }
        return replicas;
    }

    private static Set<Integer> column(int rows, int columns, int column) {
        Set<Integer> replicas = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            replicas.add(row * columns + column);
        }
        return replicas;
    }

    private static void requireGrid(int rows, int columns) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, was " + rows);
        }
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be at least 1, was " + columns);
        }
    }
}
