// variant of 2f
// why: other replicas than the first ones, a lie that is never asked for, a stale value with a high version
package variants.p2f.rotated;

import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import ftol.quorum.Referee;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public final class BreakIt implements QuorumBreaker {
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
        Answer[] lies = {new Answer("old", 1, true), new Answer("old", 12, false), new Answer("", -5, false)};
        Optional<Execution> found = Optional.empty();
        for (Answer lie : lies) {
            Execution execution = rotate(worst(n, q, t, lie), n);
            if (Referee.replay(rule, n, q, t, execution).result().wrong()) {
                found = Optional.of(execution);
            }
        }
        return found;
    }

    private static Execution worst(int n, int q, int t, Answer lie) {
        Set<Integer> written = new HashSet<>();
        for (int replica = 0; replica < q; replica++) {
            written.add(replica);
        }
        List<Integer> asked = new ArrayList<>();
        for (int replica = n - 1; replica >= n - q; replica--) {
            asked.add(replica);
        }
        Map<Integer, Answer> lies = new HashMap<>();
        for (int replica = q - 1; replica >= Math.max(0, n - q) && lies.size() < t; replica--) {
            lies.put(replica, lie);
        }
        return new Execution(written, asked, lies);
    }

    private static Execution rotate(Execution execution, int n) {
        Set<Integer> written = new HashSet<>();
        execution.written().forEach(replica -> written.add((replica + 1) % n));
        List<Integer> asked = new ArrayList<>();
        execution.asked().forEach(replica -> asked.add((replica + 1) % n));
        Map<Integer, Answer> lies = new HashMap<>();
        execution.lies().forEach((replica, lie) -> lies.put((replica + 1) % n, lie));
        return new Execution(written, asked, lies);
    }
}
