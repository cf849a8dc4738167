package ftol.picture;

import ftol.failover.Event;
import ftol.failover.Node;
import ftol.failover.ReplicaRun;
import ftol.failover.check.Operation;
import ftol.failover.check.Violation;
import ftol.failover.sim.Run;
import ftol.picture.Lanes.Cast;
import ftol.picture.Lanes.Stretch;
import ftol.quorum.DataStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run of two replicas and their clients, from its event log, whether simulated or real: a lane each, messages as arrows
 * from lane to lane, roles as bars, and what went wrong.
 */
public final class Swimlane {
    private static final String STYLE = ".lane{stroke:#1f2328}.gone{stroke:#1f2328;stroke-dasharray:2 6}"
            + ".grid{stroke:#d1d9e0}.cut{fill:#818b98;fill-opacity:.22}"
            + ".done{fill:#1a7f37}.open{stroke:#59636e;fill:#fff}.missing{stroke:#a40e26;stroke-width:2.4}"
            + ".small{font-size:11px;fill:#59636e}.title{font-weight:600}"
            + ".good{font-size:11px;fill:#1a7f37}.bad{font-size:11px;fill:#a40e26;font-weight:600}"
            // A halo, so that words can be read where arrows cross them.
            + ".small,.good,.bad{stroke:#fff;stroke-width:3;paint-order:stroke;stroke-linejoin:round}"
            + ".mark{stroke:#a40e26;stroke-width:1.6;stroke-dasharray:6 3}";

    private static final List<Event.Kind> DOWN = List.of(Event.Kind.CRASH, Event.Kind.STOP);

    /** More would be neither readable nor small. */
    private static final int MOST_EVENTS = 2_000;

    private static final int MOST_SENTENCES = 40;
    private static final int LAST_SENTENCES = 5;

    private static final int LETTERS_A_LINE = 135;
    private static final double LETTER = 6.6;

    private final String title;
    private final Optional<Violation> violation;
    private final Lanes lanes;
    private final Legend legend = new Legend();
    private final Svg svg = new Svg(Lanes.WIDTH, MessageArrows.STYLE + NodeBars.STYLE + STYLE);
    private final List<String> text = new ArrayList<>();

    private Swimlane(Cast cast, String subtitle, List<Event> events, Optional<Violation> violation) {
        boolean all = events.size() <= MOST_EVENTS;
        String whole = cast.title() + (subtitle.isEmpty() ? "" : ": " + subtitle);
        this.title = all ? whole : whole + " (the first " + MOST_EVENTS + " of " + events.size() + " events)";
        this.violation = violation;
        this.lanes = new Lanes(cast, all ? events : events.subList(0, MOST_EVENTS));
    }

    /** The picture of a run, simulated or repeated. */
    public static Picture of(ReplicaRun run) {
        return new Swimlane(Cast.TWO_NODES, run.title(), run.events(), run.violation()).draw();
    }

    /**
     * Runs a replica in the simulator and draws what happens: {@code Swimlane.of(AsyncReplica::new, "crashes:0.7crash")}.
     *
     * @param replicas makes a new one
     * @param schedule what goes wrong, as a failed check gives it
     */
    public static Picture of(Supplier<? extends Node> replicas, String schedule) {
        return of(ReplicaRun.replay(replicas, schedule));
    }

    /**
     * The picture of a run that a check found, with its schedule. Which rule was broken, if one was, is in the picture, but
     * not in its text: the check's message says that already.
     */
    public static Picture of(Run run) {
        return new Swimlane(Cast.TWO_NODES, run.schedule().toString(), run.events(), run.explained()).draw(false);
    }

    /** The picture of an event log. */
    public static Picture of(List<Event> events) {
        return of(events, Optional.empty());
    }

    /** The picture of an event log, with the rule that was broken in it. */
    public static Picture of(List<Event> events, Optional<Violation> violation) {
        return new Swimlane(Cast.TWO_NODES, "", List.copyOf(events), violation).draw();
    }

    /** The picture of what became of a data store, as far as it has come. */
    public static Picture of(DataStore store) {
        List<String> replicas = IntStream.range(0, store.replicas())
                .mapToObj(replica -> ReplicaNames.of(replica, store.replicas()))
                .toList();
        Cast cast = new Cast("A writer, a reader and " + store.title(), replicas, List.of("writer", "reader"));
        return new Swimlane(cast, "", store.events(), Optional.empty()).draw();
    }

    private Picture draw() {
        return draw(true);
    }

    /** @param saysRule whether the text says which rule was broken */
    private Picture draw(boolean saysRule) {
        svg.text("title", 16, 26, title);
        axis();
        if (lanes.nodes() == 2) {
            cuts();
        }
        new MessageArrows(lanes, svg, legend).draw();
        lanes();
        new NodeBars(lanes, svg, legend, text).draw();
        if (violation.isPresent()) {
            text.addAll(Mishaps.of(lanes.events(), lanes::name));
        }
        operations();
        double top = lanes.bottom() + 20;
        double height = top + legend.draw(svg, top) + 2;
        for (String line : broken()) {
            svg.text("bad", 16, height + 4, line);
            height += 17;
        }
        if (saysRule) {
            violation.ifPresent(broken -> text.add(broken.text()));
        }
        return svg.picture(height, told());
    }

