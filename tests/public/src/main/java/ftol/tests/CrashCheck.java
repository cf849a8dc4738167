package ftol.tests;

import ftol.check.Submitted;
import ftol.quorum.CrashTolerance;
import java.util.BitSet;

/** Asks the student's class whether crashes are tolerated, and shows the replicas that are left if the answer is wrong. */
public final class CrashCheck {
    private CrashCheck() {}

    /** Fails unless a new object of the student's class says so. */
    public static void require(boolean tolerated, int n, int q, int t) {
        require(Submitted.create(CrashTolerance.class), tolerated, n, q, t);
    }

    /** Fails unless this object of the student's class says so. */
    public static void require(CrashTolerance submitted, boolean tolerated, int n, int q, int t) {
        boolean answer;
        try {
            answer = submitted.tolerates(n, q, t);
        } catch (IllegalArgumentException refused) {
            throw new AssertionError(call(n, q, t) + " threw an IllegalArgumentException, but N = " + n + ", Q = " + q
                    + " and T = " + t + " can be asked for. " + (tolerated ? enough(n, q, t) : tooFew(n, q, t)));
        }
        if (answer != tolerated) {
            throw new AssertionError(
                    call(n, q, t) + " returned " + answer + ". " + (tolerated ? enough(n, q, t) : tooFew(n, q, t)));
        }
    }

    /**
     * Fails unless these numbers are refused.
     *
     * @param wrong those of them that are wrong
     */
    public static void requireRefused(int n, int q, int t, int... wrong) {
        CrashTolerance submitted = Submitted.create(CrashTolerance.class);
        Refusal.require(
                call(n, q, t),
                () -> submitted.tolerates(n, q, t),
                n < 1
                        ? "There is no system of " + n + " replicas"
                        : q < 1 || q > n
                                ? "There is no quorum of " + q + " out of " + replicas(n)
                                : "There cannot be " + t + " crashes",
                wrong);
    }

    private static String enough(int n, int q, int t) {
        return (t == 0
                        ? "If none of the " + replicas(n) + " crashes, all "
                        : "Whichever " + t + " of the " + replicas(n) + " crash, ")
                + left(n, t).cardinality() + " are left, and a quorum has " + q + ".";
    }

    private static String tooFew(int n, int q, int t) {
        BitSet left = left(n, t);
        if (left.isEmpty()) {
            return "If up to " + t + " may crash, that may be all of the " + replicas(n) + ": no quorum is left.";
        }
        return "If " + Replicas.names(Replicas.range(0, t), n) + " crash, only " + Replicas.names(left, n) + " "
                + (left.cardinality() == 1 ? "is" : "are") + " left, and a quorum has " + q + ".";
    }

    /** The replicas that run if the first of them crash. */
    private static BitSet left(int n, int t) {
        int crashed = Math.min(n, t);
        return Replicas.range(crashed, n - crashed);
    }

    private static String call(int n, int q, int t) {
        return "tolerates(" + n + ", " + q + ", " + t + ")";
    }

    private static String replicas(int n) {
        return n == 1 ? "1 replica" : n + " replicas";
    }
}
