// mutant of 2e
// why: fits T = 0 and T = 1, and is wrong for T = 2
// loses: HiddenByzantineExamples.leastReplicas
package mutants.p2e.replicas_right_for_one;

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
        return t == 0
                ? 1
                : switch (rule) {
                    case SIGNED -> 2 * t + 2;
                    case VOUCHERS -> 3 * t + 2;
                    case PLURALITY -> 4 * t + 1;
                    default -> 4 * t + 2;
                };
    }

    private static boolean safe(ReadRule rule, int n, int q, int t) {
        int old = n - q;
        int fresh = 2 * q - n - t;
        return switch (rule) {
            case SIGNED -> fresh > 0;
            case VOUCHERS -> fresh > t;
            case PLURALITY -> fresh >= old + t && fresh > t;
            case MAJORITY -> 2 * fresh > q;
            default -> false;
        };
    }
}
