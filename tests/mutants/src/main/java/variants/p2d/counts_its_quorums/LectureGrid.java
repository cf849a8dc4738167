// variant of 2d
// why: the load by counting how often each replica is used if all quorums are used alike
package variants.p2d.counts_its_quorums;

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
        if (reads.compareTo(Fraction.ZERO) < 0 || reads.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("reads must be from 0 to 1, was " + reads);
        }
        Fraction busiest = Fraction.ZERO;
        for (int replica = 0; replica < rows * columns; replica++) {
            Fraction used = part(replica, readQuorums(rows, columns))
                    .times(reads)
                    .plus(part(replica, writeQuorums(rows, columns)).times(Fraction.ONE.minus(reads)));
            busiest = used.compareTo(busiest) > 0 ? used : busiest;
            if (replica == 0 && rows > 1 && columns > 1) {
                break; // all replicas of a grid are alike
            }
        }
        return busiest;
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

    private static Fraction part(int replica, Set<Set<Integer>> quorums) {
        long with = quorums.stream().filter(quorum -> quorum.contains(replica)).count();
        return new Fraction(with, quorums.size());
    }
}
