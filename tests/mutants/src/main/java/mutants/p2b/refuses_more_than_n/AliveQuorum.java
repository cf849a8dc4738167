// mutant of 2b
// why: throws if T is more than N, though that can be asked for
// loses: CrashExamples.allMayCrash
// loses: HiddenCrashProperties.eachSetOfCrashes
// loses: HiddenCrashExamples.hugeNumberOfCrashes
package mutants.p2b.refuses_more_than_n;

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
        if (t > n) {
            throw new IllegalArgumentException("t must be at most " + n + ", was " + t);
        }
        return n - t >= q;
    }
}
