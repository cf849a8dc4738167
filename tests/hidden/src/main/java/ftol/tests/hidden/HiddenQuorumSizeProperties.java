package ftol.tests.hidden;

import ftol.check.Points;
import ftol.check.Submitted;
import ftol.quorum.QuorumSize;
import ftol.tests.QuorumCheck;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Part 2a for every number of replicas there may be: all pairs of quorums while there are few, then by counting. */
class HiddenQuorumSizeProperties {
    private static final int FEW = 9;

    @Property(tries = 1000, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 1,
            hint =
                    "Compare your answer with a count by hand for N = 3, 4, 5 and 6, then for N = 999 and 1000. Which way does"
                            + " your code round, and is \"half\" ever enough?")
    @Label("plain values: the least safe quorum for each N from 1 to 1000")
    void unversionedForEachN(@ForAll @IntRange(min = 1, max = 1000) int n) {
        int q = QuorumCheck.UNVERSIONED.ask(n);
        requireLeastSafe(QuorumCheck.UNVERSIONED, n, q, votesAreWon(n, q), votesAreWon(n, q - 1));
    }

    @Property(tries = 1000, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 1,
            hint =
                    "Two quorums of an even number of replicas can be two halves. Check N = 1, 2, 3, 4 by hand, then N = 999"
                            + " and 1000.")
    @Label("versions: the least safe quorum for each N from 1 to 1000")
    void versionedForEachN(@ForAll @IntRange(min = 1, max = 1000) int n) {
        int q = QuorumCheck.VERSIONED.ask(n);
        requireLeastSafe(QuorumCheck.VERSIONED, n, q, overlap(n, q) >= 1, overlap(n, q - 1) >= 1);
    }

    @Property(tries = 100, seed = "401")
    @Points(
            value = 1,
            hint =
                    "If your answers for single N are right: ask for N = 1000 first and for N = 4 after it. Does your class remember something?")
    @Label("the answer for N depends on nothing that was asked before")
    void nothingIsRemembered(@ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 1000) Integer> ns) {
        // Not by asking twice: a class that remembers in a static field may well give the same wrong answer again.
        for (QuorumCheck check : QuorumCheck.values()) {
            QuorumSize asked = Submitted.create(QuorumSize.class);
            for (int n : ns) {
                int q = check.answer(asked, n);
                if (q < 1 || q > n) {
                    throw new AssertionError(check.returned(n, q) + " It was asked in the order " + ns + ".");
                }
                check.requireSafe(n, q);
                check.requireLeast(n, q);
            }
        }
    }

    private static void requireLeastSafe(QuorumCheck check, int n, int q, boolean safe, boolean oneFewerSafe) {
        if (n <= FEW) {
            requireEachPairLearns(check, n, q);
        }
        if (!safe) {
            check.requireSafe(n, q);
            throw new IllegalStateException("Counting says that " + q + " of " + n + " is unsafe, the sets do not");
        }
        if (q > 1 && oneFewerSafe) {
            throw new AssertionError(check.tooLarge(n, q));
        }
    }

    private static void requireEachPairLearns(QuorumCheck check, int n, int q) {
        for (int write = 0; write < 1 << n; write++) {
            for (int read = 0; read < 1 << n; read++) {
                if (Integer.bitCount(write) == q && Integer.bitCount(read) == q) {
                    BitSet writes = BitSet.valueOf(new long[] {write});
                    BitSet reads = BitSet.valueOf(new long[] {read});
                    if (!check.learns(writes, reads)) {
                        throw new AssertionError(check.returned(n, q) + " " + check.missed(writes, reads, n));
                    }
                }
            }
        }
    }

    /** The fewest replicas that two quorums of {@code q} share. */
    private static int overlap(int n, int q) {
        return Math.max(0, 2 * q - n);
    }

    private static boolean votesAreWon(int n, int q) {
        return 2 * overlap(n, q) > q;
    }
}
