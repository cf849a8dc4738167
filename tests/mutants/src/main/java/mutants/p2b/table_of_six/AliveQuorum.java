// mutant of 2b
// why: knows the systems of the examples by heart
// loses: CrashProperties.replicasToSpare
// loses: HiddenCrashProperties.eachSetOfCrashes
package mutants.p2b.table_of_six;

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
        int[][] most = {{0}, {1, 0}, {2, 1, 0}, {3, 2, 1, 0}, {4, 3, 2, 1, 0}, {5, 4, 3, 2, 1, 0}};
        return n <= 6 && t <= most[n - 1][q - 1];
    }
}
