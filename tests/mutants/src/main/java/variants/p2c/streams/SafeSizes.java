// variant of 2c
// why: streams, and an unmodifiable set
package variants.p2c.streams;

import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class SafeSizes implements ReadWriteSizes {
    @Override
    public Set<Sizes> safeUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return all(n, s -> 2 * (s.read() + s.write() - n) > s.read());
    }

    @Override
    public Set<Sizes> safeVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return all(n, s -> s.read() > n - s.write() && s.write() > n - s.write());
    }

    private static Set<Sizes> all(int n, Predicate<Sizes> safe) {
        return IntStream.rangeClosed(1, n)
                .boxed()
                .flatMap(r -> IntStream.rangeClosed(1, n).mapToObj(w -> new Sizes(r, w)))
                .filter(safe)
                .collect(Collectors.toUnmodifiableSet());
    }
}
