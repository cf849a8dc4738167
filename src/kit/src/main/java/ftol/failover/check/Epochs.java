package ftol.failover.check;

import ftol.failover.Env.Boot;
import ftol.failover.Event;
import java.util.List;
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
                if (!event.text().equals(Event.REDIRECT)) {
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
