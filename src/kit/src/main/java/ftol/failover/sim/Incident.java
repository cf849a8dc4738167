package ftol.failover.sim;

import ftol.failover.sim.Fault.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of fault, for stories in which one is to happen after the other: {@code Incident.at(0, CRASH)}.
 *
 * @param lane where: 0 or 1 for a node, {@link ftol.failover.Event#CLIENT} and more for a client
 * @param arrives what arrives at the step in which it happens: the name of a message's kind, of a client's request or of
 *     the answer to one, TIMER or CLOSED; "" for anything
 * @param actions what may happen
 * @param ms for how long, or how late, in milliseconds; 0 for any
 * @param within how soon after the incident before, in milliseconds; 0 for any time
 */
public record Incident(int lane, String arrives, Set<Action> actions, int ms, int within) {
    public Incident {
        actions = Set.copyOf(actions);
    }

    /** One of these things happens at some step there. */
    public static Incident at(int lane, Action... actions) {
        return new Incident(lane, "", Set.of(actions), 0, 0);
    }

    /** The same, when this arrives. */
    public Incident when(String what) {
        return new Incident(lane, what, actions, ms, within);
    }

    /** The same, and it lasts so many milliseconds. */
    public Incident lasting(int milliseconds) {
        return new Incident(lane, arrives, actions, milliseconds, within);
    }

    /** The same, and it happens at most so many milliseconds after the incident before. */
    public Incident within(int milliseconds) {
        return new Incident(lane, arrives, actions, ms, milliseconds);
    }

    /** These options, as short as this incident is to last; what could last longer can end sooner. */
    List<Fault> among(List<Fault> options) {
        if (ms == 0) {
            return options;
        }
        return options.stream()
                .filter(option -> option.ms() >= ms)
                .map(option -> new Fault(option.lane(), option.step(), option.action(), ms, option.effects()))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** @param since how long after the fault before, in milliseconds */
    boolean fits(String what, Fault fault, long since) {
        return fault.lane() == lane
                && (within == 0 || since <= within)
                && actions.contains(fault.action())
                && (arrives.isEmpty() || arrives.equals(what));
    }
}
