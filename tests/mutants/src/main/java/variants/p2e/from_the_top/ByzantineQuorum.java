// variant of 2e
// why: goes down from the largest available quorum
package variants.p2e.from_the_top;

import ftol.quorum.ByzantineSize;
import ftol.quorum.ReadRule;
import java.util.Optional;

public final class ByzantineQuorum implements ByzantineSize {
    @Override
    public Optional<Integer> leastQuorum(ReadRule rule, int n, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        int q = n - t;
        if (q < 1 || !safe(rule, n, q, t)) {
            return Optional.empty();
        }
        while (q > 1 && safe(rule, n, q - 1, t)) {
            q--;
        }
        return Optional.of(q);
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        for (int n = t + 1; ; n++) {
            if (safe(rule, n, n - t, t)) {
                return n;
            }
        }
    }

    private static boolean safe(ReadRule rule, int n, int q, int t) {
        int old = n - q;
        int fresh = 2 * q - n - t;
        return switch (rule) {
            case SIGNED -> fresh > 0;
            case VOUCHERS -> fresh > t;
            case PLURALITY -> fresh >= old + t && fresh > t;
            case MAJORITY -> fresh > old + t;
            default -> false;
        };
    }
}
