// mutant of 2a
// why: a table of 1000 entries, in which N = 1000 has no place
// loses: HiddenQuorumSizeProperties.unversionedForEachN
// loses: HiddenQuorumSizeProperties.versionedForEachN
package mutants.p2a.table_of_thousand;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    private final int[] unversioned = new int[1000];
    private final int[] versioned = new int[1000];

    public LeastQuorum() {
        for (int n = 1; n < 1000; n++) {
            unversioned[n] = 2 * n / 3 + 1;
            versioned[n] = n / 2 + 1;
        }
    }

    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return unversioned[n];
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return versioned[n];
    }
}
