package ftol.picture;

import ftol.failover.Event;
import ftol.failover.ReplicaRun;
import ftol.failover.check.Operation;
import ftol.failover.check.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long clients waited for their answers over the time of a run, simulated or real, and beneath it the outage after the
 * first failure of the primary, split into what it was spent on.
 */
public final class Latency {
    private static final double MS = 1e6;
    private static final double LEFT = 84;
    private static final double RIGHT = 876;
    private static final double TOP = 84;
    private static final double BOTTOM = 234;
    private static final double BAND = 268;
    private static final double LETTER = 6.2;

    private static final String STYLE = ".grid{stroke:#d1d9e0}.axis{stroke:#57606a}.title{font-weight:600}"
            + ".small{font-size:11px;fill:#59636e;stroke:#fff;stroke-width:3;paint-order:stroke}"
            + ".stem{stroke:#8c959f;stroke-width:1.2}.n0{fill:#0969da}.n1{fill:#bc4c00}"
            + ".open{stroke:#a40e26;stroke-width:1.6;fill:#fff}"
            + ".s0{fill:#ffcecb;stroke:#a40e26}.s1{fill:#fff1cc;stroke:#9a6700}.s2{fill:#ecd8ff;stroke:#8250df}"
            + ".s3{fill:#d3f5c9;stroke:#1a7f37}.mark{stroke:#a40e26;stroke-width:1.4;stroke-dasharray:6 3}";

    /** A piece of the outage. */
    private record Piece(String name, long from, long to) {}

    private final String title;
    private final List<Operation> operations;
    private final Optional<Outage> outage;
    private final long end;
    private final Axis axis;
    private final Svg svg = new Svg(900, STYLE);

    private Latency(String title, List<Event> events) {
        this.title = title;
        this.operations = Operation.all(events);
        this.outage = Outage.of(events);
        this.end =
                Math.max(1, events.isEmpty() ? 1 : events.get(events.size() - 1).time());
        double most = operations.stream().mapToDouble(this::waited).max().orElse(1);
        this.axis = Axis.over(0, Math.max(1, most), false);
    }

    /** The picture of a run. */
    public static Picture of(ReplicaRun run) {
        return new Latency("How long clients waited: " + run.title(), run.events()).draw();
    }

    /** The picture of an event log. */
    public static Picture of(List<Event> events) {
        return new Latency("How long clients waited", List.copyOf(events)).draw();
    }

    private Picture draw() {
        svg.text("title", 16, 26, title);
        axes();
        outage.ifPresent(found -> svg.line("mark", x(found.failed()), TOP - 6, x(found.failed()), BAND + 22));
        operations.forEach(this::operation);
        String text = summary();
        svg.text("small", 16, 46, text);
        double height = BAND + 10;
        if (outage.isPresent()) {
            String split = band(outage.get());
            svg.text("", LEFT, BAND + 44, split);
            text += " " + split;
            height = BAND + 62;
        }
        return svg.picture(height, text);
    }

    private void axes() {
        for (double tick : axis.ticks()) {
            double y = y(tick);
            svg.line(tick == 0 ? "axis" : "grid", LEFT, y, RIGHT, y);
            svg.text("small end", LEFT - 8, y + 4, Axis.label(tick, false));
        }
        svg.text("small end", LEFT - 8, TOP - 14, "waited ms");
        long step = (long) (Math.max(1, Math.round(end / (900 * MS))) * 100 * MS);
        for (long time = 0; time <= end; time += step) {
            svg.line("grid", x(time), BOTTOM, x(time), BOTTOM + 5);
            svg.text("small middle", x(time), BOTTOM + 18, String.valueOf(Math.round(time / MS)));
        }
        svg.text("small end", LEFT - 14, BOTTOM + 18, "asked at ms");
        svg.circle("n0", RIGHT - 190, 42, 4).text("small", RIGHT - 180, 46, "node 0");
        svg.rect("n1", RIGHT - 130, 38, 8, 8).text("small", RIGHT - 116, 46, "node 1");
        triangle(RIGHT - 60, 42);
        svg.text("small", RIGHT - 50, 46, "no answer");
    }

    private void operation(Operation operation) {
        double x = x(operation.begun());
        double y = y(waited(operation));
        svg.line("stem", x, BOTTOM, x, y);
        if (operation.done() < 0) {
            triangle(x, y);
        } else if (operation.node() == 0) {
            svg.circle("n0", x, y, 4);
        } else {
            svg.rect("n1", x - 4, y - 4, 8, 8);
        }
    }

    private void triangle(double x, double y) {
        svg.path("open", "M" + Svg.xy(x - 5, y + 4) + "L" + Svg.xy(x, y - 5) + "L" + Svg.xy(x + 5, y + 4) + "Z");
    }

    /** Draws the outage, and returns it in words. */
    private String band(Outage found) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece("detect", found.failed(), found.takenOver()));
        pieces.add(new Piece("redirect", found.takenOver(), found.asked()));
        pieces.add(new Piece("promote", found.asked(), found.answered()));
        pieces.add(new Piece("answer", found.answered(), found.done()));
        svg.text("small end", LEFT - 8, BAND + 14, "outage");
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            double width = x(piece.to()) - x(piece.from());
            svg.rect("s" + i, x(piece.from()), BAND, width, 20);
            if (width > LETTER * piece.name().length() + 6) {
                svg.text("middle", x(piece.from()) + width / 2, BAND + 14.5, piece.name());
            }
            words.append(i == 0 ? "" : " + ")
                    .append(piece.name())
                    .append(' ')
                    .append(ms((double) piece.to() - piece.from()));
        }
        String cause =
                switch (found.cause().kind()) {
                    case CRASH -> "After the crash";
                    case STOP -> "After the stop";
                    case PAUSE -> "After the freeze";
                    default -> "After the cut";
                };
        return cause + " the new primary's first answer took " + ms((double) found.done() - found.failed()) + " ms: "
                + words + ".";
    }

    private String summary() {
        double[] waited = operations.stream()
                .filter(operation -> operation.done() >= 0)
                .mapToDouble(this::waited)
                .sorted()
                .toArray();
        int open = operations.size() - waited.length;
        return waited.length + " answers"
                + (waited.length == 0
                        ? ""
                        : ", half of them within " + ms(waited[(waited.length - 1) / 2] * MS)
                                + " ms, the slowest after " + ms(waited[waited.length - 1] * MS) + " ms")
                + (open == 0 ? "." : "; " + open + " without an answer.");
    }

    /** In milliseconds; until the end of the run if there was no answer. */
    private double waited(Operation operation) {
        return ((operation.done() < 0 ? end : operation.done()) - operation.begun()) / MS;
    }

    private double x(long time) {
        return LEFT + (RIGHT - LEFT) * time / end;
    }

    private double y(double ms) {
        return BOTTOM - (BOTTOM - TOP) * axis.share(ms);
    }

    /** Whole milliseconds, or tenths where that would be too coarse. */
    private static String ms(double nanos) {
        double ms = nanos / MS;
        return ms >= 9.95 ? String.valueOf(Math.round(ms)) : Axis.label(Math.round(10 * ms) / 10.0, false);
    }
}
