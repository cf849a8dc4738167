// mutant of 2e
// why: answers for any numbers
// loses: ByzantineExamples.badNumbersAreRefused
// loses: HiddenByzantineExamples.eachBadNumberIsRefused
package mutants.p2e.no_refusal;

import ftol.quorum.ByzantineSize;
import ftol.quorum.ReadRule;
import java.util.Optional;

public final class ByzantineQuorum implements ByzantineSize {
    @Override
    public Optional<Integer> leastQuorum(ReadRule rule, int n, int t) {
        for (int q = 1; q <= Math.min(n, 20); q++) {
            if (q <= n - t && safe(rule, n, q, t)) {
                return Optional.of(q);
            }
        }
        return Optional.empty();
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        int n = 1;
        while (n < 99 && leastQuorum(rule, n, t).isEmpty()) {
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
            case MAJORITY -> 2 * fresh > q;
            default -> false;
        };
    }
}
