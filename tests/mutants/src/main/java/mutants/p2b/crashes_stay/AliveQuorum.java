// mutant of 2b
// why: replicas that crashed for one question stay crashed for the next
// loses: HiddenCrashProperties.nothingIsRemembered
package mutants.p2b.crashes_stay;

import ftol.quorum.CrashTolerance;
import java.util.BitSet;

public final class AliveQuorum implements CrashTolerance {
    private final BitSet crashed = new BitSet();

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
        for (int i = 0; i < Math.min(n, t); i++) {
            crashed.set(i);
        }
        int left = 0;
        for (int i = 0; i < n; i++) {
            if (!crashed.get(i)) {
                left++;
            }
        }
        return left >= q;
    }
}
