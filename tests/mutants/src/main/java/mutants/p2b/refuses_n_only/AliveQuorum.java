// mutant of 2b
// why: checks N, but neither Q nor T
// loses: CrashExamples.badNumbersAreRefused
// loses: HiddenCrashExamples.eachBadNumberIsRefused
package mutants.p2b.refuses_n_only;

import ftol.quorum.CrashTolerance;

public final class AliveQuorum implements CrashTolerance {
    @Override
    public boolean tolerates(int n, int q, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n - t >= q;
    }
}
