package ftol.picture;

import ftol.failover.Event;
import ftol.failover.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The messages of a {@link Swimlane}: from when they left to when they arrived, or to a cross. */
final class MessageArrows {
    static final String STYLE = ".beat{stroke:#0969da;stroke-width:1.2}.other{stroke:#8250df;stroke-width:1.4}"
            + ".state{stroke:#1f2328;stroke-width:1.4}.client{stroke:#8c959f;stroke-width:.9}"
            + ".ask{stroke:#8c959f;stroke-width:.9;stroke-dasharray:4 3}.cross{stroke:#bc4c00;stroke-width:2.2}";

    /** A message that left so shortly before the end may still be on its way. */
    static final long ON_ITS_WAY = 15 * Lanes.MS;

    /** How long the arrow of a lost message is drawn. */
    private static final long LOST_AFTER = 5 * Lanes.MS;

    /** Names a message on its way. */
    record Sent(int from, int to, long number) {
        static Sent of(Event event) {
            return event.kind() == Event.Kind.SEND
                    ? new Sent(event.node(), event.peer(), event.number())
                    : new Sent(event.peer(), event.node(), event.number());
        }
    }

    private final Lanes lanes;
    private final Svg svg;
    private final Legend legend;

    MessageArrows(Lanes lanes, Svg svg, Legend legend) {
        this.lanes = lanes;
        this.svg = svg;
        this.legend = legend;
    }

    void draw() {
        Map<Sent, List<Long>> arrivals = arrivals(lanes.events());
        for (Event event : lanes.events()) {
            if (event.kind() == Event.Kind.SEND) {
                List<Long> times = arrivals.getOrDefault(Sent.of(event), List.of());
                times.forEach(time -> arrow(event, time));
                if (times.isEmpty() && lanes.end() - event.time() > ON_ITS_WAY) {
                    lost(event);
                }
            }
        }
    }

    /** When each message arrived, each time. */
    static Map<Sent, List<Long>> arrivals(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == Event.Kind.RECEIVE)
                .collect(Collectors.groupingBy(Sent::of, Collectors.mapping(Event::time, Collectors.toList())));
    }

    private void arrow(Event sent, long arrival) {
        String css = css(sent);
        double fromY = lanes.edge(sent.node(), sent.peer());
        double toY = lanes.edge(sent.peer(), sent.node());
        double fromX = lanes.x(sent.time()) + aside(css);
        double toX = lanes.x(arrival) + aside(css);
        svg.line(css, fromX, fromY, toX, toY);
        if (sent.node() < Event.CLIENT && sent.peer() < Event.CLIENT) {
            svg.arrowHead(css, fromX, fromY, toX, toY);
        }
        explain(css, sent);
    }

    private void lost(Event sent) {
        double fromY = lanes.edge(sent.node(), sent.peer());
        double toY = fromY + 0.45 * (lanes.edge(sent.peer(), sent.node()) - fromY);
        double fromX = lanes.x(sent.time()) + aside(css(sent));
        double toX = lanes.x(sent.time() + LOST_AFTER) + aside(css(sent));
        svg.line(css(sent), fromX, fromY, toX, toY).cross("cross", toX, toY, 3.5);
        explain(css(sent), sent);
        legend.needs(Legend.Item.LOST);
    }

    private void explain(String css, Event sent) {
        if (css.equals("other")) {
            legend.needsOther(Mishaps.kind(sent.text()));
        } else {
            legend.needs(Legend.Item.valueOf(css.toUpperCase(Locale.ROOT)));
        }
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
}