    /** The sentences of the text; of very many the first and the last. */
    private String told() {
        int left = text.size() - MOST_SENTENCES;
        if (left <= 0) {
            return String.join(" ", text);
        }
        List<String> some = new ArrayList<>(text.subList(0, MOST_SENTENCES - LAST_SENTENCES));
        some.add("(" + left + " more things happen.)");
        some.addAll(text.subList(text.size() - LAST_SENTENCES, text.size()));
        return String.join(" ", some);
    }

    private void axis() {
        long step = lanes.end() < 300 * Lanes.MS
                ? Math.max(1, lanes.end() / (60 * Lanes.MS)) * 10 * Lanes.MS
                : Math.max(1, Math.round(lanes.end() / (900.0 * Lanes.MS))) * 100 * Lanes.MS;
        for (long time = 0; time <= lanes.end(); time += step) {
            svg.line("grid", lanes.x(time), Lanes.TOP, lanes.x(time), lanes.bottom() - 18);
            svg.text("small middle", lanes.x(time), lanes.bottom() - 4, String.valueOf(time / Lanes.MS));
        }
        svg.text("small end", Lanes.LEFT - 10, lanes.bottom() - 4, "time in ms");
    }

    private void lanes() {
        for (int client : lanes.clients()) {
            svg.text("end", Lanes.LEFT - 10, lanes.y(client) + 4, lanes.name(client));
            svg.line("lane", Lanes.LEFT, lanes.y(client), Lanes.RIGHT, lanes.y(client));
        }
        for (int node = 0; node < lanes.nodes(); node++) {
            svg.text("title end", Lanes.LEFT - 10, lanes.y(node) + 4, lanes.name(node));
            svg.line("gone", Lanes.LEFT, lanes.y(node), Lanes.RIGHT, lanes.y(node));
            for (Stretch up : lanes.stretches(Event.Kind.START, node, -1, DOWN)) {
                svg.line("lane", lanes.x(up.from()), lanes.y(node), lanes.x(up.to()), lanes.y(node));
            }
        }
    }

    private void cuts() {
        List<Stretch> down = cuts(0);
        List<Stretch> up = cuts(1);
        List<Stretch> both = down.stream()
                .filter(cut -> up.stream().anyMatch(other -> other.from() == cut.from() && other.to() == cut.to()))
                .toList();
        both.forEach(cut -> cut(cut, 0, "cut both ways"));
        down.stream().filter(cut -> !both.contains(cut)).forEach(cut -> cut(cut, 0, "nothing gets from 0 to 1"));
        up.stream()
                .filter(cut -> both.stream().noneMatch(other -> other.from() == cut.from() && other.to() == cut.to()))
                .forEach(cut -> cut(cut, 1, "nothing gets from 1 to 0"));
    }

    private List<Stretch> cuts(int from) {
        return lanes.stretches(Event.Kind.CUT, from, 1 - from, List.of(Event.Kind.HEAL));
    }

    private void cut(Stretch cut, int line, String words) {
        double x = lanes.x(cut.from());
        double top = lanes.y(0) + Lanes.BAR / 2 + 6;
        svg.rect("cut", x, top, lanes.x(cut.to()) - x, lanes.y(1) - lanes.y(0) - Lanes.BAR - 12);
        svg.text("small", Math.min(x + 5, Lanes.RIGHT - 130), top + 13 + 14 * line, words);
        legend.needs(Legend.Item.CUT);
    }

    private void operations() {
        List<Operation> all = Operation.all(lanes.events());
        for (int client : lanes.clients()) {
            double free = Lanes.LEFT - 40;
            for (Operation operation : all) {
                if (operation.client() == client) {
                    free = operation(operation, free);
                }
            }
        }
        String acknowledged = Operation.acknowledged(lanes.events()).stream()
                .map(append -> append.entry() + " by " + lanes.name(append.node()) + (append.lost() ? " (lost)" : ""))
                .collect(Collectors.joining(", "));
        text.add("Acknowledged: " + (acknowledged.isEmpty() ? "nothing" : acknowledged) + ".");
    }

    /** Draws an operation whose label may begin at {@code free}, and returns where the next one's may. */
    private double operation(Operation operation, double free) {
        double y = lanes.y(operation.client());
        svg.circle("open", lanes.x(operation.begun()), y, 3);
        legend.needs(Legend.Item.OPERATION);
        if (operation.done() < 0) {
            return free;
        }
        double x = lanes.x(operation.done());
        if (operation.lost()) {
            svg.cross("missing", x, y, 4);
            legend.needs(Legend.Item.MISSING);
        } else {
            svg.circle("done", x, y, 4);
        }
        String name = operation.append() ? operation.entry() : "read";
        String label = !operation.append() ? name : (operation.lost() ? "✗ " : "✓ ") + name;
        for (String attempt : List.of(label, name)) {
            double half = LETTER * attempt.length() / 2;
            if (x - half >= free) {
                svg.text((operation.lost() ? "bad" : "good") + " middle", x, y - 8, attempt);
                return x + half + 3;
            }
        }
        return free;
    }

    /** The rule that was broken, in lines. */
    private List<String> broken() {
        if (violation.isEmpty()) {
            return List.of();
        }
        Violation broken = violation.get();
        if (broken.event() >= 0 && broken.event() < lanes.events().size()) {
            double x = lanes.x(lanes.events().get(broken.event()).time());
            svg.line("mark", x, Lanes.TOP, x, lanes.bottom() - 18);
        }
        List<String> lines = new ArrayList<>(List.of("✗"));
        for (String word : broken.text().split(" ", -1)) {
            int last = lines.size() - 1;
            if (lines.get(last).length() + word.length() < LETTERS_A_LINE) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }
}
