package ftol.quorum;

import ftol.picture.ReplicaNames;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays executions: whether one can happen, and what the reader returns in it. */
public final class Referee {
    private Referee() {}

    /** What becomes of a read. */
    public enum Result {
        /** The value that was written. */
        RIGHT("✓ right"),
        /** The value from before the write. */
        STALE("✗ stale"),
        /** A value that was never written. */
        FABRICATED("✗ fabricated"),
        /** Nothing, since the rule finds no answer that it could take. */
        STUCK("? no answer");

        private final String title;

        Result(String title) {
            this.title = title;
        }

        /** A sign and a word for tables and pictures. */
        public String title() {
            return title;
        }

        /** Whether the reader was led to believe something that is not so. */
        public boolean wrong() {
            return this == STALE || this == FABRICATED;
        }
    }

    /**
     * A replayed execution.
     *
     * @param answers what the reader was told, in that order
     * @param returned what it took from that; nothing if it found nothing to take
     */
    public record Outcome(List<Answer> answers, Optional<Answer> returned, Result result) {}

    /**
     * Replays an execution.
     *
     * @param n the number of replicas N
     * @param q the size of quorums Q
     * @param t how many replicas may lie, T
     * @throws IllegalArgumentException if that cannot happen with these numbers and this rule; the message says why
     */
    public static Outcome replay(ReadRule rule, int n, int q, int t, Execution execution) {
        requireReplicas("The write quorum", execution.written(), n);
        requireReplicas("The read quorum", execution.asked(), n);
        requireReplicas("The set of liars", execution.lies().keySet(), n);
        requireQuorum("The write reaches", execution.written(), n, q);
        requireQuorum("The reader asks", execution.asked(), n, q);
        if (execution.lies().size() > t) {
            throw new IllegalArgumentException(execution.lies().size() + " replicas lie, "
                    + ReplicaNames.of(execution.lies().keySet(), n) + ", but at most " + t
                    + (t == 1 ? " does." : " do."));
        }
        for (Map.Entry<Integer, Answer> lie : execution.lies().entrySet()) {
            requirePossible(rule, ReplicaNames.of(lie.getKey(), n), lie.getValue(), execution.stored(lie.getKey()));
        }
        List<Answer> answers = execution.asked().stream().map(execution::answer).toList();
        Optional<Answer> returned = QuorumReader.read(rule, answers, t);
        return new Outcome(answers, returned, returned.map(Referee::judge).orElse(Result.STUCK));
    }

    private static Result judge(Answer returned) {
        if (returned.value().equals(Execution.NEW.value())) {
            return Result.RIGHT;
        }
        return returned.value().equals(Execution.OLD.value()) ? Result.STALE : Result.FABRICATED;
    }

    private static void requireReplicas(String set, Collection<Integer> replicas, int n) {
        for (Integer replica : replicas) {
            if (replica == null || replica < 0 || replica >= n) {
                throw new IllegalArgumentException(
                        set + " holds " + replica + ", but the replicas are 0 to " + (n - 1) + ".");
            }
        }
    }

    private static void requireQuorum(String what, Collection<Integer> replicas, int n, int q) {
        int different = new LinkedHashSet<>(replicas).size();
        if (different != replicas.size()) {
            throw new IllegalArgumentException(what + " a replica twice: " + replicas + ".");
        }
        if (different != q) {
            throw new IllegalArgumentException(what + " " + ReplicaNames.of(replicas, n) + ", which is " + different
                    + " instead of " + q + (q == 1 ? " replica." : " replicas."));
        }
    }

    private static void requirePossible(ReadRule rule, String liar, Answer lie, Answer stored) {
        if (lie == null || lie.value() == null) {
            throw new IllegalArgumentException("The lie of " + liar + " has no value.");
        }
        boolean genuine = lie.equals(Execution.OLD) || lie.equals(stored);
        if (rule == ReadRule.SIGNED && lie.signed() && !genuine) {
            throw new IllegalArgumentException(liar + " answers \"" + lie.value() + "\" with version " + lie.version()
                    + ", signed, but it never got that from the writer: it cannot sign what it makes up.");
        }
    }
}
