package ftol.picture;

import ftol.failover.Env.Boot;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.check.Violation;
import ftol.failover.sim.Explorer;
import ftol.failover.sim.Run;
import ftol.failover.sim.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A run of two replicas and their clients, from its event log, whether simulated or real: a lane each, messages as arrows
 * from lane to lane, roles as bars, and what went wrong.
 */
public final class Swimlane {
    private static final long MS = 1_000_000;

    private static final double WIDTH = 900;
    private static final double LEFT = 84;
    private static final double RIGHT = 884;
    private static final double FIRST_CLIENT = 68;
    private static final double CLIENT_STEP = 34;
    private static final double NODE_STEP = 132;
    private static final double BAR = 22;

    private static final String[] EPOCHS = {"e0", "e1", "e2", "e3", "e4"};

    private static final String STYLE =
            ".lane{stroke:#1f2328}.gone{stroke:#1f2328;stroke-dasharray:2 6}.grid{stroke:#d1d9e0}"
                    + ".beat{stroke:#0969da;stroke-width:1.2}.other{stroke:#57606a;stroke-width:1.2}"
                    + ".state{stroke:#1f2328;stroke-width:1.4}.client{stroke:#8c959f;stroke-width:.9}"
                    + ".ask{stroke:#8c959f;stroke-width:.9;stroke-dasharray:4 3}"
                    + ".cross{stroke:#bc4c00;stroke-width:2.2}.crash{stroke:#a40e26;stroke-width:3.2}"
                    + ".role{stroke:#1f2328;stroke-width:1}.secondary{fill:#fff}"
                    + ".e0{fill:#d0d7de}.e1{fill:#b6e3ff}.e2{fill:#ffd8b5}.e3{fill:#d3f5c9}.e4{fill:#ecd8ff}"
                    + ".cut{fill:#818b98;fill-opacity:.22}.frozen{fill:url(#hatch);stroke:#cf222e}"
                    + ".flag{fill:#1a7f37;stroke:#1a7f37;stroke-width:2}.done{fill:#1a7f37}.open{stroke:#59636e;fill:#fff}"
                    + ".small{font-size:11px;fill:#59636e}.tiny{font-size:10.5px}.title{font-weight:600}"
                    + ".good{font-size:11px;fill:#1a7f37}.bad{font-size:11px;fill:#a40e26;font-weight:600}"
                    // A halo, so that words can be read where arrows cross them.
                    + ".small,.good,.bad{stroke:#fff;stroke-width:3;paint-order:stroke;stroke-linejoin:round}"
                    + ".mark{stroke:#a40e26;stroke-width:1.6;stroke-dasharray:6 3}";

    /** Names a message on its way. */
    private record Key(int from, int to, long number) {}

    /** A stretch of time in which something about a node, or the connection, stays the same. */
    private record Stretch(long from, long to, Event event) {}

    private final List<Event> events;
    private final Optional<Violation> violation;
    private final List<Integer> clients;
    private final long end;
    private final double firstNode;
    private final double bottom;
    private final Svg svg;
    private final List<String> text = new ArrayList<>();

    private Swimlane(List<Event> events, Optional<Violation> violation) {
        this.events = events;
        this.violation = violation;
        this.clients = List.copyOf(new TreeSet<>(events.stream()
                .map(Event::node)
                .filter(node -> node >= Event.CLIENT)
                .toList()));
        this.end = Math.max(
                MS, events.isEmpty() ? 0 : events.get(events.size() - 1).time());
        this.firstNode = FIRST_CLIENT + CLIENT_STEP * clients.size() + 34;
        this.bottom = firstNode + NODE_STEP + BAR + 34;
        this.svg = new Svg(WIDTH, bottom + (violation.isPresent() ? 94 : 70), STYLE);
    }

    /** The picture of a simulated run, with the rule that was broken, if one was. */
    public static Picture of(Run run) {
        return of(run.events(), run.violation());
    }

    /**
     * Runs a replica in the simulator and draws what happens: {@code Swimlane.of(AsyncReplica::new, "crashes:0.7crash")}.
     *
     * @param replicas makes a new one
     * @param schedule what goes wrong, as a failed check gives it
     */
    public static Picture of(Supplier<? extends Node> replicas, String schedule) {
        return of(Explorer.replay(replicas, Schedule.parse(schedule)));
    }

