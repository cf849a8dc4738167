package ftol.quorum;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@link ReadRule}s, carried out: what a reader returns when it has these answers. */
public final class QuorumReader {
    private QuorumReader() {}

    /**
     * The answer that the reader takes.
     *
     * @param answers one of each replica of the read quorum, in the order in which they came
     * @param t how many replicas may lie at most; only {@link ReadRule#VOUCHERS} makes use of it
     * @return nothing if the reader cannot take any of them
     */
    public static Optional<Answer> read(ReadRule rule, List<Answer> answers, int t) {
        Comparator<Answer> version = Comparator.comparingInt(Answer::version);
        return switch (rule) {
            case MAJORITY -> greatest(answers.stream(), Comparator.comparing(answer -> sameValue(answers, answer)));
            case HIGHEST_VERSION -> greatest(answers.stream(), version);
            case PLURALITY ->
                greatest(
                        answers.stream(),
                        Comparator.<Answer, Long>comparing(answer -> same(answers, answer))
                                .thenComparing(version));
            case VOUCHERS -> greatest(answers.stream().filter(answer -> same(answers, answer) > t), version);
            case SIGNED -> greatest(answers.stream().filter(Answer::signed), version);
        };
    }

    /** The first of those that come last in this order. */
    private static Optional<Answer> greatest(Stream<Answer> answers, Comparator<Answer> order) {
        return answers.reduce((best, next) -> order.compare(next, best) > 0 ? next : best);
    }

    private static long sameValue(List<Answer> answers, Answer answer) {
        return answers.stream()
                .filter(other -> other.value().equals(answer.value()))
                .count();
    }

    private static long same(List<Answer> answers, Answer answer) {
        return answers.stream()
                .filter(other -> other.value().equals(answer.value()) && other.version() == answer.version())
                .count();
    }
}
