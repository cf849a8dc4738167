package ftol.failover.check;

import static ftol.failover.check.Epochs.ms;

import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.Role;
import java.util.List;
import java.util.Optional;

/** A secondary that is told that the primary is gone, by a stop notice or by its closed connection, takes over at once. */
public final class AtOnce extends Watch {
    private final long soon;
    private final boolean[] ended;
    private final boolean[] leads;
    private Event told;

    /** @param soon how long after it was told counts as at once, in nanoseconds */
    AtOnce(long soon) {
        this.soon = soon;
        ended = new boolean[2];
        leads = new boolean[2];
    }

    private AtOnce(AtOnce other) {
        super(other);
        soon = other.soon;
        ended = other.ended.clone();
        leads = other.leads.clone();
        told = other.told;
    }

    /**
     * The first violation, if there is one.
     *
     * @param soon how long after it was told counts as at once, in nanoseconds
     */
    public static Optional<Violation> check(List<Event> events, long soon) {
        return new AtOnce(soon).over(events).violation();
    }

    @Override
    public Watch copy() {
        return new AtOnce(this);
    }

    @Override
    String next(Event event) {
        if (told != null && event.time() - told.time() > soon) {
            return "At " + ms(told.time()) + " node " + told.node() + " "
                    + (told.kind() == Event.Kind.CLOSED
                            ? "was told that the connection to the primary is closed"
                            : "received the primary's stop notice")
                    + ", but it did not take over at once.";
        }
        int node = event.node();
        if (node > 1) {
            return null;
        }
        switch (event.kind()) {
            case START -> ended[node] = false;
            case CRASH, STOP -> {
                ended[node] = true;
                leads[node] = false;
                told = null;
            }
            case PAUSE -> told = null;
            case ROLE -> {
                leads[node] = event.text().equals(Role.PRIMARY.name());
                told = leads[node] ? null : told;
            }
            case CLOSED -> told = told == null && ended[1 - node] && !leads[node] ? event : told;
            case RECEIVE -> {
                boolean stop = event.peer() == 1 - node && event.text().equals(Message.Kind.STOP.name());
                told = told == null && stop && ended[1 - node] && !leads[node] ? event : told;
            }
            default -> {}
        }
        return null;
    }
}
