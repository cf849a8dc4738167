package ftol.grader.release;

import ftol.check.Task;
import ftol.grader.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The files that a student receives. What is in it comes from a list of ours: nothing is found by searching a folder. */
final class Starter {
    /** The date of each release's commit: the same input makes the same commit, whenever and wherever. */
    static final String DATE = "2026-11-22T00:00:00Z";

    private final Course course;

    Starter(Course course) {
        this.course = course;
    }

    /** Writes the files into an empty folder. */
    void write(Path folder, String version) throws IOException {
        copyTree(course.starterTemplates(), folder);
        Path notebooks = Files.createDirectories(folder.resolve("notebooks"));
        for (Task task : Task.values()) {
            Files.copy(course.notebooks().resolve(task.notebook()), notebooks.resolve(task.notebook()));
        }
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (Path jar : course.starterJars()) {
            Files.copy(jar, lib.resolve(jar.getFileName().toString()));
        }
        Files.copy(course.root().resolve("LICENSE"), folder.resolve("LICENSE"));
        Files.writeString(folder.resolve(".ftol"), "assignment=ftol\nversion=" + version + "\n");
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            // With its attributes: scripts stay executable.
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
