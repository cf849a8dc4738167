// variant of 2a
// why: two tables filled once, from the largest quorum down
package variants.p2a.tables;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    private static final int MAX = 1000;
    private final int[] unversioned = new int[MAX + 1];
    private final int[] versioned = new int[MAX + 1];

    public LeastQuorum() {
        for (int n = 1; n <= MAX; n++) {
            unversioned[n] = n;
            versioned[n] = n;
            while (3 * (unversioned[n] - 1) > 2 * n) {
                unversioned[n]--;
            }
            while (2 * (versioned[n] - 1) > n) {
                versioned[n]--;
            }
        }
    }

    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return unversioned[n];
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return versioned[n];
    }
}
