package ftol.failover.net;

import ftol.check.StudentCode;
import ftol.failover.Node;
import ftol.submission.CompiledPart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A replica's class, as another JVM can load it.
 *
 * @param mainClass the class that implements {@link Node}; its constructor takes no arguments
 * @param classPath where its class file is, if it is a file
 * @param classes class files by name, if they are not
 * @param initialisers see {@link CompiledPart}
 * @param code finds the student's lines in stack traces
 */
public record Program(
        String mainClass,
        List<Path> classPath,
        Map<String, byte[]> classes,
        List<String> initialisers,
        StudentCode code) {

    /** A class that is on this JVM's class path. For a class in a notebook, see {@link #of(CompiledPart)}. */
    public static Program of(Class<? extends Node> replica) {
        return new Program(
                replica.getName(), List.of(SmallJvm.location(replica)), Map.of(), List.of(), StudentCode.UNKNOWN);
    }

    /** A class that was compiled from a notebook. */
    public static Program of(CompiledPart part) {
        return new Program(part.mainClass(), List.of(), part.classes(), part.initialisers(), part.code());
    }

    /** Writes the class files that are not files yet, and returns the class path that finds all, as {@code java -cp} wants it. */
    String unpack(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : classes.entrySet()) {
            Path path = folder.resolve(file.getKey().replace('.', '/') + ".class");
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        List<String> path = new ArrayList<>();
        path.add(folder.toString());
        classPath.forEach(entry -> path.add(entry.toString()));
        path.add(SmallJvm.kitClassPath());
        return path.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
