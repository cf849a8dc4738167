package ftol.reference;

import ftol.quorum.QuorumSize;

/** Two quorums of Q out of N replicas share at least 2Q - N. How many must they share? */
public final class LeastQuorum implements QuorumSize {

    @Override
    public int leastUnversioned(int n) {
        requireReplicas(n);
        // More than half of the read quorum: 2(2Q - N) > Q, so Q > 2N / 3.
        return 2 * n / 3 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        requireReplicas(n);
        // One replica: 2Q - N > 0, so Q > N / 2.
        return n / 2 + 1;
    }

    private static void requireReplicas(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("There must be at least 1 replica, not " + n);
        }
    }
}
