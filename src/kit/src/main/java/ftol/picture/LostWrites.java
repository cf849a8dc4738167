package ftol.picture;

import ftol.failover.ReplicaRun;
import ftol.failover.check.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * What was acknowledged in runs, one row each: a box for each entry, in the order of the acknowledgements. What was lost is
 * red and has a cross.
 */
public final class LostWrites {
    private static final double WIDTH = 900;
    private static final double LEFT = 16;
    private static final double BOX = 18;
    private static final double ROW = 58;
    private static final double TOP = 74;

    private static final String STYLE = ".title{font-weight:600}.small{font-size:11px;fill:#59636e}"
            + ".kept{fill:#d3f5c9;stroke:#1a7f37}.after{fill:#fff;stroke:#57606a}"
            + ".lost{fill:#ffcecb;stroke:#a40e26}.cross{stroke:#a40e26;stroke-width:1.8}";

    private final Svg svg = new Svg(WIDTH, STYLE);
    private final List<String> text = new ArrayList<>();

    private LostWrites() {}

    /** The picture of these runs. */
    public static Picture of(ReplicaRun... runs) {
        return new LostWrites().draw(List.of(runs));
    }

    private Picture draw(List<ReplicaRun> runs) {
        svg.text("title", LEFT, 26, "What was acknowledged, in order");
        legend();
        int most =
                runs.stream().mapToInt(run -> run.acknowledged().size()).max().orElse(0);
        double step = Math.min(BOX, (WIDTH - 2 * LEFT) / Math.max(1, most));
        double y = TOP;
        for (ReplicaRun run : runs) {
            row(run, y, step);
            y += ROW;
        }
        return svg.picture(y - 6, String.join(" ", text));
    }

    private void legend() {
        svg.rect("kept", LEFT, 38, 12, 12).text("small", LEFT + 18, 48, "by node 0, kept");
        box(LEFT + 130, 38, 12, "lost");
        svg.text("small", LEFT + 148, 48, "lost");
        svg.rect("after", LEFT + 200, 38, 12, 12).text("small", LEFT + 218, 48, "by node 1, kept");
    }

    private void row(ReplicaRun run, double y, double step) {
        List<Operation> appends = Operation.acknowledged(run.events());
        long lost = appends.stream().filter(Operation::lost).count();
        String words = run.title() + ": " + lost + " of " + appends.size() + " lost";
        svg.text("", LEFT, y + 12, words);
        for (int i = 0; i < appends.size(); i++) {
            Operation append = appends.get(i);
            box(LEFT + i * step, y + 20, step - 2, append.lost() ? "lost" : append.node() == 0 ? "kept" : "after");
        }
        String which = run.lost().isEmpty() ? "" : " (" + String.join(", ", run.lost()) + ")";
        text.add(words + which + ".");
    }

    private void box(double x, double y, double width, String css) {
        double height = Math.min(width, BOX - 2);
        svg.rect(css, x, y, width, height);
        if (css.equals("lost")) {
            svg.cross("cross", x + width / 2, y + height / 2, Math.min(4, width / 3));
        }
    }
}
