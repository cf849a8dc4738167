// mutant of 2a
// why: remembers Q = 2T + 1, which is meant for N = 3T + 1 only
// loses: QuorumSizeExamples.unversionedUpToNine
// loses: QuorumSizeProperties.unversionedIsSafe
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
package mutants.p2a.byzantine_rule;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        int t = (n - 1) / 3;
        return 2 * t + 1;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n / 2 + 1;
    }
}
