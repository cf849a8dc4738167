package ftol.failover.sim;

import ftol.failover.Env.Boot;
import ftol.failover.Message;
import ftol.failover.State;
import java.util.Locale;

/**
 * One call to a node, with all that its Env can tell it during the call: one way of the round trip.
 *
 * @param kind which method is called
 * @param now the time, in nanoseconds
 * @param from the sender, or the peer whose connection closed
 * @param number the request or timer id
 * @param message for MESSAGE, else null
 * @param entry for APPEND, else null
 * @param setting for START, else null
 */
public record Call(Kind kind, long now, int from, long number, Message message, String entry, Setting setting) {
    /** Which of the node's methods. */
    public enum Kind {
        START,
        MESSAGE,
        TIMER,
        CLOSED,
        APPEND,
        READ,
        STOP
    }

    /** As a student would write the call: "timer(0)". */
    @Override
    public String toString() {
        String method = kind.name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case MESSAGE -> method + "(" + message.kind() + " " + message.number() + ")";
            case TIMER -> method + "(" + number + ")";
            case APPEND -> method + "(" + entry + ")";
            default -> method;
        };
    }

    /** What a node's Env tells it that never changes while it runs. Times are in nanoseconds. */
    public record Setting(int id, int peer, long interval, long timeout, Boot boot, State persisted) {}
}
