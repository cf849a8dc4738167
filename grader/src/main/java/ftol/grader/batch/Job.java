package ftol.grader.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What a {@link Batch} tells a worker to grade, as one line of JSON on its standard input.
 *
 * @param student how the report calls the submission
 * @param notebooks a folder with the notebooks
 * @param parts the ids of the parts to grade; there may be none
 * @param answersOf the ids of parts: what is answered in words in their tasks' notebooks is to be read
 * @param out where the result's files go
 */
public record Job(String student, String notebooks, List<String> parts, List<String> answersOf, String out) {
    /** What a worker says on its standard output when it can take a job, the first or the next. */
    public static final String READY = "ready";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads what {@link #line} wrote; throws IOException if it is something else. */
    public static Job parse(String line) throws JsonProcessingException {
        return JSON.readValue(line, Job.class);
    }

    String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job is plain data", e);
        }
    }
}
