package ftol.failover.sim;

/** A node that was given the same calls again did something else, so what it does wrong could not be repeated. */
public final class NotRepeatable extends RuntimeException {
    /** What replicas do that cannot be repeated, in words for the student. */
    public static final String WHY = "Your replica was given the same calls again and did something else."
            + " A node must not use another clock than its Env's, random numbers, or static fields that change.";

    NotRepeatable() {
        super(WHY, null, false, false);
    }
}