    /** The picture of an event log. */
    public static Picture of(List<Event> events) {
        return of(events, Optional.empty());
    }

    /** The picture of an event log, with the rule that was broken in it. */
    public static Picture of(List<Event> events, Optional<Violation> violation) {
        return new Swimlane(List.copyOf(events), violation).draw();
    }

    private Picture draw() {
        axis();
        cuts();
        messages();
        lanes();
        for (int node = 0; node <= 1; node++) {
            roles(node);
            marks(node);
        }
        operations();
        violation.ifPresent(this::violation);
        legend();
        return svg.picture(text());
    }

    private void axis() {
        long step = Math.max(1, Math.round(end / (900.0 * MS))) * 100 * MS;
        for (long time = 0; time <= end; time += step) {
            svg.line("grid", x(time), FIRST_CLIENT - 8, x(time), bottom - 18);
            svg.text("small middle", x(time), bottom - 4, String.valueOf(time / MS));
        }
        svg.text("small end", LEFT - 10, bottom - 4, "time in ms");
    }

    private void lanes() {
        for (int client : clients) {
            svg.text("end", LEFT - 10, y(client) + 4, "client " + (client - Event.CLIENT + 1));
            svg.line("lane", LEFT, y(client), RIGHT, y(client));
        }
        for (int node = 0; node <= 1; node++) {
            svg.text("title end", LEFT - 10, y(node) + 4, "node " + node);
            svg.line("gone", LEFT, y(node), RIGHT, y(node));
        }
    }

