package ftol.reference;

import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import ftol.quorum.Referee;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The worst that can happen: the two quorums share as few replicas as possible, the liars are among those that they share,
 * and the answers without the new value come first. All liars say the same.
 */
public final class BreakIt implements QuorumBreaker {
    private static final Answer MADE_UP = new Answer("made up", 3, false);

    @Override
    public Optional<Execution> breakIt(ReadRule rule, int n, int q, int t) {
        requireNumbers(n, q, t);
        return Stream.of(Execution.OLD, MADE_UP)
                .map(lie -> worst(n, q, t, lie))
                .filter(execution ->
                        Referee.replay(rule, n, q, t, execution).result().wrong())
                .findFirst();
    }

    private static Execution worst(int n, int q, int t, Answer lie) {
        Set<Integer> written = new LinkedHashSet<>(IntStream.range(0, q).boxed().toList());
        List<Integer> shared = IntStream.range(n - q, q).boxed().toList();
        List<Integer> liars = shared.subList(0, Math.min(t, shared.size()));
        List<Integer> asked = new ArrayList<>(liars);
        IntStream.range(Math.max(q, n - q), n).forEach(asked::add);
        asked.addAll(shared.subList(liars.size(), shared.size()));
        Map<Integer, Answer> lies = new HashMap<>();
        for (int liar : liars.isEmpty() && t > 0 ? List.of(n - 1) : liars) {
            lies.put(liar, lie);
        }
        return new Execution(written, asked, lies);
    }

    private static void requireNumbers(int n, int q, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("There must be at least 1 replica, not " + n);
        }
        if (t < 0) {
            throw new IllegalArgumentException("There cannot be " + t + " liars");
        }
        if (q <= t || q > n - t) {
            throw new IllegalArgumentException(
                    "Quorums must have from " + (t + 1) + " to " + (n - t) + " replicas, not " + q);
        }
    }
}
