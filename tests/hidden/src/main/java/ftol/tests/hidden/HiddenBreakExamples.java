package ftol.tests.hidden;

import ftol.check.Points;
import ftol.check.Submitted;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import ftol.tests.BreakCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 2f: exactly the systems whose quorums are too small are broken, by whatever execution. */
class HiddenBreakExamples {
    private static final int MOST_REPLICAS = 8;
    private static final int MOST_LIARS = 2;

    @Test
    @Points(
            value = 1,
            hint =
                    "Plain values: what is the most votes for the old value, and the fewest for the new one? In a tie the"
                            + " reader takes what came first. Try N = 5, Q = 4, T = 1 and N = 6, Q = 4, T = 0.")
    @DisplayName("plain values: broken exactly below the bound")
    void votes() {
        exactlyBelowTheBound(ReadRule.MAJORITY);
    }

    @Test
    @Points(
            value = 1,
            hint = "Highest version: what can a single liar say? And if nobody lies, when do the quorums not meet?")
    @DisplayName("highest version: broken exactly below the bound")
    void highestVersion() {
        exactlyBelowTheBound(ReadRule.HIGHEST_VERSION);
    }

    @Test
    @Points(
            value = 1,
            hint = "Most answers: liars that all give the answer of the outdated replicas do more than liars that make"
                    + " something up. A tie is won by the higher version.")
    @DisplayName("most answers, then highest version: broken exactly below the bound")
    void plurality() {
        exactlyBelowTheBound(ReadRule.PLURALITY);
    }

    @Test
    @Points(
            value = 1,
            hint =
                    "Vouchers: how few answers with the new value are too few, and who can vouch for the old value? A reader that"
                            + " has no answer is not wrong.")
    @DisplayName("T + 1 vouchers: broken exactly below the bound")
    void vouchers() {
        exactlyBelowTheBound(ReadRule.VOUCHERS);
    }

    @Test
    @Points(
            value = 1,
            hint =
                    "Signed values: a liar can only give an old answer that is truly signed. When is every replica that both"
                            + " quorums share a liar?")
    @DisplayName("signed values: broken exactly below the bound")
    void signed() {
        exactlyBelowTheBound(ReadRule.SIGNED);
    }

    @Test
    @Points(
            value = 1,
            hint =
                    "A quorum must have from T + 1 to N - T replicas, N must be at least 1 and T at least 0. The message names a"
                            + " value that is wrong.")
    @DisplayName("every number that is out of range is refused")
    void everyBadNumberIsRefused() {
        for (ReadRule rule : ReadRule.values()) {
            BreakCheck.of(rule, -3, 77, 0).requireRefused(-3, 77);
            BreakCheck.of(rule, Integer.MIN_VALUE, 77, 0).requireRefused(Integer.MIN_VALUE, 77);
            BreakCheck.of(rule, 5, 4, -9).requireRefused(-9);
            BreakCheck.of(rule, 5, 4, Integer.MIN_VALUE).requireRefused(Integer.MIN_VALUE, 4);
            BreakCheck.of(rule, 5, -6, 0).requireRefused(-6);
            BreakCheck.of(rule, 7, 6, 2).requireRefused(6);
            BreakCheck.of(rule, 7, 2, 2).requireRefused(2);
            BreakCheck.of(rule, 8, Integer.MAX_VALUE, 2).requireRefused(Integer.MAX_VALUE);
            BreakCheck.of(rule, 4, 3, 44).requireRefused(3, 44);
        }
    }

    @Test
    @Points(
            value = 1,
            hint =
                    "If your answers for single systems are right: ask one object for several systems, larger and smaller ones, in"
                            + " turn. Does your class remember something?")
    @DisplayName("the answer depends on nothing that was asked before")
    void nothingIsRemembered() {
        QuorumBreaker asked = Submitted.create(QuorumBreaker.class);
        for (int q : new int[] {3, 5, 4, 6, 3, 4}) {
            for (ReadRule rule : ReadRule.values()) {
                require(new BreakCheck(asked, rule, 7, q, 1), brokenBelow(rule, 7, q, 1));
            }
            require(new BreakCheck(asked, ReadRule.VOUCHERS, 8, q, 2), brokenBelow(ReadRule.VOUCHERS, 8, q, 2));
            require(new BreakCheck(asked, ReadRule.SIGNED, 6, Math.min(q, 4), 2), true);
        }
    }

    private static void exactlyBelowTheBound(ReadRule rule) {
        for (int t = 0; t <= MOST_LIARS; t++) {
            for (int n = 2 * t + 1; n <= MOST_REPLICAS; n++) {
                for (int q = t + 1; q <= n - t; q++) {
                    require(BreakCheck.of(rule, n, q, t), brokenBelow(rule, n, q, t));
                }
            }
        }
    }

    private static void require(BreakCheck check, boolean broken) {
        if (broken) {
            check.requireFound();
        } else {
            check.requireNothing();
        }
    }

    /**
     * Whether quorums of Q are too small. Two of them may share as few as 2Q - N replicas. {@code BreakBoundsTest} proves
     * it by trying all executions.
     */
    static boolean brokenBelow(ReadRule rule, int n, int q, int t) {
        return switch (rule) {
            case MAJORITY -> 3 * q <= 2 * (n + t);
            case HIGHEST_VERSION -> t > 0 || 2 * q - n <= 0;
            case PLURALITY -> 3 * q < 2 * (n + t);
            case VOUCHERS -> 2 * q - n <= 2 * t;
            case SIGNED -> 2 * q - n <= t;
        };
    }
}
