// mutant of 2c
// why: knows the systems of the examples by heart
// loses: ReadWriteProperties.unversionedLayouts
// loses: ReadWriteProperties.versionedLayouts
// loses: HiddenReadWriteProperties.unversionedForEachN
// loses: HiddenReadWriteProperties.versionedForEachN
package mutants.p2c.table_to_five;

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
        if (n > 5) {
            return new HashSet<>();
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
        if (n > 5) {
            return new HashSet<>();
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
