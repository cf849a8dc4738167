// mutant of 2c
// why: keeps the first answer for all N
// loses: HiddenReadWriteProperties.nothingIsRemembered
package mutants.p2c.caches_first;

import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import java.util.HashSet;
import java.util.Set;

public final class SafeSizes implements ReadWriteSizes {
    private Set<Sizes> known;

    @Override
    public Set<Sizes> safeUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        Set<Sizes> safe = new HashSet<>();
        for (int r = 1; r <= n; r++) {
            for (int w = 1; w <= n; w++) {
                if (r + 2 * w > 2 * n) {
                    safe.add(new Sizes(r, w));
                }
            }
        }
        return safe;
    }

    @Override
    public Set<Sizes> safeVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (known == null) {
            Set<Sizes> safe = new HashSet<>();
            for (int r = 1; r <= n; r++) {
                for (int w = 1; w <= n; w++) {
                    if (r + w > n && 2 * w > n) {
                        safe.add(new Sizes(r, w));
                    }
                }
            }
            known = safe;
        }
        return known;
    }
}
