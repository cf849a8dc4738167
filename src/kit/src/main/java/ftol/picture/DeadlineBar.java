package ftol.picture;

import ftol.failover.FailureDetector;
import ftol.failover.HeartbeatRun;
import ftol.failover.HeartbeatRun.Heartbeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The deadline bar of part 1a: the heartbeats of a run, and beneath them how much time a detector leaves the primary until
 * it suspects it. The bar is the detector's own: it is found out by asking it.
 */
public final class DeadlineBar {
    private static final long MS = 1_000_000;

    private static final double WIDTH = 900;
    private static final double LEFT = 104;
    private static final double RIGHT = 876;
    private static final double PRIMARY = 74;
    private static final double SECONDARY = 164;
    private static final double BAR_TOP = 216;
    private static final double BAR_BOTTOM = 306;

    private static final String STYLE =
            ".lane{stroke:#1f2328;stroke-width:1.5}.gone{stroke:#1f2328;stroke-dasharray:2 6}"
                    + ".beat{stroke:#0969da;stroke-width:1.6}.stale{stroke:#8250df;stroke-width:1.6;stroke-dasharray:5 4}"
                    + ".head{stroke:#0969da;stroke-width:1.6}.stalehead{stroke:#8250df;stroke-width:1.6}"
                    + ".lost{stroke:#bc4c00;stroke-width:1.6}.cross{stroke:#bc4c00;stroke-width:2.6}"
                    + ".stop{stroke:#1f2328;stroke-width:3}.bar{fill:#ddf4ff;stroke:#0969da;stroke-width:1.5}"
                    + ".grid{stroke:#d1d9e0}.hatch{fill:url(#hatch);stroke:#cf222e;stroke-width:1.5}"
                    + ".label{fill:#fff}.small{font-size:11px;fill:#59636e}.title{font-weight:600}"
                    + ".suspect{fill:#a40e26;font-weight:600}";

    /** After an event, until the next one: when the detector would begin to suspect. */
    private record Stretch(long from, long to, long deadline) {}

    /** A time during which the primary is suspected. */
    private record Suspicion(long from, long to) {}

    private final HeartbeatRun run;
    private final List<Stretch> stretches;
    private final List<Suspicion> suspicions;
    private final double bottom;
    private final Svg svg;

    private DeadlineBar(HeartbeatRun run, List<Stretch> stretches) {
        this.run = run;
        this.stretches = stretches;
        this.suspicions = suspicions(stretches);
        this.bottom = stretches.isEmpty() ? SECONDARY + 26 : BAR_BOTTOM;
        this.svg = new Svg(WIDTH, bottom + (stretches.isEmpty() ? 40 : 66), STYLE);
    }

    /**
     * The picture of a run as this detector sees it.
     *
     * @param detectors makes a new detector each time: {@code TimeoutDetector::new}
     */
    public static Picture of(Supplier<? extends FailureDetector> detectors, HeartbeatRun run) {
        return new DeadlineBar(run, stretches(detectors, run)).draw();
    }

    /** The heartbeats alone, before there is a detector. */
    public static Picture of(HeartbeatRun run) {
        return new DeadlineBar(run, List.of()).draw();
    }

    private static List<Stretch> stretches(Supplier<? extends FailureDetector> detectors, HeartbeatRun run) {
        List<HeartbeatRun.Event> events = run.events();
        List<Stretch> stretches = new ArrayList<>();
        for (int told = 1; told <= events.size(); told++) {
            long from = events.get(told - 1).time();
            long to = told < events.size() ? events.get(told).time() : run.end();
            stretches.add(new Stretch(from, to, deadline(detectors, run, told, from)));
        }
        return stretches;
    }

    /** The first time at which the detector suspects if nothing more arrives; Long.MAX_VALUE if it never does. */
    private static long deadline(Supplier<? extends FailureDetector> detectors, HeartbeatRun run, int told, long from) {
        long trusted = from - 1;
        long suspected = run.end() + 2 * run.timeout();
        if (!run.suspects(detectors, told, suspected)) {
            return Long.MAX_VALUE;
        }
        while (suspected - trusted > 1) {
            long middle = trusted + (suspected - trusted) / 2;
            if (run.suspects(detectors, told, middle)) {
                suspected = middle;
            } else {
                trusted = middle;
            }
        }
        return suspected;
    }

