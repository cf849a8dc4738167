// mutant of 2a
// why: saves memory with a byte for each answer, which ends at 127
// loses: QuorumSizeProperties.unversionedIsSafe
// loses: QuorumSizeProperties.unversionedIsSafeAndLeast
// loses: QuorumSizeProperties.versionedIsSafeAndLeast
// loses: HiddenQuorumSizeProperties.unversionedForEachN
// loses: HiddenQuorumSizeProperties.versionedForEachN
package mutants.p2a.cells_in_bytes;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        byte q = (byte) (2 * n / 3 + 1);
        return q;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        byte q = (byte) (n / 2 + 1);
        return q;
    }
}
