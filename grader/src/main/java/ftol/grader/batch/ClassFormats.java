package ftol.grader.batch;

import ftol.grader.result.Format;
import ftol.grader.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Further formats of a class's results, made from each student's result.json: so they can be asked for later, too. */
public final class ClassFormats {
    private ClassFormats() {}

    /** Writes these into each folder of {@code OUT/students}. */
    public static void write(Path out, Set<Format> formats) throws IOException {
        Path students = out.resolve("students");
        if (formats.isEmpty() || !Files.isDirectory(students)) {
            return;
        }
        try (Stream<Path> folders = Files.list(students)) {
            for (Path folder : folders.sorted().toList()) {
                Path json = folder.resolve("result.json");
                if (Files.exists(json)) {
                    ResultFiles.write(
                            Graded.result(folder),
                            folder,
                            formats,
                            Files.getLastModifiedTime(json).toInstant());
                }
            }
        }
    }
}
