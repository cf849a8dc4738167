// mutant of 2e
// why: keeps answers by N and rule, and forgets that T was another
// loses: HiddenByzantineProperties.nothingIsRemembered
package mutants.p2e.remembers_by_n;

import ftol.quorum.ByzantineSize;
import ftol.quorum.ReadRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class ByzantineQuorum implements ByzantineSize {
    private final Map<String, Optional<Integer>> known = new HashMap<>();

    @Override
    public Optional<Integer> leastQuorum(ReadRule rule, int n, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        String key = rule + " " + n;
        if (!known.containsKey(key)) {
            known.put(key, compute(rule, n, t));
        }
        return known.get(key);
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        int n = 1;
        while (compute(rule, n, t).isEmpty()) {
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

    private static Optional<Integer> compute(ReadRule rule, int n, int t) {
        for (int q = 1; q <= n - t; q++) {
            if (safe(rule, n, q, t)) {
                return Optional.of(q);
            }
        }
        return Optional.empty();
    }
}
