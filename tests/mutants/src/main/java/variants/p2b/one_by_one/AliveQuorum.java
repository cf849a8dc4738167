// variant of 2b
// why: lets replicas crash one after the other
package variants.p2b.one_by_one;

import ftol.quorum.CrashTolerance;
import java.util.Arrays;

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
        boolean[] runs = new boolean[n];
        Arrays.fill(runs, true);
        for (int crashed = 0; crashed < n && crashed < t; crashed++) {
            runs[crashed] = false;
        }
        int left = 0;
        for (boolean running : runs) {
            if (running) {
                left++;
            }
        }
        return left >= q;
    }
}
