package ftol.picture;

import ftol.failover.DatagramTraffic.Item;
import ftol.failover.DatagramTraffic.Kind;
import ftol.failover.DatagramTrial;
import ftol.failover.DatagramTrial.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of part 1b: the datagrams that were sent to the secondary, in order, and what its class made of each. There are
 * no times in it, so that it is the same whenever it is drawn.
 */
public final class DatagramLanes {
    private static final double WIDTH = 900;
    private static final double LEFT = 96;
    private static final double WIDEST = 70;
    private static final double STRANGER = 66;
    private static final double PRIMARY = 112;
    private static final double SECONDARY = 206;

    private static final String STYLE = ".lane{stroke:#1f2328;stroke-width:1.5}.beat{stroke:#0969da;stroke-width:1.8}"
            + ".ignored{stroke:#8250df;stroke-width:1.4;stroke-dasharray:5 4}"
            + ".lost{stroke:#bc4c00;stroke-width:1.6}.cross{stroke:#bc4c00;stroke-width:2.4}"
            + ".stop{stroke:#8250df;stroke-width:2}.wrong{stroke:#cf222e;stroke-width:2.4}"
            + ".box{fill:#ffebe9;stroke:#cf222e}"
            + ".small{font-size:11px;fill:#59636e}.good{font-size:11px;fill:#1a7f37;font-weight:600}"
            + ".bad{font-size:11px;fill:#a40e26;font-weight:600}.title{font-weight:600}";

    private final DatagramTrial trial;
    private final double step;
    private final Svg svg;
    private final List<String> accepted = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private DatagramLanes(DatagramTrial trial) {
        this.trial = trial;
        this.step =
                Math.min(WIDEST, (WIDTH - LEFT - 10) / trial.traffic().items().size());
        this.svg = new Svg(WIDTH, SECONDARY + 110, STYLE);
    }

    /** The picture of what a class made of the traffic. */
    public static Picture of(DatagramTrial trial) {
        return new DatagramLanes(trial).draw();
    }

    private Picture draw() {
        svg.text("title", 16, 26, "What your class accepted, and what it ignored");
        lane("stranger", STRANGER);
        lane("primary", PRIMARY);
        lane("secondary", SECONDARY);
        for (int i = 0; i < trial.verdicts().size(); i++) {
            draw(i);
        }
        legend();
        return svg.picture(text());
    }

    private void lane(String name, double y) {
        svg.text("end", LEFT - 12, y + 4, name).line("lane", LEFT, y, WIDTH - 10, y);
    }

    private void draw(int index) {
        Item item = trial.traffic().items().get(index);
        Verdict verdict = trial.verdicts().get(index);
        double x = LEFT + step * (index + 0.3);
        double to = x + 0.35 * step;
        double from = item.kind() == Kind.FROM_STRANGER ? STRANGER : PRIMARY;
        if (!verdict.right()) {
            svg.rect("box", to - 0.48 * step, SECONDARY + 3, 0.96 * step, 58);
        }
        if (item.kind() == Kind.LOST) {
            double middle = (PRIMARY + SECONDARY) / 2;
            svg.line("lost", x, PRIMARY, (x + to) / 2, middle).cross("cross", (x + to) / 2, middle, 5);
        } else if (item.kind() == Kind.FLOOD) {
            for (int i = -1; i <= 2; i++) {
                double aside = i * step / 5;
                ignored(x + aside, from, to + aside);
            }
        } else if (verdict == Verdict.ACCEPTED || verdict == Verdict.WRONGLY_ACCEPTED) {
            svg.line("beat", x, from, to, SECONDARY - 2).arrowHead("beat", x, from, to, SECONDARY - 2);
        } else {
            ignored(x, from, to);
        }
        if (restarted(item)) {
            svg.text("small middle", x, PRIMARY - 8, "restart").line("lane", x, PRIMARY - 5, x, PRIMARY + 5);
        }
        labels(item, verdict, to);
        collect(item, verdict);
    }

    private void ignored(double x, double from, double to) {
        double y = SECONDARY - 16;
        double end = x + (to - x) * (y - from) / (SECONDARY - from);
        svg.line("ignored", x, from, end, y).line("stop", end - 6, y, end + 6, y);
    }

    private static boolean restarted(Item item) {
        return item.kind() == Kind.HEARTBEAT
                && item.heartbeat()
                        .filter(first -> first.sequence() == 1 && first.incarnation() > 1)
                        .isPresent();
    }

    /** Beneath the lane: its numbers, what is special about it, and what became of it. */
    private void labels(Item item, Verdict verdict, double x) {
        String css = verdict == Verdict.ACCEPTED ? "good middle" : "small middle";
        svg.text(css, x, SECONDARY + 16, item.numbers().replace(" ", ""));
        svg.text("small middle", x, SECONDARY + 29, item.kind() == Kind.FLOOD ? "a flood" : item.note());
        if (verdict == Verdict.ACCEPTED) {
            svg.text("good middle", x, SECONDARY + 29, "✓");
        } else if (!verdict.right()) {
            svg.text("bad middle", x, SECONDARY + 43, "✗");
            svg.text("bad middle", x, SECONDARY + 56, verdict.word());
        }
    }

    private void collect(Item item, Verdict verdict) {
        String name = (item.numbers() + " " + item.note()).strip();
        if (!verdict.right()) {
            wrong.add(name + " " + verdict.sentence());
        } else if (verdict == Verdict.ACCEPTED) {
            accepted.add(name);
        } else {
            ignored.add(name);
        }
    }

    private void legend() {
        double y = SECONDARY + 92;
        svg.line("beat", LEFT, y - 4, LEFT + 26, y - 4).text("small", LEFT + 32, y, "accepted: receive returned it");
        svg.line("ignored", LEFT + 210, y - 4, LEFT + 236, y - 4)
                .line("stop", LEFT + 240, y - 10, LEFT + 240, y + 2)
                .text("small", LEFT + 250, y, "ignored");
        svg.line("lost", LEFT + 320, y - 4, LEFT + 340, y - 4)
                .cross("cross", LEFT + 344, y - 4, 4)
                .text("small", LEFT + 356, y, "lost on the way");
        svg.rect("box", LEFT + 470, y - 12, 26, 14).text("small", LEFT + 502, y, "✗ a mistake");
        svg.text("small", LEFT + 600, y, "(incarnation, sequence number)");
    }

    private String text() {
        StringBuilder text =
                new StringBuilder("Accepted: ").append(list(accepted)).append(". Ignored or lost: ");
        text.append(list(ignored)).append('.');
        if (!wrong.isEmpty()) {
            text.append(" Mistakes: ").append(list(wrong)).append('.');
        }
        return text.toString();
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }
}
