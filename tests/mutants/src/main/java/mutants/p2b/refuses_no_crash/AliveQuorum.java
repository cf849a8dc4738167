// mutant of 2b
// why: takes T = 0 for a bad number
// loses: CrashExamples.smallSystems
// loses: CrashProperties.replicasToSpare
// loses: HiddenCrashProperties.eachSetOfCrashes
package mutants.p2b.refuses_no_crash;

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
        if (t == 0) {
            throw new IllegalArgumentException("t must be at least 1, was " + t);
        }
        return n - t >= q;
    }
}
