package ftol.reference;

import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** A read quorum of R and a write quorum of W out of N replicas share at least R + W - N. */
public final class SafeSizes implements ReadWriteSizes {

    @Override
    public Set<Sizes> safeUnversioned(int n) {
        return allThat(n, sizes -> 2 * (sizes.read() + sizes.write() - n) > sizes.read());
    }

    @Override
    public Set<Sizes> safeVersioned(int n) {
        return allThat(n, sizes -> sizes.read() + sizes.write() > n && 2 * sizes.write() > n);
    }

    private static Set<Sizes> allThat(int n, Predicate<Sizes> safe) {
        if (n < 1) {
            throw new IllegalArgumentException("There must be at least 1 replica, not " + n);
        }
        Set<Sizes> all = new HashSet<>();
        for (int read = 1; read <= n; read++) {
            for (int write = 1; write <= n; write++) {
                Sizes sizes = new Sizes(read, write);
                if (safe.test(sizes)) {
                    all.add(sizes);
                }
            }
        }
        return all;
    }
}
