// mutant of 2a
// why: all the replicas are certainly enough, and nobody said how few
// loses: QuorumSizeExamples.unversionedUpToNine
// loses: QuorumSizeExamples.versionedUpToNine
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: QuorumSizeProperties.versionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
// loses: HiddenQuorumSizeProperties.versionedForEachN
package mutants.p2a.all_replicas;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n;
    }
}
