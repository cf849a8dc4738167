// mutant of 2a
// why: N - T with T = N/3: the vote needs N to be more than 3T
// loses: QuorumSizeExamples.unversionedUpToNine
// loses: QuorumSizeProperties.unversionedIsSafe
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
package mutants.p2a.tolerates_a_third;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n - n / 3;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n / 2 + 1;
    }
}
