// variant of 2e
// why: numbers of replicas instead of sets: so many in both quorums, so many of them lie
package variants.p2e.counts;

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
        for (int q = 1; q <= n - t; q++) {
            if (safe(rule, n, q, t)) {
                return Optional.of(q);
            }
        }
        return Optional.empty();
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        int n = 1;
        while (leastQuorum(rule, n, t).isEmpty()) {
            n++;
        }
        return n;
    }

    private static boolean safe(ReadRule rule, int n, int q, int t) {
        for (int both = Math.max(0, 2 * q - n); both <= q; both++) {
            for (int lying = 0; lying <= t && lying <= q; lying++) {
                int truth = both - Math.min(lying, both);
                int stale = q - truth - lying;
                boolean good =
                        switch (rule) {
                            case SIGNED -> truth >= 1;
                            case VOUCHERS -> truth >= t + 1;
                            case PLURALITY -> truth > lying && truth >= stale + lying;
                            default -> truth > stale + lying;
                        };
                if (!good) {
                    return false;
                }
            }
        }
        return true;
    }
}
