// variant of 2b
// why: one crash fewer in a system of one replica fewer
package variants.p2b.recursion;

import ftol.quorum.CrashTolerance;

public final class AliveQuorum implements CrashTolerance {
    @Override
    public boolean tolerates(int n, int q, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (q < 1 || q > n) {
            throw new IllegalArgumentException("q must be from 1 to " + n + ", was " + q);
        }
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        if (t == 0) {
            return true;
        }
        return n > 1 && q <= n - 1 && tolerates(n - 1, q, t - 1);
    }
}
