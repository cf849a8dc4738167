package ftol.grader.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import ftol.grader.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Writes a result's files: result.json first, and the others made from the same data. */
public final class ResultFiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultFiles() {}

    /** Writes result.json, report.html, report.md and junit.xml into the folder, which is made if need be. */
    public static void write(GradeResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        Folders.write(folder.resolve("result.json"), json(result));
        write(result, folder, Format.usual(), Instant.now());
    }

    /** Writes these formats into a folder that has result.json. */
    public static void write(GradeResult result, Path folder, Collection<Format> formats, Instant graded)
            throws IOException {
        for (Format format : formats) {
            Folders.write(folder.resolve(format.file()), format.of(result, graded));
        }
    }

    /** Writes report.html, with the marks of written answers by question. */
    public static void writeReport(GradeResult result, Map<String, HandMark> marks, Path folder) throws IOException {
        Folders.write(folder.resolve(Format.HTML.file()), HtmlReport.of(result, marks));
    }

    /** The result as JSON, as the schema result.schema.json describes it. */
    public static String json(GradeResult result) {
        return text(result);
    }

    /** Plain data as JSON. */
    static String text(Record data) {
        try {
            return JSON.writeValueAsString(data) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This is plain data", e);
        }
    }
}