    private static List<Suspicion> suspicions(List<Stretch> stretches) {
        List<Suspicion> suspicions = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (stretch.deadline() >= stretch.to()) {
                continue;
            }
            int last = suspicions.size() - 1;
            if (last >= 0 && suspicions.get(last).to() == stretch.deadline()) {
                suspicions.set(last, new Suspicion(suspicions.get(last).from(), stretch.to()));
            } else {
                suspicions.add(new Suspicion(stretch.deadline(), stretch.to()));
            }
        }
        return suspicions;
    }

    private Picture draw() {
        svg.text("title", 16, 26, "A heartbeat every " + ms(run.interval()) + ", a timeout of " + ms(run.timeout()));
        drawAxis();
        drawLanes();
        run.heartbeats().forEach(this::drawHeartbeat);
        run.stopNotice().ifPresent(this::drawStopNotice);
        if (!stretches.isEmpty()) {
            drawBar();
        }
        suspicions.forEach(this::drawSuspicion);
        return svg.picture(text());
    }

    private void drawAxis() {
        double below = stretches.isEmpty() ? bottom + 22 : bottom + 52;
        long step = Math.max(1, Math.round(run.end() / (900.0 * MS))) * 100 * MS;
        for (long time = 0; time <= run.end(); time += step) {
            svg.line("grid", x(time), PRIMARY, x(time), bottom + 5);
            svg.text("small middle", x(time), below, number(time));
        }
        svg.text("small end", LEFT - 12, below, "time in ms");
    }

    private void drawLanes() {
        long alive = Math.min(run.stopNotice().orElse(run.end()), run.crash().orElse(run.end()));
        svg.text("end", LEFT - 12, PRIMARY + 4, "primary");
        svg.text("end", LEFT - 12, SECONDARY + 4, "secondary");
        svg.line("lane", LEFT, PRIMARY, x(alive), PRIMARY);
        svg.line("gone", x(alive), PRIMARY, RIGHT, PRIMARY);
        svg.line("lane", LEFT, SECONDARY, RIGHT, SECONDARY);
        run.crash().ifPresent(time -> svg.cross("cross", x(time), PRIMARY, 7)
                .text("", x(time) + 10, PRIMARY - 9, "crash"));
    }

    private void drawHeartbeat(Heartbeat heartbeat) {
        double fromX = x(heartbeat.sent());
        svg.text("small middle", fromX, PRIMARY - 9, String.valueOf(heartbeat.sequence()));
        if (heartbeat.arrival().isEmpty()) {
            double toY = PRIMARY + 0.5 * (SECONDARY - PRIMARY);
            double toX = fromX + 0.5 * (x(HeartbeatRun.USUAL_DELAY) - x(0));
            svg.line("lost", fromX, PRIMARY, toX, toY).cross("cross", toX, toY + 4, 5);
            return;
        }
        boolean stale = run.overtaken(heartbeat);
        double toX = Math.min(x(heartbeat.arrival().getAsLong()), RIGHT + 12);
        svg.line(stale ? "stale" : "beat", fromX, PRIMARY, toX, SECONDARY - 1);
        svg.arrowHead(stale ? "stalehead" : "head", fromX, PRIMARY, toX, SECONDARY - 1);
        if (stale) {
            svg.text("small middle", toX, SECONDARY + 17, heartbeat.sequence() + " is stale");
        } else if (heartbeat.arrival().getAsLong() - heartbeat.sent() > run.interval()) {
            svg.text("small middle", toX, SECONDARY + 17, heartbeat.sequence() + " is late");
        }
    }

    private void drawStopNotice(long sent) {
        double toX = x(sent + HeartbeatRun.USUAL_DELAY);
        svg.line("stop", x(sent), PRIMARY, toX, SECONDARY - 2);
        svg.arrowHead("stop", x(sent), PRIMARY, toX, SECONDARY - 2);
        svg.text("", x(sent) + 8, PRIMARY - 9, "stop notice");
    }

    private void drawBar() {
        svg.text("end", LEFT - 12, BAR_TOP + 4, ms(top()));
        svg.text("small end", LEFT - 12, (BAR_TOP + BAR_BOTTOM) / 2 + 4, "time left");
        svg.text("end", LEFT - 12, BAR_BOTTOM + 4, "0");
        svg.line("grid", LEFT, BAR_TOP, RIGHT, BAR_TOP);
        String d = stretches.stream()
                .map(stretch -> {
                    long zero = Math.max(stretch.from(), Math.min(stretch.deadline(), stretch.to()));
                    return "L" + Svg.xy(x(stretch.from()), y(left(stretch, stretch.from()))) + "L"
                            + Svg.xy(x(zero), y(left(stretch, zero))) + "L"
                            + Svg.xy(x(stretch.to()), y(left(stretch, stretch.to())));
                })
                .collect(Collectors.joining());
        svg.path("bar", "M" + Svg.xy(LEFT, BAR_BOTTOM) + d + "L" + Svg.xy(RIGHT, BAR_BOTTOM) + "Z");
        if (stretches.stream().anyMatch(stretch -> stretch.deadline() == Long.MAX_VALUE)) {
            svg.text("suspect middle", (LEFT + RIGHT) / 2, BAR_TOP + 20, "without another event, never suspected");
        }
    }

    private void drawSuspicion(Suspicion suspicion) {
        double from = x(suspicion.from());
        double to = x(suspicion.to());
        svg.rect("hatch", from, BAR_TOP - 8, to - from, BAR_BOTTOM - BAR_TOP + 8);
        double middle = Math.min(Math.max((from + to) / 2, LEFT + 40), RIGHT - 44);
        svg.text("suspect middle", middle, BAR_BOTTOM + 18, "suspected");
        svg.text(
                "small middle",
                middle,
                BAR_BOTTOM + 33,
                suspicion.to() == run.end()
                        ? "from " + number(suspicion.from())
                        : number(suspicion.from()) + "–" + number(suspicion.to()));
    }

    private String text() {
        String lost = run.heartbeats().stream()
                .filter(heartbeat -> heartbeat.arrival().isEmpty())
                .map(heartbeat -> String.valueOf(heartbeat.sequence()))
                .collect(Collectors.joining(", "));
        String stale = run.heartbeats().stream()
                .filter(run::overtaken)
                .map(heartbeat ->
                        heartbeat.sequence() + " at " + ms(heartbeat.arrival().getAsLong()))
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder(
                "A heartbeat every " + ms(run.interval()) + ", a timeout of " + ms(run.timeout()) + ".");
        if (!lost.isEmpty()) {
            text.append(" Lost: ").append(lost).append('.');
        }
        if (!stale.isEmpty()) {
            text.append(" Overtaken by later ones: ").append(stale).append('.');
        }
        run.stopNotice()
                .ifPresent(time ->
                        text.append(" The primary says at ").append(ms(time)).append(" that it stops."));
        run.crash()
                .ifPresent(time ->
                        text.append(" The primary crashes at ").append(ms(time)).append('.'));
        if (stretches.isEmpty()) {
            return text.toString();
        }
        String suspects = suspicions.stream()
                .map(suspicion -> "from " + ms(suspicion.from()) + " to "
                        + (suspicion.to() == run.end() ? "the end of the run, " : "") + ms(suspicion.to()))
                .collect(Collectors.joining(" and "));
        return text.append(" The detector ")
                .append(suspects.isEmpty() ? "never suspects the primary" : "suspects the primary " + suspects)
                .append('.')
                .toString();
    }

    private double x(long time) {
        return LEFT + (RIGHT - LEFT) * time / run.end();
    }

    private double y(long left) {
        return BAR_BOTTOM - (BAR_BOTTOM - BAR_TOP) * Math.min(left, top()) / top();
    }

    private static long left(Stretch stretch, long time) {
        return stretch.deadline() == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, stretch.deadline() - time);
    }

    /** What the full height of the bar stands for: the timeout, or more if the detector is more patient than that. */
    private long top() {
        return stretches.stream()
                .filter(stretch -> stretch.deadline() != Long.MAX_VALUE)
                .mapToLong(stretch -> stretch.deadline() - stretch.from())
                .reduce(run.timeout(), Math::max);
    }

    /** To the nearest millisecond: whether it is suspected at exactly the timeout or just after must not show. */
    private static String number(long time) {
        return String.format(Locale.ROOT, "%,d", Math.round((double) time / MS));
    }

    private static String ms(long time) {
        return number(time) + " ms";
    }
}
