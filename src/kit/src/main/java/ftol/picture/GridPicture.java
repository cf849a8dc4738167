package ftol.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Replicas in a grid, with a read quorum and a write quorum: circles and squares, and both where they meet. */
public final class GridPicture {
    private static final double WIDTH = 900;
    private static final double LEFT = 16;
    private static final double GAP = 28;
    private static final double LARGEST_CELL = 48;
    private static final double TOP = 52;
    private static final int MOST = 400;

    private static final String STYLE =
            ".cell{fill:#fff;stroke:#8c959f;stroke-width:1}.write{fill:#ffd8b5;stroke:#bc4c00;stroke-width:2.4}"
                    + ".read{stroke:#0969da;stroke-width:2.6}.title{font-weight:600}.small{font-size:12px;fill:#59636e}"
                    + ".name{font-size:14px}.tiny{font-size:9px}"
                    + ".good{fill:#1a7f37;font-size:12px}.bad{fill:#a40e26;font-weight:600;font-size:12px}";

    private final int rows;
    private final int columns;

    private GridPicture(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * One grid.
     *
     * @param title what it shows; two lines if there is a line break in it
     * @param read the numbers of the replicas of a read quorum; none for no read quorum
     * @param write the numbers of the replicas of a write quorum; none for no write quorum
     */
    public record Panel(String title, Set<Integer> read, Set<Integer> write) {
        public Panel {
            read = Set.copyOf(read);
            write = Set.copyOf(write);
        }
    }

    /**
     * One read quorum and one write quorum in a grid of replicas, numbered from left to right and from top to bottom.
     *
     * @throws IllegalArgumentException if there is less than 1 row or column, or too many of them to be drawn
     */
    public static Picture of(int rows, int columns, Set<Integer> read, Set<Integer> write) {
        return of(rows, columns, List.of(new Panel(rows + " x " + columns, read, write)));
    }

    /**
     * Several grids of the same size, side by side.
     *
     * @throws IllegalArgumentException if there is less than 1 row or column, or too many of them to be drawn
     */
    public static Picture of(int rows, int columns, List<Panel> panels) {
        if (rows < 1 || columns < 1 || (long) rows * columns > MOST) {
            throw new IllegalArgumentException(
                    "A grid of 1 to " + MOST + " replicas can be drawn, not one of " + rows + " x " + columns);
        }
        return new GridPicture(rows, columns).draw(panels);
    }

    private Picture draw(List<Panel> panels) {
        int across = Math.max(1, Math.min(5, panels.size()));
        double each = (WIDTH - 2 * LEFT - (across - 1) * GAP) / across;
        double cell = Math.min(LARGEST_CELL, each / columns);
        double height = TOP + rows * cell + 30;
        int lines = (panels.size() + across - 1) / across;
        Svg svg = new Svg(WIDTH, lines * height + 40, STYLE);
        List<String> text = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            double left = LEFT + (i % across) * (each + GAP);
            int line = i / across;
            text.add(panel(svg, panels.get(i), left, line * height, cell));
        }
        legend(svg, lines * height + 18);
        return svg.picture(String.join(" ", text));
    }

    private String panel(Svg svg, Panel panel, double left, double top, double cell) {
        String[] title = panel.title().split("\n", 2);
        svg.text("title", left, top + 24, title[0]);
        if (title.length > 1) {
            svg.text("title", left, top + 42, title[1]);
        }
        for (int replica = 0; replica < rows * columns; replica++) {
            double x = left + (replica % columns) * cell;
            int row = replica / columns;
            double y = top + TOP + row * cell;
            svg.rect("cell", x, y, cell, cell);
            if (panel.write().contains(replica)) {
                svg.rect("write", x + 0.08 * cell, y + 0.08 * cell, 0.84 * cell, 0.84 * cell);
            }
            if (panel.read().contains(replica)) {
                svg.circle("read", x + cell / 2, y + cell / 2, 0.36 * cell);
            }
            if (cell >= 18) {
                String name = ReplicaNames.of(replica, rows * columns);
                svg.text(cell >= 30 ? "name middle" : "tiny middle", x + cell / 2, y + cell / 2 + 4, name);
            }
        }
        return caption(svg, panel, left, top + TOP + rows * cell + 18);
    }

    private String caption(Svg svg, Panel panel, double left, double y) {
        String text = "Grid of " + rows + " x " + columns + " replicas, "
                + panel.title().replace('\n', ' ') + ":";
        if (!panel.read().isEmpty()) {
            text += " read quorum " + names(panel.read()) + ",";
        }
        if (!panel.write().isEmpty()) {
            text += " write quorum " + names(panel.write()) + ",";
        }
        if (panel.read().isEmpty() || panel.write().isEmpty()) {
            return text.substring(0, text.length() - 1) + ".";
        }
        Set<Integer> shared = new TreeSet<>(panel.read());
        shared.retainAll(panel.write());
        String meet = shared.isEmpty() ? "✗ they share none" : "✓ share " + brief(shared);
        svg.text(shared.isEmpty() ? "bad" : "good", left, y, meet);
        return text + " " + (shared.isEmpty() ? "they share none" : "they share " + names(shared)) + ".";
    }

    private String brief(Set<Integer> replicas) {
        String names = names(replicas);
        return names.length() <= 20 ? names.substring(1, names.length() - 1) : replicas.size() + " replicas";
    }

    private String names(Set<Integer> replicas) {
        return ReplicaNames.of(replicas, rows * columns);
    }

    private static void legend(Svg svg, double y) {
        svg.circle("read", LEFT + 8, y - 4, 7).text("small", LEFT + 22, y, "circle: asked by the read");
        svg.rect("write", LEFT + 196, y - 12, 15, 15).text("small", LEFT + 218, y, "square: reached by the write");
    }
}
