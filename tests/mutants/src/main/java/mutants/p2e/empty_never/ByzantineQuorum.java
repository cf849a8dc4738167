// mutant of 2e
// why: closed forms, and no thought of Q <= N - T
// loses: ByzantineProperties.signed
// loses: HiddenByzantineProperties.signed
// loses: ByzantineProperties.vouchers
// loses: HiddenByzantineProperties.vouchers
// loses: ByzantineProperties.plurality
// loses: HiddenByzantineProperties.plurality
// loses: ByzantineProperties.majority
// loses: HiddenByzantineProperties.majority
// loses: HiddenByzantineExamples.allMayBeFaulty
package mutants.p2e.empty_never;

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
        return Optional.of(
                switch (rule) {
                    case SIGNED -> (n + t + 2) / 2;
                    case VOUCHERS -> (n + 2 * t + 2) / 2;
                    case PLURALITY -> (2 * n + 2 * t + 2) / 3;
                    default -> (2 * n + 2 * t) / 3 + 1;
                });
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
}
