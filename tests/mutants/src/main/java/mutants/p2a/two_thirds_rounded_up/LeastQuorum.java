// mutant of 2a
// why: two thirds, but not more than two thirds: the vote is a tie if 3 divides N
// loses: QuorumSizeExamples.unversionedUpToNine
// loses: QuorumSizeProperties.unversionedIsSafe
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
package mutants.p2a.two_thirds_rounded_up;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return (2 * n + 2) / 3;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n / 2 + 1;
    }
}
