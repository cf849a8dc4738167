package ftol.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A map of what is safe: two columns of a table say where a cell of the map is, a third what is in it. A column of true and
 * false gives ✓ and ✗, a column of numbers gives the numbers, and ✗ where a number is missing. A place for which the table
 * has no row stays empty, so a filtered table can be drawn, too.
 */
public final class SafetyMap {
    private static final double WIDTH = 900;
    private static final double CELL = 30;
    private static final double LEFT = 60;
    private static final double HEAD = 26;
    private static final double TOP = 58;
    private static final double GAP = 24;
    private static final int MOST = 26;
    private static final String NO = "✗";

    private static final String STYLE = ".yes{fill:#dafbe1;stroke:#fff}.no{fill:#ffebe9;stroke:#fff}"
            + ".other{stroke:#1f2328;stroke-width:2}"
            + ".sign{text-anchor:middle;font-weight:600}.title{font-weight:600}";

    private final Table table;
    private final String rows;
    private final String columns;

    private SafetyMap(Table table, String rows, String columns) {
        this.table = table;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * One map for each of these columns of the table.
     *
     * @param rows the column of whole numbers that says in which row of the map a cell is
     * @param columns the column of whole numbers that says in which column of the map a cell is
     * @param shown columns of the table: of true and false, or of whole numbers
     * @throws IllegalArgumentException if a column is missing or of another kind, if there is nothing to draw, or more than
     *     26 rows or columns
     */
    public static Picture of(Table table, String rows, String columns, String... shown) {
        return new SafetyMap(table, rows, columns).draw(Arrays.asList(shown), false);
    }

    /**
     * The same, and in all maps but the first the cells that are not as in the first are framed.
     *
     * @param first the column to compare with
     * @param others the columns that are compared
     */
    public static Picture compared(Table table, String rows, String columns, String first, String... others) {
        List<String> shown = new ArrayList<>(List.of(first));
        shown.addAll(Arrays.asList(others));
        return new SafetyMap(table, rows, columns).draw(shown, true);
    }

    private Picture draw(List<String> shown, boolean compared) {
        NavigableSet<Integer> down = numbers(rows);
        NavigableSet<Integer> across = numbers(columns);
        List<Panel> panels = new ArrayList<>();
        for (String name : shown) {
            panels.add(new Panel(name, signs(name), compared ? signs(shown.get(0)) : signs(name), down, across));
        }
        double width = LEFT + CELL * across.size();
        double height = TOP + CELL * down.size() + GAP;
        int perLine = Math.max(1, (int) ((WIDTH + GAP) / (width + GAP)));
        int lines = (panels.size() + perLine - 1) / perLine;
        Svg svg = new Svg(WIDTH, HEAD + height * lines + (compared ? GAP : 0), STYLE);
        svg.text("title", 16, HEAD, table.name());
        StringBuilder text = new StringBuilder(table.name()).append('.');
        for (int i = 0; i < panels.size(); i++) {
            int line = i / perLine;
            panels.get(i).draw(svg, i % perLine * (width + GAP), HEAD + line * height);
            text.append(panels.get(i).text());
        }
        if (compared) {
            svg.rect("other", LEFT, HEAD + height * lines - 4, 16, 16);
            svg.text("", LEFT + 24, HEAD + height * lines + 9, "not as in \"" + shown.get(0) + "\"");
        }
        return svg.picture(text.toString());
    }

    private NavigableSet<Integer> numbers(String name) {
        NavigableSet<Integer> numbers =
                new TreeSet<>(column(name, IntColumn.class).asList());
        if (numbers.isEmpty() || numbers.size() > MOST) {
            throw new IllegalArgumentException(
                    "A map has 1 to " + MOST + " values of " + name + ", not " + numbers.size());
        }
        return numbers;
    }

    private Map<Place, String> signs(String name) {
        IntColumn down = column(rows, IntColumn.class);
        IntColumn across = column(columns, IntColumn.class);
        Column<?> values = column(name, Column.class);
        if (!(values instanceof BooleanColumn || values instanceof NumericColumn)) {
            throw new IllegalArgumentException(
                    "The column \"" + name + "\" has neither true and false nor numbers in it");
        }
        Map<Place, String> signs = new TreeMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            signs.put(new Place(down.get(row), across.get(row)), sign(values, row));
        }
        return signs;
    }

