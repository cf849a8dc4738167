package ftol.picture;

import ftol.failover.Env.Boot;
import ftol.failover.Event;
import ftol.failover.Role;
import ftol.picture.Lanes.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a node believed to be and what happened to it, in a {@link Swimlane}. */
final class NodeBars {
    static final String STYLE = ".role{stroke:#1f2328;stroke-width:1}.secondary{fill:#fff}"
            + ".e0{fill:#d0d7de}.e1{fill:#b6e3ff}.e2{fill:#ffd8b5}.e3{fill:#d3f5c9}.e4{fill:#ecd8ff}"
            + ".zombie{fill:url(#hatch);stroke:#cf222e}.frozen{fill:url(#dots);stroke:#1f2328;stroke-dasharray:2 2}"
            + ".crash{stroke:#a40e26;stroke-width:3.2}.flag{fill:#1a7f37;stroke:#1a7f37;stroke-width:2}";

    private static final double BAR = Lanes.BAR;
    private static final int COLOURS = 5;
    private static final List<Event.Kind> ROLE_ENDS = List.of(Event.Kind.ROLE, Event.Kind.CRASH, Event.Kind.STOP);

    private final Lanes lanes;
    private final Svg svg;
    private final Legend legend;
    private final List<String> text;
    private final List<Said> said = new ArrayList<>();

    /** A sentence on what happens at this time. */
    private record Said(long time, String sentence) {}

    /** @param text takes sentences on what is drawn, in the order in which it happens */
    NodeBars(Lanes lanes, Svg svg, Legend legend, List<String> text) {
        this.lanes = lanes;
        this.svg = svg;
        this.legend = legend;
        this.text = text;
    }

    void draw() {
        for (int node = 0; node < lanes.nodes(); node++) {
            roles(node);
            zombie(node);
            frozen(node);
            marks(node);
        }
        said.stream()
                .sorted(Comparator.comparingLong(Said::time))
                .map(Said::sentence)
                .forEach(text::add);
    }

    private void say(Event event, String sentence) {
        said.add(new Said(event.time(), sentence));
    }

    /** The CSS class of an epoch's colour. */
    static String colour(long epoch) {
        return "e" + (epoch == 0 ? 0 : 1 + (epoch - 1) % (COLOURS - 1));
    }

    private void roles(int node) {
        for (Stretch role : lanes.stretches(Event.Kind.ROLE, node, -1, ROLE_ENDS)) {
            Event event = role.event();
            boolean primary = primary(event);
            double x = lanes.x(role.from());
            double width = lanes.x(role.to()) - x;
            svg.rect("role " + (primary ? colour(event.epoch()) : "secondary"), x, top(node), width, BAR);
            String name = event.text().toLowerCase(Locale.ROOT);
            String epoch = event.epoch() == 0 ? "" : " e" + event.epoch();
            String label = width > 9 * (name + epoch).length() ? name + epoch : width > 24 ? epoch : "";
            svg.text(primary ? "title" : "", x + 5, lanes.y(node) + 4.5, label.strip());
            if (primary) {
                legend.needsEpoch(event.epoch());
            } else {
                legend.needs(Legend.Item.SECONDARY);
            }
        }
    }

    /** Since when another is primary that does not count as one any more, though the node itself thinks so. */
    private void zombie(int node) {
        for (Stretch role : lanes.stretches(Event.Kind.ROLE, node, -1, ROLE_ENDS)) {
            lanes.events().stream()
                    .filter(event -> event.kind() == Event.Kind.ROLE && event.node() == 1 - node)
                    .filter(event -> primary(role.event()) && primary(event))
                    .filter(event -> event.time() > role.from() && event.time() < role.to())
                    .filter(event -> event.epoch() >= role.event().epoch())
                    .findFirst()
                    .ifPresent(event -> {
                        double x = lanes.x(event.time());
                        double width = lanes.x(role.to()) - x;
                        svg.rect("zombie", x, top(node), width, BAR);
                        String words = width > 190 ? "still thinks it is primary" : width > 80 ? "old primary" : "";
                        svg.text("bad middle", x + width / 2, lanes.y(node) + 4, words);
                        legend.needs(Legend.Item.ZOMBIE);
                        say(
                                event,
                                name(node) + " thinks it is primary until " + Lanes.ms(role.to()) + ", though "
                                        + lanes.name(1 - node) + " is primary from " + Lanes.ms(event.time()) + ".");
                    });
        }
    }

