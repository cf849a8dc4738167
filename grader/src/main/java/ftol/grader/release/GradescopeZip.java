package ftol.grader.release;

import ftol.check.Task;
import ftol.grader.Course;
import ftol.grader.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The zip that Gradescope makes an autograder from: its two scripts, and the grader with all tests, laid out as in the
 * course repository. No solution is in it.
 */
public final class GradescopeZip {
    private final Course course;

    public GradescopeZip(Course course) {
        this.course = course;
    }

    /**
     * Writes the zip, over one that is there.
     *
     * @param options of {@code grader/grade run}, which each submission is graded with
     */
    public void to(Path zip, List<String> options) throws IOException {
        Path target = zip.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path unfinished =
                Files.createTempDirectory(target.getParent(), ".gradescope").resolve("autograder.zip");
        try {
            write(unfinished, options);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Folders.delete(unfinished.getParent());
        }
    }

    private void write(Path zip, List<String> options) throws IOException {
        Map<String, String> create = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), create)) {
            for (String script : List.of("setup.sh", "run_autograder")) {
                put(course.gradescopeScripts().resolve(script), files.getPath(script), "rwxr-xr-x");
            }
            Files.writeString(
                    files.getPath("options"),
                    options.stream().map(word -> word + "\n").collect(Collectors.joining()));
            for (Task task : Task.values()) {
                // What nobody has written in is known by the stubs in them.
                Path notebook = course.notebooks().resolve(task.notebook());
                put(notebook, files.getPath(place(notebook)), "rw-r--r--");
            }
            for (Map.Entry<String, Path> jar : jars().entrySet()) {
                put(jar.getValue(), files.getPath(jar.getKey()), "rw-r--r--");
            }
        }
    }

    /** By their place in the zip. Those that both the grader and the notebooks use are there once. */
    private Map<String, Path> jars() {
        Map<String, Path> jars = new LinkedHashMap<>();
        course.testedBy(false).forEach(jar -> jars.put(place(jar), jar));
        Set<String> names =
                jars.values().stream().map(jar -> jar.getFileName().toString()).collect(Collectors.toSet());
        course.graderJars().stream()
                .filter(jar -> names.add(jar.getFileName().toString()))
                .forEach(jar -> jars.put(place(jar), jar));
        return jars;
    }

    private String place(Path file) {
        return course.root().relativize(file).toString().replace('\\', '/');
    }

    private static void put(Path file, Path entry, String permissions) throws IOException {
        if (entry.getParent() != null) {
            Files.createDirectories(entry.getParent());
        }
        Files.copy(file, entry);
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString(permissions));
    }
}
