// mutant of 2c
// why: an empty set for any number below 1
// loses: ReadWriteExamples.fewerThanOneReplicaIsRefused
// loses: HiddenReadWriteExamples.anyNumberBelowOneIsRefused
package mutants.p2c.no_refusal;

import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import java.util.HashSet;
import java.util.Set;

public final class SafeSizes implements ReadWriteSizes {
    @Override
    public Set<Sizes> safeUnversioned(int n) {
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
