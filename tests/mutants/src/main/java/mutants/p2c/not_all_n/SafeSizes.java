// mutant of 2c
// why: leaves out W = N, which no crash is tolerated with
// loses: ReadWriteExamples.versionedUpToFive
// loses: ReadWriteProperties.versionedLayouts
// loses: HiddenReadWriteProperties.versionedForEachN
// loses: HiddenReadWriteProperties.nothingIsRemembered
package mutants.p2c.not_all_n;

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
        Set<Sizes> safe = new HashSet<>();
        for (int r = 1; r <= n; r++) {
            for (int w = 1; w < n; w++) {
                if (r + w > n && 2 * w > n) {
                    safe.add(new Sizes(r, w));
                }
            }
        }
        return safe;
    }
}
