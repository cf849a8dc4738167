package ftol.picture;

import ftol.failover.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where things are in a {@link Swimlane}: clients above, the nodes below, time from left to right. */
final class Lanes {
    static final long MS = 1_000_000;
    static final double WIDTH = 900;
    static final double LEFT = 84;
    static final double RIGHT = 876;
    static final double TOP = 60;
    /** The height of a node's bar. */
    static final double BAR = 22;

    private static final double FIRST_CLIENT = TOP + 10;
    private static final double CLIENT_STEP = 34;
    /** Between two nodes there is room for the messages that they send to each other. */
    private static final double TWO_NODES_STEP = 132;

    private static final double NODE_STEP = 46;

    /** A stretch of time in which something about a node, or the connection, stays the same. */
    record Stretch(long from, long to, Event event) {}

    private final Cast cast;
    private final List<Event> events;
    private final List<Integer> clients;
    private final long end;
    private final double firstNode;

    /**
     * Who takes part.
     *
     * @param title of the picture
     * @param nodes their names, in the order of their numbers
     * @param clients their names, in the order of their numbers
     */
    record Cast(String title, List<String> nodes, List<String> clients) {
        static final Cast TWO_NODES = new Cast("Two nodes and their clients", List.of("node 0", "node 1"), List.of());

        String client(int client) {
            int index = client - Event.CLIENT;
            return index < clients.size() ? clients.get(index) : "client " + (index + 1);
        }
    }

    Lanes(Cast cast, List<Event> events) {
        this.cast = cast;
        this.events = events;
        this.clients = List.copyOf(new TreeSet<>(events.stream()
                .map(Event::node)
                .filter(node -> node >= Event.CLIENT)
                .toList()));
        this.end = Math.max(
                MS, events.isEmpty() ? 0 : events.get(events.size() - 1).time());
        this.firstNode = FIRST_CLIENT + CLIENT_STEP * clients.size() + 34;
    }

    List<Event> events() {
        return events;
    }

    int nodes() {
        return cast.nodes().size();
    }

    /** The name of a node or client. */
    String name(int lane) {
        return lane >= Event.CLIENT ? cast.client(lane) : cast.nodes().get(lane);
    }

    List<Integer> clients() {
        return clients;
    }

    long end() {
        return end;
    }

    double x(long time) {
        return LEFT + (RIGHT - LEFT) * Math.min(time, end) / end;
    }

    double y(int lane) {
        return lane >= Event.CLIENT ? FIRST_CLIENT + CLIENT_STEP * clients.indexOf(lane) : firstNode + step() * lane;
    }

    /** Where an arrow touches a lane: a node's bar has two edges. */
    double edge(int lane, int otherLane) {
        if (lane >= Event.CLIENT || nodes() > 2) {
            return y(lane);
        }
        return otherLane >= Event.CLIENT || otherLane < lane ? y(lane) - BAR / 2 : y(lane) + BAR / 2;
    }

    /** Where the numbers of the time axis stand. */
    double bottom() {
        return firstNode + step() * (nodes() - 1) + BAR + 34;
    }

    private double step() {
        return nodes() == 2 ? TWO_NODES_STEP : NODE_STEP;
    }

    /** From each event of the first kind at this node to the next of any of the others. */
    List<Stretch> stretches(Event.Kind begin, int node, int peer, List<Event.Kind> ends) {
        List<Stretch> stretches = new ArrayList<>();
        Event open = null;
        for (Event event : events) {
            if (event.node() != node || event.peer() != peer) {
                continue;
            }
            if (open != null && ends.contains(event.kind())) {
                stretches.add(new Stretch(open.time(), event.time(), open));
                open = null;
            }
            if (event.kind() == begin) {
                open = open == null ? event : open;
            }
        }
        if (open != null) {
            stretches.add(new Stretch(open.time(), end, open));
        }
        return stretches;
    }

    /** A time as words for the picture's text. */
    static String ms(long time) {
        return time / MS + " ms";
    }
}
