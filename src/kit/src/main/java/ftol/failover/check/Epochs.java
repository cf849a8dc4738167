package ftol.failover.check;

import ftol.failover.Env.Boot;
import ftol.failover.Event;
import ftol.failover.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trace invariants of epochs: at most one node answers clients in an epoch; a node's epoch never falls below one in which it
 * has sent anything, restarts included unless its disk was lost; and a node that has received a message of a higher epoch answers nobody in its old one.
 */
public final class Epochs extends Watch {
    /** Who answered clients in an epoch; and in those that were answered in first before. */
    private record Answering(long epoch, int node, Answering before) {}

    /** By node, the highest epoch of what it has sent. */
    private final long[] used;

    /** By node, the highest epoch of what it has received since it was started. */
    private final long[] heard;

    private Answering answering;

    Epochs() {
        used = new long[2];
        heard = new long[2];
    }

    private Epochs(Epochs other) {
        super(other);
        used = other.used.clone();
        heard = other.heard.clone();
        answering = other.answering;
    }

    /** The first violation, if there is one. */
    public static Optional<Violation> check(List<Event> events) {
        return new Epochs().over(events).violation();
    }

    /**
     * The same violation, and said first that both nodes began the same epoch, if they did. That alone does no harm, so it is
     * no violation; but where there is one, it is most likely why. An exception has causes of its own.
     */
    static Violation explained(Violation violation, List<Event> events) {
        return begunTwice(events)
                .filter(both -> violation.thrown() == null)
                .map(both -> new Violation(both + " " + violation.text(), violation.event(), violation.thrown()))
                .orElse(violation);
    }

    /** A node has begun an epoch when it has sent something in it as primary. */
    private static Optional<String> begunTwice(List<Event> events) {
        Event[] leads = new Event[2];
        Map<Long, Event> begun = new HashMap<>();
        for (Event event : events) {
            int node = event.node();
            if (node >= leads.length) {
                continue;
            }
            switch (event.kind()) {
                case ROLE -> leads[node] = event.text().equals(Role.PRIMARY.name()) ? event : null;
                case CRASH, STOP -> leads[node] = null;
                case SEND -> {
                    Event leading = leads[node];
                    if (leading != null && leading.epoch() == event.epoch() && !redirects(event)) {
                        Event first = begun.putIfAbsent(event.epoch(), leading);
                        if (first != null && first.node() != node) {
                            return Optional.of("Both nodes began epoch " + event.epoch() + ": node " + first.node()
                                    + " at " + ms(first.time()) + ", node " + node + " at " + ms(leading.time())
                                    + ".");
                        }
                    }
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static boolean redirects(Event event) {
        return event.text().equals(Event.REDIRECT);
    }

    @Override
    public Watch copy() {
        return new Epochs(this);
    }

    @Override
    String next(Event event) {
        int node = event.node();
        if (node >= used.length) {
            return null;
        }
        switch (event.kind()) {
            case START -> {
                heard[node] = 0;
                if (event.text().equals(Boot.DISK_LOST.name())) {
                    used[node] = 0;
                }
            }
            case ROLE -> {
                if (event.epoch() < used[node]) {
                    return "Node " + node + " fell back from epoch " + used[node] + " to " + event.epoch() + ".";
                }
            }
            case RECEIVE -> heard[node] = Math.max(heard[node], event.epoch());
            case SEND -> {
                if (!redirects(event)) {
                    used[node] = Math.max(used[node], event.epoch());
                }
                return acknowledges(event) ? answer(event) : null;
            }
            default -> {}
        }
        return null;
    }

    private String answer(Event event) {
        int node = event.node();
        Answering known = answering;
        while (known != null && known.epoch() != event.epoch()) {
            known = known.before();
        }
        if (known == null) {
            answering = new Answering(event.epoch(), node, answering);
        } else if (known.node() != node) {
            return "Both nodes answered clients in epoch " + event.epoch() + ": node " + known.node() + ", and at "
                    + ms(event.time()) + " node " + node + ".";
        }
        if (heard[node] > event.epoch()) {
            return "Node " + node + " answered a client in epoch " + event.epoch() + " at " + ms(event.time())
                    + ", after it had heard of epoch " + heard[node] + ".";
        }
        return null;
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
