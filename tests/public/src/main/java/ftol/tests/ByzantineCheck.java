package ftol.tests;

import ftol.check.Counterexample;
import ftol.check.StudentCode;
import ftol.check.Submitted;
import ftol.quorum.ByzantineSize;
import ftol.quorum.ReadRule;
import java.util.Optional;

/** Asks the student's class for sizes and lets a read of that size meet the worst that liars can do. */
public final class ByzantineCheck {
    /** More replicas than this are too many in any case, and too many to be tried. */
    private static final int MANY = 100;

    private ByzantineCheck() {}

    /** Fails unless a new object of the student's class knows the least quorum; returns what it answered. */
    public static Optional<Integer> requireLeastQuorum(ReadRule rule, int n, int t) {
        return requireLeastQuorum(Submitted.create(ByzantineSize.class), rule, n, t);
    }

    /** Fails unless this object of the student's class knows the least quorum; returns what it answered. */
    public static Optional<Integer> requireLeastQuorum(ByzantineSize submitted, ReadRule rule, int n, int t) {
        String call = call(rule, n, t);
        Optional<Integer> answer;
        try {
            answer = submitted.leastQuorum(rule, n, t);
        } catch (IllegalArgumentException refused) {
            throw new AssertionError(call + " threw an IllegalArgumentException, but N = " + n + " and T = " + t
                    + " can be asked for. If there is no quorum, return Optional.empty().");
        }
        if (answer == null) {
            throw new AssertionError(call + " returned null. If there is no quorum, return Optional.empty().");
        }
        String returned = call + " returned " + answer.map(String::valueOf).orElse("nothing") + ". ";
        if (answer.isEmpty()) {
            requireNone(returned, rule, n, t);
            return answer;
        }
        int q = answer.get();
        if (q < 1 || q > n) {
            throw new AssertionError(returned + "A quorum of " + replicas(n) + " has "
                    + (n == 1 ? "1 member." : "1 to " + n + " members."));
        }
        if (q > n - t) {
            throw new AssertionError(returned + "If " + faulty(Math.min(n, t)) + " nothing, "
                    + (n <= t ? "nobody is" : n - t == 1 ? "only 1 is" : "only " + (n - t) + " are")
                    + " left to answer, which is no quorum.");
        }
        requireSafe(returned, rule, n, q, t);
        if (q > 1 && WorstRead.wrong(rule, n, q - 1, t).isEmpty()) {
            throw new AssertionError(returned + "That is safe and available, but not the least: with quorums of "
                    + (q - 1) + " a read cannot return a wrong value either.");
        }
        return answer;
    }

    /** Fails unless a new object of the student's class knows the least number of replicas. */
    public static void requireLeastReplicas(ReadRule rule, int t) {
        ByzantineSize submitted = Submitted.create(ByzantineSize.class);
        String call = "leastReplicas(" + StudentCode.source(rule) + ", " + t + ")";
        int n;
        try {
            n = submitted.leastReplicas(rule, t);
        } catch (IllegalArgumentException refused) {
            throw new AssertionError(call + " threw an IllegalArgumentException, but T = " + t + " can be asked for.");
        }
        String returned = call + " returned " + n + ". ";
        if (n < 1 || n > MANY) {
            throw new AssertionError(returned + (n < 1 ? "There must be at least 1 replica." : "Fewer are enough."));
        }
        if (n <= t) {
            throw new AssertionError(returned + "All of them may be faulty.");
        }
        requireSafe(
                returned
                        + (t == 0
                                ? ""
                                : "A quorum has at most " + (n - t) + (n - t == 1 ? " member" : " members") + ", since "
                                        + t + " may not answer. "),
                rule,
                n,
                n - t,
                t);
        if (n - 1 > t && WorstRead.wrong(rule, n - 1, n - 1 - t, t).isEmpty()) {
            throw new AssertionError(returned + "That is enough, but not the least: N = " + (n - 1)
                    + " with quorums of " + (n - 1 - t) + " is safe and available, too.");
        }
    }

    /** Fails unless these numbers are refused by leastQuorum. */
    public static void requireRefused(ReadRule rule, int n, int t, int... wrong) {
        ByzantineSize submitted = Submitted.create(ByzantineSize.class);
        Refusal.require(
                call(rule, n, t),
                () -> submitted.leastQuorum(rule, n, t),
                n < 1 ? "There is no system of " + replicas(n) : "There cannot be " + t + " faulty replicas",
                wrong);
    }

    /** Fails unless this number of faulty replicas is refused by leastReplicas. */
    public static void requireRefused(ReadRule rule, int t) {
        ByzantineSize submitted = Submitted.create(ByzantineSize.class);
        Refusal.require(
                "leastReplicas(" + StudentCode.source(rule) + ", " + t + ")",
                () -> submitted.leastReplicas(rule, t),
                "There cannot be " + t + " faulty replicas",
                t);
    }

    private static void requireSafe(String returned, ReadRule rule, int n, int q, int t) {
        WorstRead.wrong(rule, n, q, t).ifPresent(read -> {
            throw new Counterexample(returned + read.story(), read.table());
        });
    }

    /** If the largest quorums that are available are not safe, no smaller ones are. */
    private static void requireNone(String returned, ReadRule rule, int n, int t) {
        if (n > t && WorstRead.wrong(rule, n, n - t, t).isEmpty()) {
            throw new AssertionError(returned + "But quorums of " + (n - t) + " are available"
                    + (t == 0 ? "" : ", even if " + faulty(t) + " nothing,")
                    + " and a read of one cannot return a wrong value.");
        }
    }

    private static String faulty(int t) {
        return t == 1 ? "the faulty replica says" : "the " + t + " faulty replicas say";
    }

    private static String call(ReadRule rule, int n, int t) {
        return "leastQuorum(" + StudentCode.source(rule) + ", " + n + ", " + t + ")";
    }

    private static String replicas(int n) {
        return n == 1 ? "1 replica" : n + " replicas";
    }
}
