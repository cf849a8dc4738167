// mutant of 2a
// why: uses the majority of the versioned model for plain values, too
// loses: QuorumSizeExamples.unversionedUpToNine
// loses: QuorumSizeProperties.unversionedIsSafe
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
package mutants.p2a.one_overlap_is_enough;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n / 2 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n / 2 + 1;
    }
}
