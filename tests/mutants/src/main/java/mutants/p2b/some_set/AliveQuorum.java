// mutant of 2b
// why: asks whether a quorum is left for some set of crashes, instead of for each
// loses: CrashExamples.smallSystems
// loses: CrashExamples.allMayCrash
// loses: CrashProperties.replicasToSpare
// loses: HiddenCrashProperties.eachSetOfCrashes
// loses: HiddenCrashExamples.hugeNumberOfCrashes
package mutants.p2b.some_set;

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
        for (int crashed = 0; crashed < 1 << n; crashed++) {
            if (Integer.bitCount(crashed) <= t && n - Integer.bitCount(crashed) >= q) {
                return true;
            }
        }
        return false;
    }
}
