// mutant of 2a
// why: wants the new value at more than half of all replicas instead of more than half of the read quorum
// loses: QuorumSizeExamples.unversionedUpToNine
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
package mutants.p2a.majority_of_all;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        int q = n;
        while (q > 1 && 2 * (2 * (q - 1) - n) > n) {
            q--;
        }
        return q;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n / 2 + 1;
    }
}
