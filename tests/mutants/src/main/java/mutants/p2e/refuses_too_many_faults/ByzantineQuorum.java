// mutant of 2e
// why: throws where there is no quorum
// loses: ByzantineProperties.signed
// loses: HiddenByzantineProperties.signed
// loses: ByzantineProperties.vouchers
// loses: HiddenByzantineProperties.vouchers
// loses: ByzantineProperties.plurality
// loses: HiddenByzantineProperties.plurality
// loses: ByzantineProperties.majority
// loses: HiddenByzantineProperties.majority
// loses: HiddenByzantineExamples.allMayBeFaulty
package mutants.p2e.refuses_too_many_faults;

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
        throw new IllegalArgumentException("no quorum of " + n + " with " + t);
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
