// variant of 2c
// why: the least W for each R, and all that are larger
package variants.p2c.from_least_write;

import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import java.util.HashSet;
import java.util.Set;

public final class SafeSizes implements ReadWriteSizes {
    @Override
    public Set<Sizes> safeUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        Set<Sizes> safe = new HashSet<>();
        for (int r = 1; r <= n; r++) {
            for (int w = n - (r + 1) / 2 + 1; w <= n; w++) {
                safe.add(new Sizes(r, w));
            }
        }
        return safe;
    }

    @Override
    public Set<Sizes> safeVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        Set<Sizes> safe = new HashSet<>();
        for (int r = 1; r <= n; r++) {
            for (int w = Math.max(n - r, n / 2) + 1; w <= n; w++) {
                safe.add(new Sizes(r, w));
            }
        }
        return safe;
    }
}
