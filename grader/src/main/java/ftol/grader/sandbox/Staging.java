package ftol.grader.sandbox;

import ftol.grader.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class path that any user of the machine can read, for a grader run by root whose children are other users: entries
 * that only root can read (below /root, say) are copied to a folder that lives as long as this object.
 */
final class Staging implements AutoCloseable {
    private final List<Path> classPath = new ArrayList<>();
    private Optional<Path> folder = Optional.empty();

    /** Copies what has to be copied; nothing, if the children run as the same user as the grader. */
    Staging(boolean otherUser, List<Path> original) throws IOException {
        for (Path entry : original) {
            Path real = entry.toRealPath();
            classPath.add(!otherUser || readableByAll(real) ? real : copy(real));
        }
    }

    /** The same entries in the same order. */
    List<Path> classPath() {
        return List.copyOf(classPath);
    }

    /** Whether every user can read this file, or this folder and everything in it. The path must be real: without links. */
    static boolean readableByAll(Path real) throws IOException {
        for (Path above = real.getParent(); above != null; above = above.getParent()) {
            if (!others(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        try (Stream<Path> all = Files.walk(real)) {
            return all.allMatch(Staging::readableItself);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean readableItself(Path path) {
        if (!Files.exists(path)) {
            return true; // a link to what is not installed, as JDKs hold them
        }
        try {
            Set<PosixFilePermission> others = others(path);
            return others.contains(PosixFilePermission.OTHERS_READ)
                    && (!Files.isDirectory(path) || others.contains(PosixFilePermission.OTHERS_EXECUTE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<PosixFilePermission> others(Path path) throws IOException {
        return Files.getPosixFilePermissions(path);
    }

    private Path copy(Path entry) throws IOException {
        if (folder.isEmpty()) {
            Path made = Files.createTempDirectory("ftol-classpath-");
            folder = Optional.of(made);
            permit(made);
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        }
        Path target = folder.get().resolve(classPath.size() + "-" + entry.getFileName());
        try (Stream<Path> all = Files.walk(entry)) {
            for (Path from : (Iterable<Path>) all::iterator) {
                Path to = target.resolve(entry.relativize(from).toString());
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                permit(to);
            }
        }
        return target;
    }

    private static void permit(Path path) throws IOException {
        String permissions = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** Deletes the copies. */
    @Override
    public synchronized void close() {
        if (folder.isPresent()) {
            try {
                Folders.delete(folder.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
