package ftol.failover.sim;

import ftol.failover.sim.Fault.Action;
import java.util.Set;

/**
 * A kind of fault, for stories in which one is to happen after the other: {@code Incident.at(0, CRASH)}.
 *
 * @param lane where: 0 or 1 for a node, {@link ftol.failover.Event#CLIENT} and more for a client
 * @param arrives what arrives at the step in which it happens: the name of a message's kind, of a client's request or of
 *     the answer to one, TIMER or CLOSED; "" for anything
 * @param actions what may happen
 * @param ms for how long, or how late, in milliseconds; 0 for any
 */
public record Incident(int lane, String arrives, Set<Action> actions, int ms) {
    public Incident {
        actions = Set.copyOf(actions);
    }

    /** One of these things happens at some step there. */
    public static Incident at(int lane, Action... actions) {
        return new Incident(lane, "", Set.of(actions), 0);
    }

    /** The same, when this arrives. */
    public Incident when(String what) {
        return new Incident(lane, what, actions, ms);
    }

    /** The same, and it lasts so many milliseconds. */
    public Incident lasting(int milliseconds) {
        return new Incident(lane, arrives, actions, milliseconds);
    }

    boolean fits(String what, Fault fault) {
        return fault.lane() == lane
                && actions.contains(fault.action())
                && (ms == 0 || fault.ms() == ms)
                && (arrives.isEmpty() || arrives.equals(what));
    }
}
