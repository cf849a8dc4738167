package ftol.tests.hidden;

import ftol.quorum.Answer;
import ftol.quorum.QuorumReader;
import ftol.quorum.ReadRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can happen to a read in part 2e. Replicas that are in the same quorums, and lie or do not, are as good as
 * one another: so numbers of them are tried instead of sets.
 */
final class Executions {
    static final List<ReadRule> RULES =
            Arrays.stream(ReadRule.values()).filter(ReadRule::forLiars).toList();

    private static final Answer OLD = new Answer("old", 1, true);
    private static final Answer NEW = new Answer("new", 2, true);
    private static final Answer HIGHER = new Answer("made up", 3, false);
    private static final Answer SAME_VERSION = new Answer("made up", 2, false);

    private Executions() {}

    static Optional<Integer> leastQuorum(ReadRule rule, int n, int t) {
        for (int q = 1; q <= n - t; q++) {
            if (safe(rule, n, q, t)) {
                return Optional.of(q);
            }
        }
        return Optional.empty();
    }

    private static boolean safe(ReadRule rule, int n, int q, int t) {
        for (int both = Math.max(0, 2 * q - n); both <= q; both++) {
            for (int liarsInBoth = 0; liarsInBoth <= Math.min(t, both); liarsInBoth++) {
                for (int otherLiars = 0; otherLiars <= Math.min(t - liarsInBoth, q - both); otherLiars++) {
                    int fresh = both - liarsInBoth;
                    int old = q - both - otherLiars;
                    if (!alwaysReadsNew(rule, t, fresh, old, liarsInBoth + otherLiars)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Tries all lies: so many liars say the old value, so many each of two made-up ones, the others the new one. */
    private static boolean alwaysReadsNew(ReadRule rule, int t, int fresh, int old, int liars) {
        for (int sayOld = 0; sayOld <= liars; sayOld++) {
            for (int sayHigher = 0; sayOld + sayHigher <= liars; sayHigher++) {
                for (int saySame = 0; sayOld + sayHigher + saySame <= liars; saySame++) {
                    int sayNew = liars - sayOld - sayHigher - saySame;
                    List<Answer> answers = new ArrayList<>();
                    answers.addAll(Collections.nCopies(sayHigher, HIGHER));
                    answers.addAll(Collections.nCopies(saySame, SAME_VERSION));
                    answers.addAll(Collections.nCopies(old + sayOld, OLD));
                    answers.addAll(Collections.nCopies(fresh + sayNew, NEW));
                    if (!QuorumReader.read(rule, answers, t).equals(Optional.of(NEW))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
