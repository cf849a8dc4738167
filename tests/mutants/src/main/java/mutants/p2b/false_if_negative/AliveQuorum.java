// mutant of 2b
// why: returns false for a negative T instead of refusing it
// loses: CrashExamples.badNumbersAreRefused
// loses: HiddenCrashExamples.eachBadNumberIsRefused
package mutants.p2b.false_if_negative;

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
        return t >= 0 && n - t >= q;
    }
}
