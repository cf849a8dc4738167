// variant of 2c
// why: a sorted set, and the numbers checked in the end
package variants.p2c.sorted_set;

import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

public final class SafeSizes implements ReadWriteSizes {
    @Override
    public Set<Sizes> safeUnversioned(int n) {
        Set<Sizes> safe = new TreeSet<>(Comparator.comparing(Sizes::write).thenComparing(Sizes::read));
        for (int w = n; w >= 1; w--) {
            for (int r = n; r >= 1; r--) {
                int fresh = r + w - n;
                int old = n - w;
                if (fresh > Math.min(old, r)) {
                    safe.add(new Sizes(r, w));
                }
            }
        }
        if (safe.isEmpty()) {
            throw new IllegalArgumentException("no system of " + n);
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
            for (int w = 1; w <= n; w++) {
                if (r + w > n && 2 * w > n) {
                    safe.add(new Sizes(r, w));
                }
            }
        }
        return safe;
    }
}
