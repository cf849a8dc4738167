package ftol.reference;

import ftol.quorum.Fraction;
import ftol.quorum.GridQuorums;
import java.util.HashSet;
import java.util.Set;

/** A whole column to read, a whole row and a whole column to write: each column meets each row. */
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
                for (int other = 0; other < columns; other++) {
                    quorum.add(row * columns + other);
                }
                quorums.add(quorum);
            }
        }
        return quorums;
    }

    @Override
    public Fraction load(int rows, int columns, Fraction reads) {
        requireGrid(rows, columns);
        if (reads.compareTo(Fraction.ZERO) < 0 || reads.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("The part of reads must be from 0 to 1, not " + reads);
        }
        // If all quorums are used alike, so are all replicas; and no strategy gets by with less than the average.
        Fraction used = reads.times(rows).plus(Fraction.ONE.minus(reads).times(rows + columns - 1));
        return used.dividedBy((long) rows * columns);
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
            throw new IllegalArgumentException("There must be at least 1 row, not " + rows);
        }
        if (columns < 1) {
            throw new IllegalArgumentException("There must be at least 1 column, not " + columns);
        }
    }
}
