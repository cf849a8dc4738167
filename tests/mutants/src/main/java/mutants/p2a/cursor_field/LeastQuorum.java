// mutant of 2a
// why: goes on from the answer before, since a table asks for rising N only
// loses: HiddenQuorumSizeProperties.nothingIsRemembered
package mutants.p2a.cursor_field;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    private static int q = 1;
    private static int versionedQ = 1;

    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        while (2 * (2 * q - n) <= q) {
            q++;
        }
        return Math.min(q, n);
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        while (2 * versionedQ <= n) {
            versionedQ++;
        }
        return Math.min(versionedQ, n);
    }
}
