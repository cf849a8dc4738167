// mutant of 2e
// why: sums that overflow for the largest T
// loses: HiddenByzantineExamples.allMayBeFaulty
package mutants.p2e.sum_overflows;

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
                    case SIGNED -> (n + t + 2) / 2;
                    case VOUCHERS -> (n + 2 * t + 2) / 2;
                    case PLURALITY -> (2 * n + 2 * t + 2) / 3;
                    default -> (2 * n + 2 * t) / 3 + 1;
                };
        return q + t <= n ? Optional.of(Math.max(1, q)) : Optional.empty();
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
}
