// variant of 2a
// why: a case for each remainder
package variants.p2a.by_remainder;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return switch (n % 3) {
            case 0 -> 2 * (n / 3) + 1;
            case 1 -> 2 * (n / 3) + 1;
            default -> 2 * (n / 3) + 2;
        };
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (n % 2 == 1) {
            return (n + 1) / 2;
        }
        return n / 2 + 1;
    }
}