    /** From each event of the first kind at this node to the next of any of the others. */
    private List<Stretch> stretches(Event.Kind begin, int node, int peer, List<Event.Kind> ends) {
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

    private void cuts() {
        for (int from = 0; from <= 1; from++) {
            int to = 1 - from;
            for (Stretch cut : stretches(Event.Kind.CUT, from, to, List.of(Event.Kind.HEAL))) {
                double top = firstNode + BAR / 2 + 6;
                double height = NODE_STEP - BAR - 12;
                svg.rect("cut", x(cut.from()), top, x(cut.to()) - x(cut.from()), height);
                svg.text(
                        "small",
                        Math.min(x(cut.from()) + 5, RIGHT - 120),
                        from == 0 ? top + 13 : top + 27,
                        "nothing gets from " + from + " to " + to);
            }
        }
    }

    private void messages() {
        Map<Key, List<Long>> arrivals = new HashMap<>();
        for (Event event : events) {
            if (event.kind() == Event.Kind.RECEIVE) {
                arrivals.computeIfAbsent(new Key(event.peer(), event.node(), event.number()), key -> new ArrayList<>())
                        .add(event.time());
            }
        }
        for (Event event : events) {
            if (event.kind() == Event.Kind.SEND) {
                List<Long> times =
                        arrivals.getOrDefault(new Key(event.node(), event.peer(), event.number()), List.of());
                times.forEach(time -> arrow(event, time));
                if (times.isEmpty() && end - event.time() > 15 * MS) {
                    lost(event);
                }
            }
        }
    }

    private void arrow(Event sent, long arrival) {
        String css = css(sent);
        double fromY = edge(sent.node(), sent.peer());
        double toY = edge(sent.peer(), sent.node());
        double fromX = x(sent.time()) + aside(css);
        double toX = x(arrival) + aside(css);
        svg.line(css, fromX, fromY, toX, toY);
        if (sent.node() < Event.CLIENT && sent.peer() < Event.CLIENT) {
            svg.arrowHead(css, fromX, fromY, toX, toY);
        }
    }

    private void lost(Event sent) {
        double fromY = edge(sent.node(), sent.peer());
        double toY = fromY + 0.45 * (edge(sent.peer(), sent.node()) - fromY);
        double fromX = x(sent.time()) + aside(css(sent));
        double toX = x(sent.time() + 5 * MS) + aside(css(sent));
        svg.line(css(sent), fromX, fromY, toX, toY).cross("cross", toX, toY, 3.5);
    }

    /** A heartbeat often leaves together with the state, and must not be hidden behind it. */
    private static double aside(String css) {
        return css.equals("beat") ? -4 : 0;
    }

    private static String css(Event sent) {
        if (sent.node() >= Event.CLIENT || sent.text().equals(Event.REDIRECT)) {
            return "ask";
        }
        if (sent.peer() >= Event.CLIENT) {
            return "client";
        }
        if (sent.text().equals(Message.Kind.HEARTBEAT.name())) {
            return "beat";
        }
        return sent.text().equals(Message.Kind.STATE.name()) ? "state" : "other";
    }

    private void roles(int node) {
        List<Event.Kind> ends = List.of(Event.Kind.ROLE, Event.Kind.CRASH, Event.Kind.STOP);
        for (Stretch role : stretches(Event.Kind.ROLE, node, -1, ends)) {
            Event event = role.event();
            boolean primary = event.text().equals(Role.PRIMARY.name());
            double width = x(role.to()) - x(role.from());
            String css = primary ? EPOCHS[(int) (event.epoch() % EPOCHS.length)] : "secondary";
            svg.rect("role " + css, x(role.from()), y(node) - BAR / 2, width, BAR);
            String name = event.text().toLowerCase(Locale.ROOT);
            String epoch = event.epoch() == 0 ? "" : " e" + event.epoch();
            String label = width > 9 * (name + epoch).length() ? name + epoch : width > 24 ? epoch : "";
            svg.text(primary ? "title" : "", x(role.from()) + 5, y(node) + 4.5, label.strip());
        }
        for (Stretch pause : stretches(Event.Kind.PAUSE, node, -1, List.of(Event.Kind.RESUME))) {
            double width = x(pause.to()) - x(pause.from());
            svg.rect("frozen", x(pause.from()), y(node) - BAR / 2, width, BAR);
            svg.text("bad middle", x(pause.from()) + width / 2, y(node) + BAR / 2 + 13, "frozen");
        }
    }

    private void marks(int node) {
        int primary = -1;
        for (Event event : events) {
            double x = x(event.time());
            if (event.kind() == Event.Kind.ROLE && event.text().equals(Role.PRIMARY.name())) {
                boolean takesOver = primary >= 0 && event.node() != primary;
                primary = event.node();
                if (takesOver && event.node() == node) {
                    flag(node, x);
                    text.add("Node " + node + " takes over at " + ms(event.time()) + epoch(event) + ".");
                } else if (event.node() == node) {
                    text.add("Node " + node + " is primary from " + ms(event.time()) + epoch(event) + ".");
                }
            } else if (event.node() == node) {
                mark(event, node, x);
            }
        }
    }

    private void mark(Event event, int node, double x) {
        double above = y(node) - BAR / 2 - 7;
        switch (event.kind()) {
            case CRASH -> {
                svg.cross("crash", x, y(node), 8).text("bad middle", x, above, "crash");
                text.add("Node " + node + " crashes at " + ms(event.time()) + ".");
            }
            case STOP -> {
                svg.line("crash", x, y(node) - 12, x, y(node) + 12).text("bad middle", x, above, "stops");
                text.add("Node " + node + " stops at " + ms(event.time()) + ".");
            }
            case START -> {
                if (!event.text().equals(Boot.FIRST_START.name())) {
                    boolean empty = event.text().equals(Boot.DISK_LOST.name());
                    svg.text("small", x, above, empty ? "restart, disk lost" : "restart");
                    text.add("Node " + node + " restarts at " + ms(event.time()) + (empty ? ", its disk lost." : "."));
                }
            }
            case PAUSE -> text.add("Node " + node + " is frozen at " + ms(event.time()) + ".");
            case RESUME -> text.add("Node " + node + " goes on at " + ms(event.time()) + ".");
            case CUT ->
                text.add("From " + ms(event.time()) + ", nothing gets from node " + node + " to node " + event.peer()
                        + ".");
            case CLOSED -> text.add("Node " + node + " hears at " + ms(event.time()) + " that the connection closed.");
            default -> {}
        }
    }

    private void flag(int node, double x) {
        double top = y(node) - BAR / 2 - 22;
        double side = x > RIGHT - 90 ? -1 : 1;
        svg.line("flag", x, top, x, y(node) - BAR / 2);
        svg.path("flag", "M" + Svg.xy(x, top) + "L" + Svg.xy(x + 12 * side, top + 5) + "L" + Svg.xy(x, top + 10) + "Z");
        svg.text(side > 0 ? "good" : "good end", x + 16 * side, top + 9, "takes over");
    }

    private void operations() {
        List<String> last = List.of();
        for (Event event : events) {
            last = event.kind() == Event.Kind.DONE && event.text().equals(Event.READ) ? event.log() : last;
        }
        List<String> acknowledged = new ArrayList<>();
        for (Event event : events) {
            double y = event.node() < Event.CLIENT ? 0 : y(event.node());
            if (event.kind() == Event.Kind.INVOKE) {
                svg.circle("open", x(event.time()), y, 3);
            } else if (event.kind() == Event.Kind.DONE && event.text().equals(Event.APPEND)) {
                String entry = event.log().get(0);
                boolean lost = !last.isEmpty() && !last.contains(entry);
                acknowledged.add(entry + " by node " + event.peer() + (lost ? " (lost)" : ""));
                svg.circle("done", x(event.time()), y, 4);
                svg.text(
                        (lost ? "bad" : "good") + " middle",
                        x(event.time()),
                        y - 8,
                        lost ? "✗ " + entry + " lost" : "✓ " + entry);
            } else if (event.kind() == Event.Kind.DONE) {
                svg.circle("done", x(event.time()), y, 4);
                svg.text("good middle", x(event.time()), y - 8, "read");
            }
        }
        text.add("Acknowledged: " + (acknowledged.isEmpty() ? "nothing" : String.join(", ", acknowledged)) + ".");
    }

    private void violation(Violation broken) {
        if (broken.event() >= 0 && broken.event() < events.size()) {
            double x = x(events.get(broken.event()).time());
            svg.line("mark", x, FIRST_CLIENT - 8, x, bottom - 18);
        }
        String whole = broken.text();
        svg.text("bad", 16, bottom + 76, "✗ " + (whole.length() > 140 ? whole.substring(0, 139) + "…" : whole));
        text.add(whole);
    }

    private void legend() {
        svg.text("title", 16, 26, "Two nodes and their clients");
        double y = bottom + 24;
        legend("beat", 16, y, "heartbeat");
        legend("state", 130, y, "state");
        legend("other", 222, y, "other between nodes");
        legend("ask", 398, y, "request or redirection");
        legend("client", 584, y, "answer");
        svg.line("state", 676, y - 4, 694, y - 4)
                .cross("cross", 700, y - 4, 3.5)
                .text("small", 712, y, "lost");
        svg.circle("open", 22, y + 20, 3).text("small", 46, y + 24, "a client begins");
        svg.circle("done", 158, y + 20, 4).text("small", 170, y + 24, "and has its answer");
        svg.rect("role e1", 290, y + 14, 24, 12).text("small", 322, y + 24, "primary, coloured by epoch e1, e2 …");
        svg.rect("role secondary", 532, y + 14, 24, 12).text("small", 564, y + 24, "secondary");
        svg.rect("frozen", 640, y + 14, 24, 12).text("small", 672, y + 24, "frozen");
        svg.rect("cut", 730, y + 14, 24, 12).text("small", 762, y + 24, "cut");
    }

    private void legend(String css, double x, double y, String what) {
        svg.line(css, x, y - 4, x + 24, y - 4).text("small", x + 30, y, what);
    }

    private String text() {
        return text.stream().collect(Collectors.joining(" "));
    }

    private double x(long time) {
        return LEFT + (RIGHT - LEFT) * Math.min(time, end) / end;
    }

    private double y(int lane) {
        return lane >= Event.CLIENT ? FIRST_CLIENT + CLIENT_STEP * clients.indexOf(lane) : firstNode + NODE_STEP * lane;
    }

    /** Where an arrow touches a lane: a node's bar has two edges. */
    private double edge(int lane, int otherLane) {
        if (lane >= Event.CLIENT) {
            return y(lane);
        }
        return otherLane >= Event.CLIENT || otherLane < lane ? y(lane) - BAR / 2 : y(lane) + BAR / 2;
    }

    private static String epoch(Event event) {
        return event.epoch() == 0 ? "" : " in epoch " + event.epoch();
    }

    private static String ms(long time) {
        return time / MS + " ms";
    }
}
