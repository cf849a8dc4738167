// mutant of 2b
// why: throws another exception
// loses: CrashExamples.badNumbersAreRefused
// loses: HiddenCrashExamples.eachBadNumberIsRefused
package mutants.p2b.other_exception;

import ftol.quorum.CrashTolerance;

public final class AliveQuorum implements CrashTolerance {
    @Override
    public boolean tolerates(int n, int q, int t) {
        if (n < 1 || q < 1 || q > n || t < 0) {
            throw new IllegalStateException("bad numbers: " + n + ", " + q + ", " + t);
        }
        return n - t >= q;
    }
}
