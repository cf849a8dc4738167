package ftol.grader.tables;

import ftol.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The tables as files: one CSV file a table, and all of them as one Markdown file and one HTML page. */
public final class TableFiles {
    private TableFiles() {}

    /** Writes all files into the folder, which is made if need be, and returns them. */
    public static List<Path> write(QuorumTables tables, Path folder) throws IOException {
        List<Sheet> sheets = tables.sheets();
        Files.createDirectories(folder);
        List<Path> files = new java.util.ArrayList<>();
        files.add(Files.writeString(folder.resolve("tables.html"), TablePage.of(tables, sheets)));
        files.add(Files.writeString(
                folder.resolve("tables.md"),
                sheets.stream().map(TableFiles::markdown).collect(Collectors.joining("\n"))));
        for (Sheet sheet : sheets) {
            files.add(Files.writeString(folder.resolve(sheet.id() + ".csv"), csv(sheet)));
        }
        return files;
    }

    /** As in RFC 4180, but with the line ends of Unix. */
    static String csv(Sheet sheet) {
        StringBuilder csv = new StringBuilder();
        line(csv, sheet.columns());
        sheet.rows().forEach(row -> line(csv, row));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            String value = text(values.get(i));
            csv.append(i == 0 ? "" : ",")
                    .append(value.matches("[^\",\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"');
        }
        csv.append('\n');
    }

    private static String markdown(Sheet sheet) {
        StringBuilder markdown = new StringBuilder("## " + sheet.title() + "\n\n" + sheet.about() + "\n\n");
        markdown.append("| ").append(String.join(" | ", sheet.columns())).append(" |\n|");
        for (int i = 0; i < sheet.columns().size(); i++) {
            markdown.append(i == 0 ? "---|" : "---:|");
        }
        for (List<Object> row : sheet.rows()) {
            markdown.append(row.stream().map(TableFiles::text).collect(Collectors.joining(" | ", "\n| ", " |")));
        }
        return markdown.append('\n').toString();
    }

    /** A value as all formats show it; nothing where there is none. */
    static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** A value as HTML. */
    static String html(Object value) {
        return Picture.escape(text(value));
    }
}
