// variant of 2e
// why: really tries all read quorums and all sets of liars against one write quorum, with the readers of the kit
package variants.p2e.all_executions;

import ftol.quorum.Answer;
import ftol.quorum.ByzantineSize;
import ftol.quorum.QuorumReader;
import ftol.quorum.ReadRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class ByzantineQuorum implements ByzantineSize {
    @Override
    public Optional<Integer> leastQuorum(ReadRule rule, int n, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        for (int q = 1; q <= n - t; q++) {
            if (alwaysNew(rule, n, q, t)) {
                return Optional.of(q);
            }
        }
        return Optional.empty();
    }

    @Override
    public int leastReplicas(ReadRule rule, int t) {
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        int n = 1;
        while (leastQuorum(rule, n, t).isEmpty()) {
            n++;
        }
        return n;
    }

    private static boolean alwaysNew(ReadRule rule, int n, int q, int t) {
        int write = (1 << q) - 1;
        for (int read = 0; read < 1 << n; read++) {
            if (Integer.bitCount(read) != q) {
                continue;
            }
            for (int liars = 0; liars < 1 << n; liars++) {
                if (Integer.bitCount(liars) == t && !readsNew(rule, write, read, liars, t)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean readsNew(ReadRule rule, int write, int read, int liars, int t) {
        List<Answer> silent = new ArrayList<>();
        List<Answer> madeUp = new ArrayList<>();
        for (int replica = 0; replica < 12; replica++) {
            if ((read >> replica & 1) == 1) {
                boolean lies = (liars >> replica & 1) == 1;
                Answer honest = (write >> replica & 1) == 1 ? new Answer("new", 2, true) : new Answer("old", 1, true);
                silent.add(lies ? new Answer("old", 1, true) : honest);
                madeUp.add(lies ? new Answer("other", 3, false) : honest);
            }
        }
        silent.sort(Comparator.comparing(Answer::version));
        madeUp.sort(Comparator.comparing(Answer::signed).thenComparing(Answer::version));
        return isNew(QuorumReader.read(rule, silent, t)) && isNew(QuorumReader.read(rule, madeUp, t));
    }

    private static boolean isNew(Optional<Answer> answer) {
        return answer.isPresent() && answer.get().value().equals("new");
    }
}
