package ftol.grader.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a result's files: result.json first, and the others made from the same data. */
public final class ResultFiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultFiles() {}

    /** Writes result.json, report.html, report.md and junit.xml into the folder, which is made if need be. */
    public static void write(GradeResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("result.json"), json(result));
        Files.writeString(folder.resolve("report.html"), HtmlReport.of(result));
        Files.writeString(folder.resolve("report.md"), MarkdownReport.of(result));
        Files.writeString(folder.resolve("junit.xml"), JUnitXml.of(result));
    }

    /** The result as JSON, as the schema result.schema.json describes it. */
    public static String json(GradeResult result) {
        try {
            return JSON.writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result is plain data", e);
        }
    }
}
