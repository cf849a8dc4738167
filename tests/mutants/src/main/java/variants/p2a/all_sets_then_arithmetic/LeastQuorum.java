// variant of 2a
// why: really tries all pairs of sets while N is small, then calculates
package variants.p2a.all_sets_then_arithmetic;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (n <= 6) {
            return least(n, true);
        }
        return n - (n - 1) / 3;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (n <= 6) {
            return least(n, false);
        }
        return n % 2 == 0 ? n / 2 + 1 : (n + 1) / 2;
    }

    private static int least(int n, boolean vote) {
        for (int q = 1; q < n; q++) {
            if (safe(n, q, vote)) {
                return q;
            }
        }
        return n;
    }

    private static boolean safe(int n, int q, boolean vote) {
        for (int write = 0; write < 1 << n; write++) {
            for (int read = 0; read < 1 << n; read++) {
                if (Integer.bitCount(write) != q || Integer.bitCount(read) != q) {
                    continue;
                }
                int fresh = Integer.bitCount(write & read);
                if (vote ? fresh <= q - fresh : fresh == 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
