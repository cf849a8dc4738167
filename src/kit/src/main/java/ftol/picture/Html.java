package ftol.picture;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What a notebook shows of an object. */
public final class Html {
    /** Text style, so that a table looks the same in JupyterLab, VS Code and nbconvert, in light and dark themes. */
    private static final String CELL = "padding:3px 10px;border-bottom:1px solid #9996;text-align:";

    private Html() {}

    /** The first column is made as wide as its longest cell, or so wide. */
    private static final int MOST_LETTERS = 18;

    /** An object that knows how it wants to be shown; {@code toString} says the same in plain text. */
    public interface Showable {
        /** A piece of HTML that needs no style sheet and no script. */
        String html();
    }

    /** Any object as HTML: a {@link Showable} as it wants, a Tablesaw table as a table, everything else as its text. */
    public static String of(Object value) {
        if (value instanceof Showable showable) {
            return showable.html();
        }
        if (value instanceof Table table) {
            return table(table);
        }
        return text(String.valueOf(value));
    }

    /** Text as HTML, with its line breaks. */
    public static String text(String text) {
        return "<pre style=\"white-space:pre-wrap\">" + Picture.escape(text) + "</pre>";
    }

    /** The start tag of a table with this caption. */
    public static String tableStart(String caption) {
        return "<table style=\"border-collapse:collapse\">"
                + "<caption style=\"text-align:left;font-weight:bold;padding:4px 10px\">" + Picture.escape(caption)
                + "</caption>";
    }

    /** One cell of a table. The content is HTML already. */
    public static String cell(String tag, String align, String style, String content) {
        return "<" + tag + " style=\"" + CELL + align + ";" + style + "\">" + content + "</" + tag + ">";
    }

    private static String table(Table table) {
        int shown = Math.min(table.rowCount(), 40);
        String head = table.columns().stream()
                .map(column -> cell("th", align(column), "", Picture.escape(column.name())))
                .collect(Collectors.joining());
        String body = IntStream.range(0, shown)
                .mapToObj(row -> "<tr>"
                        + table.columns().stream()
                                .map(column -> cell(
                                        "td",
                                        align(column),
                                        column == table.column(0) ? "min-width:" + width(column) + "ch" : "",
                                        Picture.escape(column.getString(row))))
                                .collect(Collectors.joining())
                        + "</tr>")
                .collect(Collectors.joining());
        String rest =
                shown == table.rowCount() ? "" : "<p>The first " + shown + " of " + table.rowCount() + " rows.</p>";
        return tableStart(table.name() == null ? "" : table.name()) + "<thead><tr>" + head + "</tr></thead><tbody>"
                + body + "</tbody></table>" + rest;
    }

    /** In letters: what a row is called should not be a letter wide where there are many columns. */
    private static int width(Column<?> column) {
        return Math.min(
                MOST_LETTERS,
                column.asStringColumn().asList().stream()
                        .mapToInt(String::length)
                        .max()
                        .orElse(0));
    }

    /** Numbers line up at the right, as their digits do. */
    private static String align(Column<?> column) {
        return column instanceof NumericColumn ? "right" : "left";
    }
}
