package ftol.grader.tables;

import java.util.OptionalInt;

/**
 * What replicas store and how a reader decides, for quorums of one size. The thresholds follow from how many replicas two
 * quorums share (Malkhi and Reiter, "Byzantine Quorum Systems", 1998, for those with faulty replicas that lie).
 */
public enum Model {
    PLAIN("plain values", false) {
        @Override
        long size(long n, long t) {
            return 2 * n / 3 + 1;
        }
    },
    VERSIONED("versions", false) {
        @Override
        long size(long n, long t) {
            return n / 2 + 1;
        }
    },
    SIGNED("Byzantine, signed values", true) {
        @Override
        long size(long n, long t) {
            return up(n + t + 1, 2);
        }
    },
    VOUCHERS("Byzantine, T + 1 vouchers", true) {
        @Override
        long size(long n, long t) {
            return up(n + 2 * t + 1, 2);
        }
    },
    PLURALITY("Byzantine, most answers", true) {
        @Override
        long size(long n, long t) {
            return up(2 * n + 2 * t, 3);
        }
    },
    BYZANTINE_PLAIN("Byzantine, plain values", true) {
        @Override
        long size(long n, long t) {
            return (2 * n + 2 * t) / 3 + 1;
        }
    };

    private final String title;
    private final boolean byzantine;

    Model(String title, boolean byzantine) {
        this.title = title;
        this.byzantine = byzantine;
    }

    /** The least size of which all quorums share enough, whether or not so many replicas are left. */
    abstract long size(long n, long t);

    public String title() {
        return title;
    }

    /** True if faulty replicas lie; else they crash. */
    public boolean byzantine() {
        return byzantine;
    }

    /**
     * The least size of a quorum with which reads are right and T faulty replicas leave a quorum; empty if there is none.
     *
     * @param n replicas, at least 1
     * @param t faulty replicas, at least 0
     */
    public OptionalInt leastQuorum(int n, int t) {
        long q = size(n, t);
        return q <= n - t ? OptionalInt.of((int) q) : OptionalInt.empty();
    }

    /** The greatest T for which there is a quorum size. There always is one for T = 0. */
    public int mostFaults(int n) {
        int t = 0;
        while (leastQuorum(n, t + 1).isPresent()) {
            t++;
        }
        return t;
    }

    private static long up(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
