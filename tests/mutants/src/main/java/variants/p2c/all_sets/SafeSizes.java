// variant of 2c
// why: really tries all pairs of quorums, for each R and W
package variants.p2c.all_sets;

import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

public final class SafeSizes implements ReadWriteSizes {
    @Override
    public Set<Sizes> safeUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        Set<Sizes> safe = new HashSet<>();
        for (int r = 1; r <= n; r++) {
            for (int w = 1; w <= n; w++) {
                if (each(n, r, w, (write, read) -> 2 * Integer.bitCount(write & read) > Integer.bitCount(read))) {
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
                if (each(n, r, w, (write, read) -> (write & read) != 0)
                        && each(n, w, w, (first, second) -> (first & second) != 0)) {
                    safe.add(new Sizes(r, w));
                }
            }
        }
        return safe;
    }

    private static boolean each(int n, int r, int w, BiPredicate<Integer, Integer> holds) {
        for (int write = 0; write < 1 << n; write++) {
            if (Integer.bitCount(write) != w) {
                continue;
            }
            for (int read = 0; read < 1 << n; read++) {
                if (Integer.bitCount(read) == r && !holds.test(write, read)) {
                    return false;
                }
            }
        }
        return true;
    }
}
