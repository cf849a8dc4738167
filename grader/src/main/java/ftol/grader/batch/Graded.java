package ftol.grader.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import ftol.grader.result.GradeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of one student: the result, and what it was made from.
 *
 * @param made what the marks rest on
 * @param result the marks
 */
record Graded(Made made, GradeResult result) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String MADE = "made-from.json";

    /**
     * What marks rest on: if none of it changes, neither do they.
     *
     * @param student whose they are
     * @param late whether the course system said that it was late
     * @param submission the notebooks' fingerprint
     * @param tests by part, the fingerprint of what tested it
     * @param questions the fingerprint of what is to be answered in words; null in results of the time before it was kept
     */
    record Made(String student, boolean late, String submission, Map<String, String> tests, String questions) {}

    /** Reads what was kept in a folder; empty if there is nothing, or nothing whole. */
    static Optional<Graded> in(Path folder) throws IOException {
        try {
            return Optional.of(
                    new Graded(JSON.readValue(Files.readString(folder.resolve(MADE)), Made.class), result(folder)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The same without the pictures, for whoever keeps many. */
    Graded withoutExhibits() {
        return new Graded(made, result.withoutExhibits());
    }

    /** Reads the result of a folder that has one. */
    static GradeResult result(Path folder) throws IOException {
        return JSON.readValue(Files.readString(folder.resolve("result.json")), GradeResult.class);
    }

    static void writeMade(Made made, Path folder) throws IOException {
        Files.writeString(folder.resolve(MADE), JSON.writeValueAsString(made) + "\n");
    }
}
