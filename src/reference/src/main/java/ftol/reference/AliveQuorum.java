package ftol.reference;

import ftol.quorum.CrashTolerance;

/** Whichever T of the N replicas crash, N - T are left. */
public final class AliveQuorum implements CrashTolerance {

    @Override
    public boolean tolerates(int n, int q, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("There must be at least 1 replica, not " + n);
        }
        if (q < 1 || q > n) {
            throw new IllegalArgumentException("A quorum of " + n + " replicas cannot be one of " + q);
        }
        if (t < 0) {
            throw new IllegalArgumentException("No fewer than 0 replicas can crash, so not " + t);
        }
        // Not q + t <= n, which overflows for the largest T.
        return n - t >= q;
    }
}
