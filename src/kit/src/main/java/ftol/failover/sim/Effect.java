package ftol.failover.sim;

import ftol.failover.Message;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.List;

/**
 * One thing that a node asked its Env to do. A call's effects, in order, are the other way of the round trip.
 *
 * @param kind what to do
 * @param node whom to send to or to name
 * @param number the request, the epoch of a role, or how long the timer runs in nanoseconds
 * @param timer the timer's id
 * @param message for SEND, else null
 * @param state for PERSIST, else null
 * @param role for ROLE, else null
 * @param log for REPLY, else null
 */
public record Effect(
        Kind kind, int node, long number, int timer, Message message, State state, Role role, List<String> log) {
    /** Which of Env's methods. */
    public enum Kind {
        SEND,
        TIMER,
        PERSIST,
        REPLY,
        REDIRECT,
        ROLE
    }

    /** What comes from elsewhere is checked here: throws IllegalArgumentException if something is missing. */
    public Effect {
        log = log == null ? null : List.copyOf(log);
        boolean complete =
                switch (kind) {
                    case SEND -> message != null;
                    case TIMER -> timer >= 0 && number >= 0;
                    case PERSIST -> state != null;
                    case REPLY -> log != null;
                    case REDIRECT -> node == 0 || node == 1;
                    case ROLE -> role != null && number >= 0;
                };
        if (!complete) {
            throw new IllegalArgumentException("Not a complete " + kind);
        }
    }
}
