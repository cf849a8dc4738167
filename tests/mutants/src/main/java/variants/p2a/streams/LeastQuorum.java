// variant of 2a
// why: a stream of all sizes and its first safe one
package variants.p2a.streams;

import ftol.quorum.QuorumSize;
import java.util.stream.IntStream;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return IntStream.rangeClosed(1, n)
                .filter(q -> 2 * (2 * q - n) > q)
                .findFirst()
                .getAsInt();
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return IntStream.rangeClosed(1, n).filter(q -> q > n - q).min().orElseThrow();
    }
}
