// mutant of 2c
// why: more than half of the write quorum, not of the read quorum
// loses: ReadWriteExamples.unversionedUpToFive
// loses: ReadWriteProperties.unversionedLayouts
// loses: HiddenReadWriteProperties.unversionedForEachN
// loses: HiddenReadWriteProperties.nothingIsRemembered
package mutants.p2c.majority_of_write_quorum;

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
                if (2 * (r + w - n) > w) {
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
            for (int w = 1; w <= n; w++) {
                if (r + w > n && 2 * w > n) {
                    safe.add(new Sizes(r, w));
                }
            }
        }
        return safe;
    }
}
