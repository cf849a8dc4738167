// mutant of 2a
// why: a table with the ten values of the exercise sheet, and a guess beyond
// loses: QuorumSizeProperties.unversionedIsSafe
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: QuorumSizeProperties.versionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
// loses: HiddenQuorumSizeProperties.versionedForEachN
package mutants.p2a.table_to_ten;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    private static final int[] UNVERSIONED = {1, 2, 3, 3, 4, 5, 5, 6, 7, 7};
    private static final int[] VERSIONED = {1, 2, 2, 3, 3, 4, 4, 5, 5, 6};

    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n <= 10 ? UNVERSIONED[n - 1] : 7;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n <= 10 ? VERSIONED[n - 1] : 6;
    }
}
