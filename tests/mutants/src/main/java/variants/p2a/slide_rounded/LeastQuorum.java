// variant of 2a
// why: the lecture's formulas with the rounding that is right; the check in a method of its own
package variants.p2a.slide_rounded;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        return (int) Math.round(2 * (check(n) + 1) / 3.0);
    }

    @Override
    public int leastVersioned(int n) {
        return (int) Math.ceil((check(n) + 1) / 2.0);
    }

    private static int check(int n) {
        if (n <= 0) {
            String message = String.format("%d is not a number of replicas", n);
            throw new IllegalArgumentException(message);
        }
        return n;
    }
}
