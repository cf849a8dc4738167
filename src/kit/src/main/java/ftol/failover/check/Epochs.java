package ftol.failover.check;

import ftol.failover.Env.Boot;
import ftol.failover.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trace invariants of epochs: at most one node answers clients in an epoch; a node's epoch never falls below one in which it
 * has sent anything, restarts included unless its disk was lost; and a node that has received a message of a higher epoch answers nobody in its old one.
 */
public final class Epochs {
    private Epochs() {}

    /** What is known of one node. */
    private static final class Known {
        /** The highest epoch of what it has sent. */
        private long used;

        private long seen;
    }

    /** The first violation, if there is one. */
    public static Optional<Violation> check(List<Event> events) {
        Map<Long, Integer> answering = new HashMap<>();
        Known[] nodes = {new Known(), new Known()};
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.node() >= nodes.length) {
                continue;
            }
            Known node = nodes[event.node()];
            String wrong = null;
            switch (event.kind()) {
                case START -> {
                    node.seen = 0;
                    if (event.text().equals(Boot.DISK_LOST.name())) {
                        node.used = 0;
                    }
                }
                case ROLE -> {
                    if (event.epoch() < node.used) {
                        wrong = "Node " + event.node() + " fell back from epoch " + node.used + " to " + event.epoch()
                                + ".";
                    }
                }
                case RECEIVE -> node.seen = Math.max(node.seen, event.epoch());
                case SEND -> {
                    if (!event.text().equals(Event.REDIRECT)) {
                        node.used = Math.max(node.used, event.epoch());
                    }
                    if (acknowledges(event)) {
                        Integer other = answering.put(event.epoch(), event.node());
                        if (other != null && other != event.node()) {
                            wrong = "Both nodes answered clients in epoch " + event.epoch() + ": node " + other
                                    + ", and at " + ms(event.time()) + " node " + event.node() + ".";
                        } else if (node.seen > event.epoch()) {
                            wrong = "Node " + event.node() + " answered a client in epoch " + event.epoch() + " at "
                                    + ms(event.time()) + ", after it had heard of epoch " + node.seen + ".";
                        }
                    }
                }
                default -> {}
            }
            if (wrong != null) {
                return Optional.of(new Violation(wrong, i));
            }
        }
        return Optional.empty();
    }

    /** Is this a replica's answer to a client, other than to go elsewhere? */
    static boolean acknowledges(Event event) {
        return event.kind() == Event.Kind.SEND
                && event.node() < Event.CLIENT
                && event.text().equals(Event.REPLY);
    }

    static String ms(long time) {
        return time / 1_000_000 + " ms";
    }
}
