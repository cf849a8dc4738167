// variant of 2b
// why: computes first and checks the numbers afterwards
package variants.p2b.checks_at_the_end;

import ftol.quorum.CrashTolerance;

public final class AliveQuorum implements CrashTolerance {
    @Override
    public boolean tolerates(int n, int q, int t) {
        boolean answer = Math.max(0, (long) n - t) >= q;
        if (n <= 0) {
            throw new IllegalArgumentException("N is " + n + ", not positive");
        }
        if (!(1 <= q && q <= n)) {
            throw new IllegalArgumentException(String.format("Q = %,d is no quorum of %,d replicas", q, n));
        }
        if (t <= -1) {
            throw new IllegalArgumentException("T = " + t);
        }
        return answer;
    }
}
