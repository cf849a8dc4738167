package ftol.grader;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV files (RFC 4180), as people and spreadsheets write them. */
public final class Csv {
    private Csv() {}

    /**
     * A row, by column.
     *
     * @param line where it begins, from 1
     */
    public record Row(Path file, long line, Map<String, String> values) {
        /** The value without blanks around it; empty if there is no such column. */
        public String get(String column) {
            return meant(values.getOrDefault(column, ""));
        }

        /** An error in this row. */
        public IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(file + ", line " + line + ": " + what);
        }
    }

    /**
     * Reads a table whose first line names its columns. Semicolons or tabs may stand for the commas.
     *
     * @throws IllegalArgumentException that names file and line, and says what was expected
     */
    public static List<Row> read(Path file, String... required) throws IOException {
        String text = text(file);
        String head = text.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(head.contains(",") ? ',' : head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<String> columns = parser.getHeaderNames();
            for (String column : required) {
                if (!columns.contains(column)) {
                    throw new IllegalArgumentException(file + " has no column " + column
                            + ". Its first line should name " + String.join(",", required) + ", and says " + head
                            + ".");
                }
            }
            for (CSVRecord row : parser) {
                Row read = new Row(file, line(text, row.getCharacterPosition()), row.toMap());
                if (row.size() > columns.size()) {
                    throw read.wrong(row.size() + " values, where the first line names " + columns.size()
                            + " columns. Text with a comma in it needs quotes around it.");
                }
                rows.add(read);
            }
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(
                    file + " is not a CSV file: " + e.getCause().getMessage() + ". Is a quotation mark missing?", e);
        } catch (IllegalArgumentException e) {
            throw e.getMessage().startsWith(file.toString())
                    ? e
                    : new IllegalArgumentException(file + ", line 1: " + e.getMessage(), e);
        }
        return rows;
    }

    /** A spreadsheet would compute what begins like a formula; with an apostrophe before it, it is text. */
    public static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
    }

    /** What was made harmless, as it was. */
    private static String meant(String text) {
        return text.matches("(?s)'[=+\\-@\\t\\r\\n].*") ? text.substring(1) : text;
    }

    private static String text(Path file) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            // Spreadsheets write a byte order mark.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    file + " is not UTF-8 text. Save it as \"CSV UTF-8\" in the spreadsheet.", e);
        }
    }

    /** The line on which the row at this place begins; empty lines before it count as lines. */
    private static long line(String text, long position) {
        int at = (int) position;
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            at++;
        }
        return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
