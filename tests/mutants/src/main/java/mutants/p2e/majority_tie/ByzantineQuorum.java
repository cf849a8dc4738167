// mutant of 2e
// why: half of the quorum is enough
// loses: ByzantineProperties.majority
// loses: HiddenByzantineProperties.majority
// loses: ByzantineExamples.leastReplicas
// loses: HiddenByzantineExamples.leastReplicas
package mutants.p2e.majority_tie;

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
        int old = n - q;
        int fresh = 2 * q - n - t;
        return switch (rule) {
            case SIGNED -> fresh > 0;
            case VOUCHERS -> fresh > t;
            case PLURALITY -> fresh >= old + t && fresh > t;
            case MAJORITY -> 2 * fresh >= q;
            default -> false;
        };
    }
}
