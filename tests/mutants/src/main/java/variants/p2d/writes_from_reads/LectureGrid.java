// variant of 2d
// why: each write is a read quorum and a row; bad numbers are caught in one place
package variants.p2d.writes_from_reads;

import ftol.quorum.Fraction;
import ftol.quorum.GridQuorums;
import java.util.HashSet;
import java.util.Set;

public final class LectureGrid implements GridQuorums {
    @Override
    public Set<Set<Integer>> readQuorums(int rows, int columns) {
        if (Math.min(rows, columns) < 1) {
            throw new IllegalArgumentException("no grid of " + rows + " x " + columns);
        }
        Set<Set<Integer>> quorums = new HashSet<>();
        for (int first = 0; first < columns; first++) {
            Set<Integer> quorum = new HashSet<>();
            for (int replica = first; replica < rows * columns; replica += columns) {
                quorum.add(replica);
            }
            quorums.add(quorum);
        }
        return quorums;
    }

    @Override
    public Set<Set<Integer>> writeQuorums(int rows, int columns) {
        Set<Set<Integer>> quorums = new HashSet<>();
        for (Set<Integer> column : readQuorums(rows, columns)) {
            for (int replica : column) {
                Set<Integer> quorum = new HashSet<>(column);
                int first = replica - replica % columns;
                for (int i = first; i < first + columns; i++) {
                    quorum.add(i);
                }
                quorums.add(quorum);
            }
        }
        return quorums;
    }

    @Override
    public Fraction load(int rows, int columns, Fraction reads) {
        int read = readQuorums(rows, columns).iterator().next().size();
        int write = writeQuorums(rows, columns).iterator().next().size();
        Fraction writes = Fraction.ONE.minus(reads);
        if (reads.numerator() < 0 || writes.numerator() < 0) {
            throw new IllegalArgumentException(reads + " of all operations cannot be reads");
        }
        return reads.times(new Fraction(read, rows * columns)).plus(writes.times(new Fraction(write, rows * columns)));
    }
}
