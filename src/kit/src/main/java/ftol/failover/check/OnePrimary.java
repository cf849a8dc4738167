package ftol.failover.check;

import static ftol.failover.check.Epochs.ms;

import ftol.failover.Event;
import ftol.failover.Role;
import java.util.List;
import java.util.Optional;

/** Without epochs: once another node has become the primary, the old one answers no client any more. */
public final class OnePrimary {
    private OnePrimary() {}

    /** The first violation, if there is one. */
    public static Optional<Violation> check(List<Event> events) {
        int primary = -1;
        long since = 0;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.kind() == Event.Kind.ROLE
                    && event.text().equals(Role.PRIMARY.name())
                    && event.node() != primary) {
                primary = event.node();
                since = event.time();
            } else if (Epochs.acknowledges(event) && event.node() != primary) {
                return Optional.of(new Violation(
                        primary < 0
                                ? "Node " + event.node() + " answered a client before any node was primary."
                                : "Split brain: node " + event.node() + " answered a client at " + ms(event.time())
                                        + ", but node " + primary + " is the primary since " + ms(since) + ".",
                        i));
            }
        }
        return Optional.empty();
    }
}
