package ftol.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The worst case of parts 2a and 2c: a write quorum and a read quorum that share as few replicas as two quorums of their
 * sizes can.
 */
public final class QuorumOverlap {
    private static final double WIDTH = 900;
    private static final double PANEL = 196;
    private static final double LEFT = 40;
    private static final int MOST = 60;

    private static final String STYLE =
            ".new{fill:#0969da;stroke:#0969da;stroke-width:2}.old{fill:#fff;stroke:#59636e;stroke-width:2}"
                    + ".both{stroke:#1f2328;stroke-width:2;stroke-dasharray:3 3}"
                    + ".value{font-size:12px;text-anchor:middle}.on{fill:#fff;font-weight:600}"
                    + ".write{stroke:#0969da;stroke-width:2}.read{stroke:#bc4c00;stroke-width:2}"
                    + ".title{font-weight:600}.good{fill:#1a7f37;font-weight:600}.bad{fill:#a40e26;font-weight:600}";

    private QuorumOverlap() {}

    /**
     * One panel for each quorum size, one below the other.
     *
     * @param n the number of replicas, from 1 to 60
     * @param sizes quorum sizes, each from 0 to n
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Picture of(int n, int... sizes) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " replicas can be drawn, not " + n);
        }
        Svg svg = new Svg(WIDTH, PANEL * sizes.length + 12, STYLE);
        List<String> text = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            text.add(new Panel(n, sizes[i], sizes[i], "Q = " + sizes[i]).draw(svg, PANEL * i));
        }
        return svg.picture(String.join(" ", text));
    }

    /**
     * A read quorum and a write quorum, one of each.
     *
     * @param n the number of replicas, from 1 to 60
     * @param read how many a read asks, from 0 to n
     * @param write how many a write reaches, from 0 to n
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Picture ofSizes(int n, int read, int write) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " replicas can be drawn, not " + n);
        }
        Svg svg = new Svg(WIDTH, PANEL + 12, STYLE);
        return svg.picture(new Panel(n, read, write, "R = " + read + ", W = " + write).draw(svg, 0));
    }

    /** The write takes the first replicas, the read the last: no two quorums of these sizes share fewer. */
    private record Panel(int n, int read, int write, String sizes) {
        private Panel {
            for (int size : new int[] {read, write}) {
                if (size < 0 || size > n) {
                    throw new IllegalArgumentException(
                            "A quorum of " + n + " replicas cannot have " + size + " members");
                }
            }
        }

        private String draw(Svg svg, double top) {
            double step = Math.min(60, (WIDTH - 2 * LEFT) / n);
            double radius = 0.36 * step;
            double middle = top + 94;
            double reach = 32;
            svg.text("title", 16, top + 28, "N = " + n + ", " + sizes);
            if (write > 0) {
                bracket(svg, "write", LEFT, LEFT + write * step, middle - reach, -1);
                svg.text("", LEFT + 4, middle - reach - 12, "the write reached these " + write);
            }
            if (read > 0) {
                bracket(svg, "read", LEFT + (n - read) * step, LEFT + n * step, middle + reach, 1);
                svg.text("", LEFT + (n - read) * step + 4, middle + reach + 22, "the reader asks these " + read);
            }
            for (int replica = 0; replica < n; replica++) {
                double x = LEFT + (replica + 0.5) * step;
                boolean written = replica < write;
                if (written && replica >= n - read) {
                    svg.circle("both", x, middle, radius + 4);
                }
                svg.circle(written ? "new" : "old", x, middle, radius);
                if (step >= 30) {
                    svg.text("value" + (written ? " on" : ""), x, middle + 4, written ? "new" : "old");
                }
            }
            return caption(svg, middle + reach + 50);
        }

        private String caption(Svg svg, double y) {
            String votes = shared() + " of " + read + " answers " + (shared() == 1 ? "is" : "are") + " new";
            boolean majority = 2 * shared() > read;
            String plain = "Plain values: "
                    + (majority ? "✓ a majority of the read quorum" : "✗ no majority of the read quorum");
            String versions = "Versions: " + (shared() > 0 ? "✓ at least one is new" : "✗ none is new");
            svg.text("title", LEFT + 4, y, votes);
            svg.text(majority ? "good" : "bad", 252, y, plain);
            svg.text(shared() > 0 ? "good" : "bad", 618, y, versions);
            return "N = " + n + ", " + sizes + ": at worst " + votes + ". " + plain + ". " + versions + ".";
        }

        private int shared() {
            return Math.max(0, read + write - n);
        }

        private static void bracket(Svg svg, String css, double from, double to, double y, int direction) {
            double tick = y - 6 * direction;
            svg.path(
                    css,
                    "M" + Svg.xy(from + 3, tick) + "L" + Svg.xy(from + 3, y) + "L" + Svg.xy(to - 3, y) + "L"
                            + Svg.xy(to - 3, tick));
        }
    }
}
