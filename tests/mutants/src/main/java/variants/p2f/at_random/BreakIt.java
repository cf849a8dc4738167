// variant of 2f
// why: tries many executions by lot where the quorums are too small
package variants.p2f.at_random;

import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import ftol.quorum.Referee;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

public final class BreakIt implements QuorumBreaker {
    private static final Answer MADE_UP = new Answer("nonsense", 99, false);

    @Override
    public Optional<Execution> breakIt(ReadRule rule, int n, int q, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        if (q < t + 1 || q > n - t) {
            throw new IllegalArgumentException("q must be from t + 1 to n - t, was " + q);
        }
        if (rule == ReadRule.HIGHEST_VERSION ? t == 0 && 2 * q > n : safe(rule, n, q, t)) {
            return Optional.empty();
        }
        Random random = new Random(7);
        while (true) {
            List<Integer> all = new ArrayList<>();
            for (int replica = 0; replica < n; replica++) {
                all.add(replica);
            }
            Collections.shuffle(all, random);
            Set<Integer> written = new HashSet<>(all.subList(0, q));
            Collections.shuffle(all, random);
            List<Integer> asked = new ArrayList<>(all.subList(0, q));
            Map<Integer, Answer> lies = new HashMap<>();
            for (int i = 0; i < t; i++) {
                lies.put(asked.get(i), rule == ReadRule.HIGHEST_VERSION ? MADE_UP : Execution.OLD);
            }
            Execution execution = new Execution(written, asked, lies);
            if (Referee.replay(rule, n, q, t, execution).result().wrong()) {
                return Optional.of(execution);
            }
        }
    }

    private static boolean safe(ReadRule rule, int n, int q, int t) {
        int needed =
                switch (rule) {
                    case SIGNED -> (n + t + 2) / 2;
                    case VOUCHERS -> (n + 2 * t + 2) / 2;
                    case PLURALITY -> (2 * n + 2 * t + 2) / 3;
                    default -> (2 * n + 2 * t) / 3 + 1;
                };
        return q >= needed;
    }
}
