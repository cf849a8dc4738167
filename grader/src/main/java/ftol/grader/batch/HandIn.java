package ftol.grader.batch;

import java.nio.file.Path;
import java.util.List;

/**
 * What one student handed in, as found in a class's folder.
 *
 * @param student names the student, and nobody else in the class
 * @param late true if the system it comes from says that it was late
 * @param sources a checkout or other folder, zip files, or notebooks
 */
public record HandIn(String student, boolean late, List<Path> sources) {
    public HandIn {
        sources = List.copyOf(sources);
    }

    /** The name of the student's folder. */
    public String slug() {
        return slug(student);
    }

    /** A name for a folder: nothing that a file system or a shell would take for something else, and the student's own. */
    static String slug(String student) {
        String slug = student.replaceAll("[^A-Za-z0-9@_-]+", "_");
        // What was lost must not make two students one.
        return slug.equals(student) ? slug : slug + "-" + Integer.toHexString(student.hashCode());
    }
}
