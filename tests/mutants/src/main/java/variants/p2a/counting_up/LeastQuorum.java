// variant of 2a
// why: searches from below, with the condition of the contract
package variants.p2a.counting_up;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        int q = 1;
        while (2 * overlap(n, q) <= q) {
            q++;
        }
        return q;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        int q = 1;
        while (overlap(n, q) < 1) {
            q++;
        }
        return q;
    }

    private static int overlap(int n, int q) {
        return Math.max(0, q + q - n);
    }
}
