package ftol.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines over a common axis, each with a name and a colour of its own: one figure against another, for several systems.
 *
 * @param title above the lines
 * @param xName what is along
 * @param yName what is up
 * @param logarithmic whether the axis upwards is divided by powers of ten; then all values must be greater than 0
 * @param lines what to draw, in the order of the legend
 */
public record LineChart(String title, String xName, String yName, boolean logarithmic, List<Line> lines)
        implements Html.Showable {
    private static final List<String> COLOURS =
            List.of("#0969da", "#cf222e", "#1a7f37", "#8250df", "#bc4c00", "#1b7c83", "#bf3989", "#57606a");
    /** So many lines can lie on one another and all be seen. */
    private static final int WIDEST = 4;

    /** Line number i is of the class c and its dots are of the class d, each followed by i. */
    private static final String STYLE = ".axis{stroke:#57606a}.grid{stroke:#d8dee4}.title{font-weight:600}"
            + ".tick{fill:#57606a;font-size:12px}.line{stroke-width:2;stroke-linejoin:round}.dot{stroke:#fff}"
            + IntStream.range(0, COLOURS.size())
                    .mapToObj(i -> ".c" + i + "{stroke:" + COLOURS.get(i) + "}.d" + i + "{fill:" + COLOURS.get(i) + "}")
                    .collect(Collectors.joining())
            + ".s1{stroke-dasharray:9 4}.s2{stroke-dasharray:2 4}"
            + IntStream.rangeClosed(1, WIDEST)
                    .mapToObj(i -> ".w" + i + "{stroke-width:" + (2 + 4 * i) + ";stroke-dasharray:none}")
                    .collect(Collectors.joining());

    /** Solid, dashed, dotted: lines that lie on one another can be told, and colours are not all there is. */
    private static final int STROKES = 3;

    private static final int WIDTH = 860;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int PLOT_HEIGHT = 300;
    private static final int LEGEND_ROW = 20;
    /** Names of more letters need half of the width each. */
    private static final int LONG_NAME = 32;

    /** Lines of so few points get dots, since it is the points that mean something. */
    private static final int FEW = 40;

    /**
     * One line.
     *
     * @param name for the legend
     * @param points pairs of x and y, in the order of x
     */
    public record Line(String name, List<List<Double>> points) {}

    public LineChart {
        lines = List.copyOf(lines);
    }

    /** A chart without lines yet. */
    public static LineChart of(String title, String xName, String yName) {
        return new LineChart(title, xName, yName, false, List.of());
    }

    /** The same with powers of ten upwards. */
    public LineChart onPowersOfTen() {
        return new LineChart(title, xName, yName, true, lines);
    }

    /**
     * The same with one more line.
     *
     * @param points pairs of x and y, in the order of x
     * @throws IllegalArgumentException if a point is not a pair of numbers, or not greater than 0 where the axis is
     *     logarithmic
     */
    public LineChart line(String name, double[]... points) {
        List<List<Double>> pairs = new ArrayList<>();
        for (double[] point : points) {
            if (point.length != 2 || !Double.isFinite(point[0]) || !Double.isFinite(point[1])) {
                throw new IllegalArgumentException("A point of \"" + name + "\" is not a pair of numbers.");
            }
            if (logarithmic && point[1] <= 0) {
                throw new IllegalArgumentException("\"" + name + "\" has the value " + point[1] + " at " + point[0]
                        + ": on a logarithmic axis all values must be greater than 0.");
            }
            pairs.add(List.of(point[0], point[1]));
        }
        return new LineChart(
                title,
                xName,
                yName,
                logarithmic,
                Stream.concat(lines.stream(), Stream.of(new Line(name, List.copyOf(pairs))))
                        .toList());
    }

    @Override
    public String html() {
        return picture().html();
    }

    /** The chart as a picture. */
    public Picture picture() {
        Axis x = axis(0, false);
        Axis y = axis(1, logarithmic);
        int legendRows = (lines.size() + legendColumns() - 1) / legendColumns();
        double top = 40 + LEGEND_ROW * legendRows;
        double bottom = top + PLOT_HEIGHT;
        Svg svg = new Svg(WIDTH, bottom + 48, STYLE);
        svg.text("title", LEFT, 24, title);
        for (double tick : x.ticks()) {
            double at = LEFT + x.share(tick) * (WIDTH - LEFT - RIGHT);
            svg.line("grid", at, top, at, bottom).text("tick middle", at, bottom + 18, Axis.label(tick, false));
        }
        for (double tick : y.ticks()) {
            double at = bottom - y.share(tick) * PLOT_HEIGHT;
            svg.line("grid", LEFT, at, WIDTH - RIGHT, at)
                    .text("tick end", LEFT - 8, at + 4, Axis.label(tick, logarithmic));
        }
        svg.line("axis", LEFT, bottom, WIDTH - RIGHT, bottom).line("axis", LEFT, top, LEFT, bottom);
        svg.text("middle", (LEFT + WIDTH - RIGHT) / 2.0, bottom + 38, xName);
        svg.text("end", LEFT - 8, top - 8, yName);
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, i, x, y, bottom);
        }
        return svg.picture(text());
    }

    private void draw(Svg svg, int index, Axis x, Axis y, double bottom) {
        int colour = index % COLOURS.size();
        int beneath = beneath(index);
        String css = "line c" + colour + " s" + index % STROKES;
        double legendX = LEFT + (index % legendColumns()) * (WIDTH - LEFT - RIGHT) / (double) legendColumns();
        double legendY = 44 + LEGEND_ROW * (index / legendColumns());
        Line line = lines.get(index);
        svg.path(css, "M" + Svg.xy(legendX, legendY - 4) + "h18").text("tick", legendX + 24, legendY, line.name());
        StringBuilder path = new StringBuilder();
        for (List<Double> point : line.points()) {
            double px = LEFT + x.share(point.get(0)) * (WIDTH - LEFT - RIGHT);
            double py = bottom - y.share(point.get(1)) * PLOT_HEIGHT;
            path.append(path.isEmpty() ? "M" : "L").append(Svg.xy(px, py));
        }
        if (!path.isEmpty()) {
            svg.path(css + " w" + Math.min(beneath, WIDEST), path.toString());
        }
        if (line.points().size() <= FEW) {
            for (List<Double> point : line.points()) {
                svg.circle(
                        "dot d" + colour,
                        LEFT + x.share(point.get(0)) * (WIDTH - LEFT - RIGHT),
                        bottom - y.share(point.get(1)) * PLOT_HEIGHT,
                        4 + 2 * beneath);
            }
        }
    }

    /** How many of the lines that are drawn later would hide a part of this one: it shows on both sides of them. */
    private int beneath(int index) {
        List<List<Double>> points = lines.get(index).points();
        return (int) lines.stream()
                .skip(index + 1)
                .filter(later -> IntStream.range(1, points.size())
                        .anyMatch(i -> Collections.indexOfSubList(later.points(), points.subList(i - 1, i + 1)) >= 0))
                .count();
    }

    private int legendColumns() {
        return lines.stream().anyMatch(line -> line.name().length() > LONG_NAME) ? 2 : 3;
    }

    private Axis axis(int coordinate, boolean powers) {
        double[] values = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> point.get(coordinate))
                .sorted()
                .toArray();
        return values.length == 0
                ? Axis.over(powers ? 0.1 : 0, 1, powers)
                : Axis.over(values[0], values[values.length - 1], powers);
    }

    /** What the chart says to those who cannot see it: of each line, where it begins and ends. */
    private String text() {
        StringBuilder text = new StringBuilder(title).append(".");
        for (Line line : lines) {
            text.append(' ').append(line.name()).append(": ");
            if (line.points().isEmpty()) {
                text.append("nothing.");
                continue;
            }
            List<Double> first = line.points().get(0);
            List<Double> last = line.points().get(line.points().size() - 1);
            text.append(String.format(
                    Locale.ROOT,
                    "%.4g at %.4g to %.4g at %.4g.",
                    first.get(1),
                    first.get(0),
                    last.get(1),
                    last.get(0)));
        }
        return text.toString();
    }
}
