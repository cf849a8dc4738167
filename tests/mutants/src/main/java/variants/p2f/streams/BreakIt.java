// variant of 2f
// why: a stream of overlaps, of numbers of liars and of lies
package variants.p2f.streams;

import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import ftol.quorum.Referee;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        return IntStream.rangeClosed(Math.max(0, 2 * q - n), q)
                .boxed()
                .flatMap(shared -> IntStream.rangeClosed(0, t).boxed().flatMap(liars -> Stream.of("old", "other")
                        .map(value -> execution(n, q, shared, liars, value))))
                .filter(execution ->
                        Referee.replay(rule, n, q, t, execution).result().wrong())
                .findAny();
    }

    private static Execution execution(int n, int q, int shared, int liars, String value) {
        List<Integer> read = IntStream.range(0, q).map(i -> n - 1 - i).boxed().toList();
        Set<Integer> write = IntStream.concat(
                        IntStream.range(0, shared).map(i -> n - q + i), IntStream.range(0, q - shared))
                .boxed()
                .collect(Collectors.toSet());
        Answer lie = value.equals("old") ? Execution.OLD : new Answer(value, 1_000_000, false);
        return new Execution(
                write,
                read,
                IntStream.range(0, Math.min(liars, q))
                        .map(i -> n - q + i)
                        .boxed()
                        .sorted(Collections.reverseOrder())
                        .collect(Collectors.toMap(replica -> replica, replica -> lie)));
    }
}
