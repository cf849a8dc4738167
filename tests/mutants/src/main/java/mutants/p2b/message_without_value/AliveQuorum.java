// mutant of 2b
// why: says what is wrong, but not with which number
// loses: CrashExamples.badNumbersAreRefused
// loses: HiddenCrashExamples.eachBadNumberIsRefused
package mutants.p2b.message_without_value;

import ftol.quorum.CrashTolerance;

public final class AliveQuorum implements CrashTolerance {
    @Override
    public boolean tolerates(int n, int q, int t) {
        if (n < 1 || q < 1 || q > n || t < 0) {
            throw new IllegalArgumentException("n, q or t is out of its range");
        }
        return n - t >= q;
    }
}
