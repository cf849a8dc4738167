// variant of 2d
// why: asks of each replica whether it is in the quorum
package variants.p2d.each_replica_asked;

import ftol.quorum.Fraction;
import ftol.quorum.GridQuorums;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

public final class LectureGrid implements GridQuorums {
    @Override
    public Set<Set<Integer>> readQuorums(int rows, int columns) {
        return quorums(1, rows, columns, false);
    }

    @Override
    public Set<Set<Integer>> writeQuorums(int rows, int columns) {
        return quorums(rows, rows, columns, true);
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

    private static Set<Set<Integer>> quorums(int rowsToTry, int rows, int columns, boolean write) {
        requireGrid(rows, columns);
        Set<Set<Integer>> quorums = new LinkedHashSet<>();
        for (int i = 0; i < rowsToTry; i++) {
            for (int j = 0; j < columns; j++) {
                Set<Integer> quorum = new TreeSet<>();
                for (int replica = 0; replica < rows * columns; replica++) {
                    if (replica % columns == j || (write && replica / columns == i)) {
                        quorum.add(replica);
                    }
                }
                quorums.add(quorum);
            }
        }
        return quorums;
    }
}
