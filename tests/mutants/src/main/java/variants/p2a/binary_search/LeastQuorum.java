// variant of 2a
// why: halves the range, since a larger quorum is never less safe
package variants.p2a.binary_search;

import ftol.quorum.QuorumSize;
import java.util.function.IntPredicate;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return least(n, q -> 2 * (2 * q - n) > q);
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return least(n, q -> 2 * q > n);
    }

    private static int least(int n, IntPredicate safe) {
        int low = 1;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (safe.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
