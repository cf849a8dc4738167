package ftol.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * A table of which some cells are marked, with a sign, a word and a colour.
 *
 * @param marks the mark of a cell, if it has one
 * @param legend says in a sentence each what the marks mean
 */
public record MarkedTable(Table table, Function<Cell, Optional<Mark>> marks, List<String> legend)
        implements Html.Showable {

    /** Where a cell is. Rows and columns count from 0. */
    public record Cell(int row, int column) {}

    /**
     * A mark.
     *
     * @param colour as CSS; it only adds to the sign and the word
     */
    public record Mark(String sign, String word, String colour) {
        @Override
        public String toString() {
            return sign + " " + word;
        }
    }

    @Override
    public String html() {
        StringBuilder html = new StringBuilder(Html.tableStart(table.name())).append("<thead><tr>");
        for (int column = 0; column < table.columnCount(); column++) {
            html.append(Html.cell(
                    "th", align(column), "", Picture.escape(table.column(column).name())));
        }
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < table.rowCount(); row++) {
            html.append("<tr>");
            for (int column = 0; column < table.columnCount(); column++) {
                Optional<Mark> mark = marks.apply(new Cell(row, column));
                html.append(Html.cell(
                        "td",
                        align(column),
                        "white-space:nowrap;"
                                + mark.map(m -> "font-weight:bold;color:" + m.colour())
                                        .orElse(""),
                        Picture.escape(text(row, column))));
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        legend.forEach(line -> html.append("<div style=\"padding:2px 10px\">")
                .append(Picture.escape(line))
                .append("</div>"));
        return html.toString();
    }

    /** The table as text, in columns. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, table.columnCount())
                .map(column -> IntStream.range(0, table.rowCount())
                        .map(row -> text(row, column).length())
                        .reduce(table.column(column).name().length(), Math::max))
                .toArray();
        String head = line(widths, column -> table.column(column).name());
        String body = IntStream.range(0, table.rowCount())
                .mapToObj(row -> line(widths, column -> text(row, column)))
                .collect(Collectors.joining());
        return table.name() + "\n" + head + body + String.join("\n", legend);
    }

    private String line(int[] widths, Function<Integer, String> cells) {
        return IntStream.range(0, widths.length)
                        .mapToObj(column ->
                                " ".repeat(widths[column] - cells.apply(column).length()) + cells.apply(column))
                        .collect(Collectors.joining("  "))
                + "\n";
    }

    private String text(int row, int column) {
        String value = table.column(column).getString(row);
        return marks.apply(new Cell(row, column))
                .map(mark -> mark + " " + value)
                .orElse(value);
    }

    private String align(int column) {
        return table.column(column) instanceof NumericColumn ? "right" : "left";
    }
}
