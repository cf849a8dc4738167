package ftol.failover.check;

import static ftol.failover.check.Epochs.ms;

import ftol.failover.Event;
import ftol.failover.Role;
import java.util.List;
import java.util.Optional;

/** Without epochs: once another node has become the primary, the old one answers no client any more. */
public final class OnePrimary extends Watch {
    private int primary = -1;
    private long since;

    OnePrimary() {}

    private OnePrimary(OnePrimary other) {
        super(other);
        primary = other.primary;
        since = other.since;
    }

    /** The first violation, if there is one. */
    public static Optional<Violation> check(List<Event> events) {
        return new OnePrimary().over(events).violation();
    }

    @Override
    public Watch copy() {
        return new OnePrimary(this);
    }

    @Override
    String next(Event event) {
        if (event.kind() == Event.Kind.ROLE
                && event.node() != primary
                && event.text().equals(Role.PRIMARY.name())) {
            primary = event.node();
            since = event.time();
        } else if (event.node() != primary && Epochs.acknowledges(event)) {
            return primary < 0
                    ? "Node " + event.node() + " answered a client before any node was primary."
                    : "Split brain: node " + event.node() + " answered a client at " + ms(event.time()) + ", but node "
                            + primary + " has been the primary since " + ms(since) + ".";
        }
        return null;
    }
}
