// mutant of 2b
// why: throws the right exception with no message
// loses: CrashExamples.badNumbersAreRefused
// loses: HiddenCrashExamples.eachBadNumberIsRefused
package mutants.p2b.no_message;

import ftol.quorum.CrashTolerance;

public final class AliveQuorum implements CrashTolerance {
    @Override
    public boolean tolerates(int n, int q, int t) {
        if (n < 1 || q < 1 || q > n || t < 0) {
            throw new IllegalArgumentException();
        }
        return n - t >= q;
    }
}
