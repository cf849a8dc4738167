package ftol.grader.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The classes of a class path in a file from which a JVM maps them into its memory, instead of reading and verifying them
 * (class data sharing). The build makes it, beside the first jar and named after it; where it is missing, or was made by
 * another JDK or from other jars, JVMs do without.
 */
public final class SharedClasses {
    private SharedClasses() {}

    /** The file for this class path, if there is one. */
    static Optional<Path> of(List<Path> classPath) {
        return classPath.stream()
                .limit(1)
                .map(SharedClasses::beside)
                .filter(Files::isReadable)
                .findFirst();
    }

    /** What a JVM with this class path is told on its command line. */
    static List<String> flags(List<Path> classPath) {
        return of(classPath)
                .map(file -> List.of(
                        "-XX:SharedArchiveFile=" + file,
                        // Mapped where it was made for, instead of being copied to an address chosen by chance.
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0"))
                .orElse(List.of());
    }

    /**
     * Makes the file, by running this main class in a JVM that writes down what it loads.
     *
     * @throws IOException if that does not work here; nothing but time is lost then
     */
    public static void make(Path java, List<Path> classPath, String mainClass, String argument)
            throws IOException, InterruptedException {
        List<Path> jars = new ArrayList<>();
        for (Path jar : classPath) {
            jars.add(jar.toRealPath());
        }
        Path file = beside(jars.get(0));
        Files.deleteIfExists(file);
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-XX:ArchiveClassesAtExit=" + file,
                        "-XX:+UseSerialGC",
                        "-Xlog:disable",
                        "-cp",
                        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        mainClass,
                        argument)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0 || !Files.exists(file)) {
            throw new IOException("The JVM did not make " + file);
        }
    }

    private static Path beside(Path jar) {
        return jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "") + ".jsa");
    }
}
