package ftol.reference;

import ftol.quorum.ByzantineSize;
import ftol.quorum.ReadRule;
import java.util.Optional;
import java.util.stream.IntStream;

/** In a read quorum there are at worst T liars, N - Q replicas with the old value, and the rest has the new one. */
public final class ByzantineQuorum implements ByzantineSize {

    @Override
    public Optional<Integer> leastQuorum(ReadRule rule, int n, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("There must be at least 1 replica, not " + n);
        }
        requireFaults(t);
        // Up to N - T: the faulty may say nothing.
        return IntStream.rangeClosed(1, n - t)
                .filter(q -> safe(rule, n, q, t))
                .boxed()
                .findFirst();
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        requireFaults(t);
        return IntStream.iterate(1, n -> n + 1)
                .filter(n -> leastQuorum(rule, n, t).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static boolean safe(ReadRule rule, int n, int q, int t) {
        int old = n - q;
        int fresh = q - old - t;
        return switch (rule) {
            case SIGNED -> fresh >= 1;
            case VOUCHERS -> fresh >= t + 1;
            // The liars say the old value, or all one that they made up, whose version is the highest.
            case PLURALITY -> fresh >= old + t && fresh > t;
            case MAJORITY -> 2 * fresh > q;
            case HIGHEST_VERSION -> t == 0 && fresh >= 1;
        };
    }

    private static void requireFaults(int t) {
        if (t < 0) {
            throw new IllegalArgumentException("No fewer than 0 replicas can be faulty, so not " + t);
        }
    }
}
