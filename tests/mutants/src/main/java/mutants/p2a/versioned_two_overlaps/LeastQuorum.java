// mutant of 2a
// why: wants two common replicas, in case one of them crashes
// loses: QuorumSizeExamples.versionedUpToNine
// loses: QuorumSizeProperties.versionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.versionedForEachN
package mutants.p2a.versioned_two_overlaps;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return 2 * n / 3 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return Math.min(n, (n + 1) / 2 + 1);
    }
}
