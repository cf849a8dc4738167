// mutant of 2b
// why: makes numbers positive instead of refusing them
// loses: CrashExamples.badNumbersAreRefused
// loses: HiddenCrashExamples.eachBadNumberIsRefused
package mutants.p2b.absolute_value;

import ftol.quorum.CrashTolerance;

public final class AliveQuorum implements CrashTolerance {
    @Override
    public boolean tolerates(int n, int q, int t) {
        n = Math.abs(n);
        q = Math.abs(q);
        t = Math.abs(t);
        return n - t >= q;
    }
}
