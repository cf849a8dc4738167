// mutant of 2a
// why: off by one: returns the largest unsafe Q
// loses: QuorumSizeExamples.unversionedUpToNine
// loses: QuorumSizeProperties.unversionedIsSafe
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
// loses: QuorumSizeExamples.versionedUpToNine
// loses: QuorumSizeProperties.versionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.versionedForEachN
package mutants.p2a.one_too_few;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return Math.max(1, 2 * n / 3);
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return Math.max(1, n / 2);
    }
}
