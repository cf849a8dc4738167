// mutant of 2a
// why: has the two models the wrong way round
// loses: QuorumSizeExamples.unversionedUpToNine
// loses: QuorumSizeProperties.unversionedIsSafe
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
// loses: QuorumSizeExamples.versionedUpToNine
// loses: QuorumSizeProperties.versionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.versionedForEachN
package mutants.p2a.swapped;

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
        return 2 * n / 3 + 1;
    }
}
