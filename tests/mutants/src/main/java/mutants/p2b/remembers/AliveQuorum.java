// mutant of 2b
// why: keeps answers by N and Q only
// loses: HiddenCrashProperties.nothingIsRemembered
package mutants.p2b.remembers;

import ftol.quorum.CrashTolerance;

public final class AliveQuorum implements CrashTolerance {
    private final int[][] known = new int[13][13];

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
        if (known[n][q] == 0) {
            known[n][q] = n - t >= q ? 1 : -1;
        }
        return known[n][q] > 0;
    }
}