    private static String sign(Column<?> values, int row) {
        if (values.isMissing(row)) {
            return NO;
        }
        return values instanceof BooleanColumn yes ? yes.get(row) ? "✓" : NO : values.getString(row);
    }

    private <C> C column(String name, Class<C> type) {
        if (!table.columnNames().contains(name) || !type.isInstance(table.column(name))) {
            throw new IllegalArgumentException(
                    "The table has no column \"" + name + "\" of the right kind, only " + table.columnNames());
        }
        return type.cast(table.column(name));
    }

    private record Place(int row, int column) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
        }
    }

    /** One map. */
    private final class Panel {
        private final String name;
        private final Map<Place, String> signs;
        private final Map<Place, String> first;
        private final NavigableSet<Integer> down;
        private final NavigableSet<Integer> across;

        private Panel(
                String name,
                Map<Place, String> signs,
                Map<Place, String> first,
                NavigableSet<Integer> down,
                NavigableSet<Integer> across) {
            this.name = name;
            this.signs = signs;
            this.first = first;
            this.down = down;
            this.across = across;
        }

        private void draw(Svg svg, double x, double y) {
            svg.text("title", x + LEFT, y + 26, name);
            svg.text("end", x + LEFT - 8, y + TOP - 8, columns + " =");
            across.forEach(column -> svg.text(
                    "middle", x + LEFT + CELL * (index(across, column) + 0.5), y + TOP - 8, String.valueOf(column)));
            down.forEach(row ->
                    svg.text("end", x + LEFT - 8, y + TOP + CELL * (index(down, row) + 0.5) + 5, rows + " = " + row));
            signs.forEach((place, sign) -> {
                double left = x + LEFT + CELL * index(across, place.column());
                double top = y + TOP + CELL * index(down, place.row());
                svg.rect(sign.equals(NO) ? "no" : "yes", left, top, CELL, CELL);
                if (differs(place)) {
                    svg.rect("other", left + 2, top + 2, CELL - 4, CELL - 4);
                }
                svg.text("sign", left + CELL / 2, top + CELL / 2 + 5, sign);
            });
        }

        private boolean differs(Place place) {
            return !signs.get(place).equals(first.get(place));
        }

        private static int index(NavigableSet<Integer> numbers, int number) {
            return numbers.headSet(number).size();
        }

        /** Row by row; neighbours with the same sign in one. */
        private String text() {
            StringBuilder text = new StringBuilder(" ").append(name).append(":");
            for (int row : down) {
                String separator = " " + rows + " = " + row + ": ";
                List<Integer> places = across.stream()
                        .filter(column -> signs.containsKey(new Place(row, column)))
                        .toList();
                for (int i = 0; i < places.size(); ) {
                    int end = i;
                    while (end + 1 < places.size()
                            && label(row, places.get(i)).equals(label(row, places.get(end + 1)))) {
                        end++;
                    }
                    text.append(separator)
                            .append(label(row, places.get(i)))
                            .append(" for ")
                            .append(columns)
                            .append(" = ")
                            .append(places.get(i))
                            .append(end == i ? "" : " to " + places.get(end));
                    separator = ", ";
                    i = end + 1;
                }
                text.append(places.isEmpty() ? "" : ".");
            }
            return text.toString();
        }

        private String label(int row, int column) {
            Place place = new Place(row, column);
            return signs.get(place) + (differs(place) ? " (differs)" : "");
        }
    }
}
