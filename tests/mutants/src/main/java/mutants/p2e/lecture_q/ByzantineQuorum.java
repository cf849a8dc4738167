// mutant of 2e
// why: the lecture's Q = 2T + 1 for each N and rule
// loses: ByzantineProperties.signed
// loses: HiddenByzantineProperties.signed
// loses: ByzantineProperties.vouchers
// loses: HiddenByzantineProperties.vouchers
// loses: ByzantineProperties.plurality
// loses: HiddenByzantineProperties.plurality
// loses: ByzantineProperties.majority
// loses: HiddenByzantineProperties.majority
// loses: ByzantineExamples.leastReplicas
// loses: HiddenByzantineExamples.leastReplicas
package mutants.p2e.lecture_q;

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
        return 2 * t + 1 <= n - t ? Optional.of(2 * t + 1) : Optional.empty();
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        return 3 * t + 1;
    }
}
