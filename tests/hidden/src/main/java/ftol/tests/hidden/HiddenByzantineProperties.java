package ftol.tests.hidden;

import ftol.check.Points;
import ftol.check.Submitted;
import ftol.quorum.ByzantineSize;
import ftol.quorum.ReadRule;
import ftol.tests.ByzantineCheck;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Part 2e by trying what can happen, and by counting. */
class HiddenByzantineProperties {
    @Property(tries = 60, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 1,
            hint =
                    "A single answer with the newest signed value is enough. How many of those that have it may be silent or lie,"
                            + " and are enough replicas left if T of them do not answer?")
    @Label("signed values: each N from 1 to 12 and each T from 0 to 4")
    void signed(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll @IntRange(max = 4) int t) {
        requireLeast(ReadRule.SIGNED, n, t);
    }

    @Property(tries = 60, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 1,
            hint =
                    "T + 1 correct replicas must say the new value. How many replicas of both quorums does that take, if T of them"
                            + " lie? Check N = 4 to 7 with T = 1 by hand.")
    @Label("T + 1 vouchers: each N from 1 to 12 and each T from 0 to 4")
    void vouchers(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll @IntRange(max = 4) int t) {
        requireLeast(ReadRule.VOUCHERS, n, t);
    }

    @Property(tries = 60, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 1,
            hint =
                    "Count those that say the new value and those that may all say the old one. What happens at a tie? Check N = 4"
                            + " to 8 with T = 1, and N = 3 with T = 0, by hand.")
    @Label("most answers, then highest version: each N from 1 to 12 and each T from 0 to 4")
    void plurality(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll @IntRange(max = 4) int t) {
        requireLeast(ReadRule.PLURALITY, n, t);
    }

    @Property(tries = 60, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 1,
            hint =
                    "Count those that say the new value and those that may all say the old one, liars too. What happens at a tie?"
                            + " Check N = 5 to 9 with T = 1 by hand.")
    @Label("majority of plain values: each N from 1 to 12 and each T from 0 to 4")
    void majority(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll @IntRange(max = 4) int t) {
        requireLeast(ReadRule.MAJORITY, n, t);
    }

    @Property(tries = 30, seed = "431")
    @Points(
            value = 1,
            hint =
                    "If your answers for single systems are right: does your class remember something from one call to the next?")
    @Label("the answer depends on nothing that was asked before")
    void nothingIsRemembered(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 8) Integer> ns) {
        ByzantineSize asked = Submitted.create(ByzantineSize.class);
        for (int n : ns) {
            for (ReadRule rule : Executions.RULES) {
                ByzantineCheck.requireLeastQuorum(asked, rule, n, n % 2);
                ByzantineCheck.requireLeastQuorum(asked, rule, n, 1 - n % 2);
            }
        }
    }

    private static void requireLeast(ReadRule rule, int n, int t) {
        Optional<Integer> tried = Executions.leastQuorum(rule, n, t);
        if (!tried.equals(counted(rule, n, t))) {
            throw new IllegalStateException("Trying and counting differ for " + rule + ", " + n + ", " + t);
        }
        Optional<Integer> answer = ByzantineCheck.requireLeastQuorum(rule, n, t);
        // The check for students looks at the worst case only; this one has looked at all.
        if (!answer.equals(tried)) {
            throw new AssertionError(rule + ", N = " + n + ", T = " + t + ": " + answer + " instead of " + tried);
        }
    }

    /** The thresholds as Malkhi and Reiter have them; the last is the same without versions, where a tie is no majority. */
    private static Optional<Integer> counted(ReadRule rule, int n, int t) {
        int least =
                switch (rule) {
                    case SIGNED -> (n + t + 2) / 2;
                    case VOUCHERS -> (n + 2 * t + 2) / 2;
                    case PLURALITY -> (2 * n + 2 * t + 2) / 3;
                    default -> (2 * n + 2 * t) / 3 + 1;
                };
        return least <= n - t ? Optional.of(least) : Optional.empty();
    }
}
