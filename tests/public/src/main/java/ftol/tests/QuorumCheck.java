package ftol.tests;

import ftol.check.Counterexample;
import ftol.check.Submitted;
import ftol.picture.QuorumOverlap;
import ftol.quorum.QuorumSize;
import java.util.BitSet;

/** Asks the student's class for a quorum size and tries quorums of that size against each other. */
public enum QuorumCheck {
    UNVERSIONED("leastUnversioned"),
    VERSIONED("leastVersioned");

    /** Systems of more replicas than this are told, not drawn. */
    private static final int DRAWN = 20;

    private final String method;

    QuorumCheck(String method) {
        this.method = method;
    }

    /** What a new object of the student's class answers; fails if no quorum can have that size. */
    public int ask(int n) {
        int q = answer(Submitted.create(QuorumSize.class), n);
        if (q < 1) {
            throw new AssertionError(returned(n, q) + " A quorum has at least 1 replica.");
        }
        if (q > n) {
            throw new AssertionError(
                    returned(n, q) + " There " + (n == 1 ? "is" : "are") + " only " + replicas(n) + ".");
        }
        return q;
    }

    /** What this object of the student's class answers, whatever it is; fails if {@code n} is refused. */
    public int answer(QuorumSize submitted, int n) {
        try {
            return call(submitted, n);
        } catch (IllegalArgumentException refused) {
            throw new AssertionError(method + "(" + n + ") threw an IllegalArgumentException, but there are systems of "
                    + replicas(n) + ": only a number less than 1 is to be refused.");
        }
    }

    /** Fails with two quorums of size {@code q} if the reader of one may miss a write to the other. */
    public void requireSafe(int n, int q) {
        BitSet write = Replicas.range(0, q);
        BitSet read = Replicas.range(n - q, q);
        if (!learns(write, read)) {
            throw failure(returned(n, q) + " " + missed(write, read, n), n, q);
        }
    }

    /** Fails if quorums of size {@code q - 1} would be safe too. */
    public void requireLeast(int n, int q) {
        BitSet write = Replicas.range(0, q - 1);
        BitSet read = Replicas.range(n - q + 1, q - 1);
        if (q > 1 && learns(write, read)) {
            throw failure(tooLarge(n, q), n, q - 1);
        }
    }

    /** With a picture of the quorums where they are few enough to be seen. */
    private static AssertionError failure(String message, int n, int q) {
        return n <= DRAWN ? new Counterexample(message, QuorumOverlap.of(n, q)) : new AssertionError(message);
    }

    /** Whether a read of this quorum learns what was written to that one. */
    public boolean learns(BitSet write, BitSet read) {
        int updated = Replicas.shared(write, read);
        return this == VERSIONED ? updated > 0 : updated > read.cardinality() - updated;
    }

    /** How a read misses a write, for the student. */
    public String missed(BitSet write, BitSet read, int n) {
        int updated = Replicas.shared(write, read);
        String quorums =
                "A write may reach " + Replicas.names(write, n) + " and a read ask " + Replicas.names(read, n) + ": ";
        if (updated == 0) {
            return quorums + "none of those asked has the new value.";
        }
        return quorums + "only " + updated + " of those " + read.cardinality() + (updated == 1 ? " has" : " have")
                + " the new value, which is not more than half.";
    }

    /** That one replica fewer is enough, for the student. */
    public String tooLarge(int n, int q) {
        int overlap = Replicas.shared(Replicas.range(0, q - 1), Replicas.range(n - q + 1, q - 1));
        return returned(n, q) + " That is safe, but not the least: even quorums of " + (q - 1)
                + " always share at least " + overlap + ", "
                + (this == VERSIONED ? "and one is enough." : "more than half of " + (q - 1) + ".");
    }

    /** Fails unless this number of replicas is refused with an IllegalArgumentException that names it. */
    public void requireRefused(int n) {
        QuorumSize submitted = Submitted.create(QuorumSize.class);
        Refusal.require(method + "(" + n + ")", () -> call(submitted, n), "There is no system of " + replicas(n), n);
    }

    /** The beginning of each message: "leastVersioned(6) returned 3." */
    public String returned(int n, int q) {
        return method + "(" + n + ") returned " + q + ".";
    }

    private int call(QuorumSize submitted, int n) {
        return this == UNVERSIONED ? submitted.leastUnversioned(n) : submitted.leastVersioned(n);
    }

    private static String replicas(int n) {
        return n == 1 ? "1 replica" : n + " replicas";
    }
}
