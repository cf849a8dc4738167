// variant of 2a
// why: floating point: the next whole number above two thirds, above a half
package variants.p2a.doubles;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return (int) Math.floor(n * 2.0 / 3.0) + 1;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return (int) Math.floor(n * 0.5) + 1;
    }
}
