// mutant of 2b
// why: a table of 10 rows, in which N = 10 has no place
// loses: CrashProperties.replicasToSpare
// loses: HiddenCrashProperties.eachSetOfCrashes
// loses: HiddenCrashExamples.hugeNumberOfCrashes
package mutants.p2b.table_of_nine;

import ftol.quorum.CrashTolerance;

public final class AliveQuorum implements CrashTolerance {
    private final int[][] tolerated = new int[10][10];

    public AliveQuorum() {
        for (int n = 1; n < 10; n++) {
            for (int q = 1; q <= n; q++) {
                tolerated[n][q] = n - q;
            }
        }
    }

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
        return tolerated[n][q] >= t;
    }
}
