// mutant of 2e
// why: (N + T + 1) / 2 in int arithmetic, which rounds down
// loses: ByzantineProperties.signed
// loses: HiddenByzantineProperties.signed
// loses: ByzantineProperties.vouchers
// loses: HiddenByzantineProperties.vouchers
// loses: ByzantineProperties.plurality
// loses: HiddenByzantineProperties.plurality
package mutants.p2e.rounded_down;

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
        int q =
                switch (rule) {
                    case SIGNED -> (n + t + 1) / 2;
                    case VOUCHERS -> (n + 2 * t + 1) / 2;
                    case PLURALITY -> (2 * n + 2 * t) / 3;
                    default -> (2 * n + 2 * t) / 3 + 1;
                };
        return q <= n - t ? Optional.of(q) : Optional.empty();
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        int n = 1;
        while (leastQuorum(rule, n, t).isEmpty() && n < 99) {
            n++;
        }
        return n;
    }
}
