// mutant of 2a
// why: thinks that a system needs an odd number of replicas
// loses: QuorumSizeExamples.unversionedUpToNine
// loses: QuorumSizeExamples.versionedUpToNine
// loses: QuorumSizeProperties.unversionedIsSafe
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: QuorumSizeProperties.versionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
// loses: HiddenQuorumSizeProperties.versionedForEachN
package mutants.p2a.refuses_even;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1 || n % 2 == 0) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return 2 * n / 3 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1 || n % 2 == 0) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n / 2 + 1;
    }
}