    private void frozen(int node) {
        for (Stretch pause : lanes.stretches(Event.Kind.PAUSE, node, -1, List.of(Event.Kind.RESUME))) {
            double width = lanes.x(pause.to()) - lanes.x(pause.from());
            svg.rect("frozen", lanes.x(pause.from()), top(node), width, BAR);
            svg.text("bad middle", lanes.x(pause.from()) + width / 2, lanes.y(node) + BAR / 2 + 13, "frozen");
            legend.needs(Legend.Item.FROZEN);
        }
    }

    private void marks(int node) {
        int primary = -1;
        for (Event event : lanes.events()) {
            double x = lanes.x(event.time());
            if (event.kind() == Event.Kind.ROLE && primary(event)) {
                boolean takesOver = primary >= 0 && event.node() != primary;
                primary = event.node();
                if (takesOver && event.node() == node) {
                    flag(node, x);
                    say(event, name(node) + " takes over at " + Lanes.ms(event.time()) + epoch(event) + ".");
                } else if (event.node() == node) {
                    say(event, name(node) + " is primary from " + Lanes.ms(event.time()) + epoch(event) + ".");
                }
            } else if (event.node() == node) {
                mark(event, node, x);
            }
        }
    }

    private void mark(Event event, int node, double x) {
        double above = top(node) - 7;
        String at = " at " + Lanes.ms(event.time());
        switch (event.kind()) {
            case CRASH -> {
                svg.cross("crash", x, lanes.y(node), 8).text("bad end", x + 10, above, "crash");
                say(event, name(node) + " crashes" + at + ".");
            }
            case STOP -> {
                svg.line("crash", x, lanes.y(node) - 12, x, lanes.y(node) + 12).text("bad end", x + 10, above, "stops");
                say(event, name(node) + " stops" + at + ".");
            }
            case START -> {
                if (!event.text().equals(Boot.FIRST_START.name())) {
                    boolean empty = event.text().equals(Boot.DISK_LOST.name());
                    svg.text("small", x + 13, above, empty ? "restart, disk lost" : "restart");
                    say(event, name(node) + " restarts" + at + (empty ? ", its disk lost." : disk(event) + "."));
                }
            }
            case PAUSE -> say(event, name(node) + " is frozen" + at + ".");
            case RESUME -> say(event, name(node) + " goes on" + at + ".");
            case CUT ->
                say(
                        event,
                        "From " + Lanes.ms(event.time()) + ", nothing gets from " + lanes.name(node) + " to "
                                + lanes.name(event.peer()) + ".");
            case LIE -> {
                svg.text("bad middle", x, above, "lies from here on");
                say(event, name(node) + " lies from " + Lanes.ms(event.time()) + " on.");
            }
            case CLOSED -> say(event, name(node) + " hears" + at + " that the connection closed.");
            default -> {}
        }
    }

    private void flag(int node, double x) {
        double top = top(node) - 22;
        double side = x > Lanes.RIGHT - 90 ? -1 : 1;
        svg.line("flag", x, top, x, top(node));
        svg.path("flag", "M" + Svg.xy(x, top) + "L" + Svg.xy(x + 12 * side, top + 5) + "L" + Svg.xy(x, top + 10) + "Z");
        svg.text(side > 0 ? "good" : "good end", x + 16 * side, top + 9, "takes over");
    }

    /** A node's name at the beginning of a sentence. */
    private String name(int node) {
        String name = lanes.name(node);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private double top(int node) {
        return lanes.y(node) - BAR / 2;
    }

    private static boolean primary(Event role) {
        return role.text().equals(Role.PRIMARY.name());
    }

    /** What a node finds there when it starts. */
    private static String disk(Event start) {
        return start.epoch() == 0 && start.log().isEmpty()
                ? ""
                : ", with epoch " + start.epoch() + " and " + start.log() + " on its disk";
    }

    private static String epoch(Event event) {
        return event.epoch() == 0 ? "" : " in epoch " + event.epoch();
    }
}
