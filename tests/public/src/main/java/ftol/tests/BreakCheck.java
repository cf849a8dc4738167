package ftol.tests;

import ftol.check.Counterexample;
import ftol.check.StudentCode;
import ftol.check.Submitted;
import ftol.picture.ExecutionPicture;
import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import ftol.quorum.Referee;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks the student's class to break a quorum system and has the referee replay what it finds.
 *
 * @param rule of the reader
 * @param n replicas
 * @param q quorum size
 * @param t liars
 */
public record BreakCheck(QuorumBreaker submitted, ReadRule rule, int n, int q, int t) {
    /** Longer texts of the student's are cut, in characters. */
    private static final int MOST = 300;

    /** With a new object of the student's class. */
    public static BreakCheck of(ReadRule rule, int n, int q, int t) {
        return new BreakCheck(Submitted.create(QuorumBreaker.class), rule, n, q, t);
    }

    /**
     * What the student's class finds. Fails if there is something and it is no execution in which the read is wrong,
     * whatever that execution looks like.
     */
    public Optional<Execution> find() {
        Optional<Execution> found;
        try {
            found = submitted.breakIt(rule, n, q, t);
        } catch (IllegalArgumentException refused) {
            throw new AssertionError(
                    call() + " threw an IllegalArgumentException, but there is nothing wrong with these" + " numbers: "
                            + refused.getMessage()
                            + "\nIf that comes from Referee.replay, your class has tried an execution that cannot happen.");
        }
        if (found == null) {
            throw new AssertionError(call() + " returned null. If there is no execution, return Optional.empty().");
        }
        found.ifPresent(this::requireWrong);
        return found;
    }

    /** Fails unless the student's class finds an execution in which the read is wrong. */
    public void requireFound() {
        if (find().isEmpty()) {
            throw new AssertionError(
                    call() + " found nothing, but there is an execution in which the read returns a wrong value. The"
                            + " write does not reach N - Q = " + (n - q) + ", which answer with the old value"
                            + (t == 0 ? "; nobody lies." : "; of the others T = " + t + " may lie."));
        }
    }

    /** Fails unless the student's class finds nothing. */
    public void requireNothing() {
        // What is found is replayed, and that says best why it is none.
        find().ifPresent(found -> {
            throw new IllegalStateException("The referee and the bound disagree: " + call() + " " + found);
        });
    }

    /** Fails unless these numbers are refused with a message that names one of the values that are wrong. */
    public void requireRefused(int... wrong) {
        Refusal.require(call(), () -> submitted.breakIt(rule, n, q, t), "There are no such systems", wrong);
    }

    private void requireWrong(Execution execution) {
        Referee.Outcome outcome;
        try {
            outcome = Referee.replay(rule, n, q, t, execution);
        } catch (IllegalArgumentException impossible) {
            throw new AssertionError(
                    call() + " found what cannot happen: " + StudentCode.cut(impossible.getMessage(), MOST));
        }
        if (!outcome.result().wrong()) {
            String answers = outcome.answers().stream().map(this::name).collect(Collectors.joining(", "));
            throw new Counterexample(
                    call() + " found an execution that breaks nothing: the answers are " + answers + ", and the reader "
                            + outcome.returned()
                                    .map(answer -> "returns " + name(answer) + ", the value that was written.")
                                    .orElse("returns nothing, which is not wrong."),
                    ExecutionPicture.of(rule, n, q, t, execution));
        }
    }

    private String name(Answer answer) {
        return StudentCode.cut(answer.value(), MOST) + (rule.versioned() ? " v" + answer.version() : "");
    }

    private String call() {
        return "breakIt(" + StudentCode.source(rule) + ", " + n + ", " + q + ", " + t + ")";
    }
}
