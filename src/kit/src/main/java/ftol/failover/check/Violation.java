package ftol.failover.check;

/**
 * What a replica did wrong.
 *
 * @param text one sentence, for students
 * @param event the index of the event that shows it, in the event log
 * @param thrown what the replica threw, or null
 */
public record Violation(String text, int event, Throwable thrown) {
    public Violation(String text, int event) {
        this(text, event, null);
    }
}
