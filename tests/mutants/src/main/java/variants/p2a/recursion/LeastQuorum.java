// variant of 2a
// why: three more replicas need two more in each quorum, two more need one
package variants.p2a.recursion;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n <= 3 ? n : leastUnversioned(n - 3) + 2;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n <= 2 ? n : leastVersioned(n - 2) + 1;
    }
}
