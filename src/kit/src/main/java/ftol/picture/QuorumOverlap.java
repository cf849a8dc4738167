package ftol.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The worst case of part 2a: a write quorum and a read quorum of the same size that share as few replicas as two such
 * quorums can.
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
            if (sizes[i] < 0 || sizes[i] > n) {
                throw new IllegalArgumentException(
                        "A quorum of " + n + " replicas cannot have " + sizes[i] + " members");
            }
            text.add(new Panel(n, sizes[i]).draw(svg, PANEL * i));
        }
        return svg.picture(String.join(" ", text));
    }

    /** The write takes the first q replicas, the read the last q: no two quorums of q share fewer. */
    private record Panel(int n, int q) {
        private String draw(Svg svg, double top) {
            double step = Math.min(60, (WIDTH - 2 * LEFT) / n);
            double radius = 0.36 * step;
            double middle = top + 94;
            double reach = 32;
            svg.text("title", 16, top + 28, "N = " + n + ", Q = " + q);
            if (q > 0) {
                bracket(svg, "write", LEFT, LEFT + q * step, middle - reach, -1);
                svg.text("", LEFT + 4, middle - reach - 12, "the write reached these " + q);
                bracket(svg, "read", LEFT + (n - q) * step, LEFT + n * step, middle + reach, 1);
                svg.text("", LEFT + (n - q) * step + 4, middle + reach + 22, "the reader asks these " + q);
            }
            for (int replica = 0; replica < n; replica++) {
                double x = LEFT + (replica + 0.5) * step;
                boolean written = replica < q;
                if (written && replica >= n - q) {
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
            String votes = shared() + " of " + q + " answers " + (shared() == 1 ? "is" : "are") + " new";
            boolean majority = 2 * shared() > q;
            String plain = "Plain values: "
                    + (majority ? "✓ a majority of the read quorum" : "✗ no majority of the read quorum");
            String versions = "Versions: " + (shared() > 0 ? "✓ at least one is new" : "✗ none is new");
            svg.text("title", LEFT + 4, y, votes);
            svg.text(majority ? "good" : "bad", 252, y, plain);
            svg.text(shared() > 0 ? "good" : "bad", 618, y, versions);
            return "N = " + n + ", Q = " + q + ": at worst " + votes + ". " + plain + ". " + versions + ".";
        }

        private int shared() {
            return Math.max(0, 2 * q - n);
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
