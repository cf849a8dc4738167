// variant of 2e
// why: conditions in a map, and the least N from the largest quorum
package variants.p2e.own_enum_map;

import ftol.quorum.ByzantineSize;
import ftol.quorum.ReadRule;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

public final class ByzantineQuorum implements ByzantineSize {
    private static final Map<ReadRule, BiPredicate<Integer, Integer>> SAFE = Map.of(
            ReadRule.SIGNED, (good, others) -> good >= 1,
            ReadRule.VOUCHERS, (good, others) -> good > others,
            ReadRule.PLURALITY, (good, others) -> good > 0 && good >= others,
            ReadRule.MAJORITY, (good, others) -> good > others);

    @Override
    public Optional<Integer> leastQuorum(ReadRule rule, int n, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        BiPredicate<Integer, Integer> safe = SAFE.get(rule);
        return IntStream.rangeClosed(1, Math.max(0, n - t))
                .boxed()
                .filter(q ->
                        safe.test(2 * q - n - t, rule == ReadRule.VOUCHERS || rule == ReadRule.SIGNED ? t : n - q + t))
                .findFirst();
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        return IntStream.rangeClosed(1, 12)
                .filter(n -> leastQuorum(rule, n, t).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
