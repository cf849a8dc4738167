// variant of 2e
// why: the thresholds as formulas
package variants.p2e.closed_forms;

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
        long least =
                switch (rule) {
                    case SIGNED -> ceil((long) n + t + 1, 2);
                    case VOUCHERS -> ceil(n + 2L * t + 1, 2);
                    case PLURALITY -> ceil(2L * n + 2L * t, 3);
                    case MAJORITY -> (2L * n + 2L * t) / 3 + 1;
                    default -> throw new IllegalArgumentException("not asked for: " + rule);
                };
        return least <= n - t ? Optional.of((int) least) : Optional.empty();
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        return switch (rule) {
            case SIGNED -> 3 * t + 1;
            case VOUCHERS -> 4 * t + 1;
            case PLURALITY -> Math.max(1, 5 * t);
            default -> 5 * t + 1;
        };
    }

    private static long ceil(long a, long b) {
        return (a + b - 1) / b;
    }
}
