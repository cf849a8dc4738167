package ftol.grader.batch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import ftol.grader.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of all students who handed in something, kept in {@code OUT/handed-in.json}: who of them is not graded yet waits,
 * and is not missing, whatever makes the gradebook again.
 */
public final class HandedIn {
    private static final String FILE = "handed-in.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private HandedIn() {}

    /** Those of a class's results; nobody if that was not kept. */
    static Set<String> in(Path out) throws IOException {
        Path file = out.resolve(FILE);
        return Files.exists(file) ? JSON.readValue(Files.readString(file), new TypeReference<>() {}) : Set.of();
    }

    /** Keeps these, and nobody else. */
    public static void keep(Collection<String> students, Path out) throws IOException {
        Folders.write(out.resolve(FILE), JSON.writeValueAsString(new TreeSet<>(students)) + "\n");
    }
}
