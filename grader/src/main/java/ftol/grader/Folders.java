package ftol.grader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders as a whole. */
public final class Folders {
    private Folders() {}

    /** Deletes a folder and all in it, if it is there; links are deleted and not followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Puts a folder in the place of another, if there is one. At no moment is there half a folder; if the machine stops
     * between the two steps there is none, and it is made again.
     */
    public static void move(Path folder, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Path old = place.resolveSibling("." + place.getFileName() + ".old");
        delete(old);
        if (Files.exists(place)) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    /** Writes a text file in UTF-8 so that at no moment there is half of it. */
    public static void write(Path file, String text) throws IOException {
        Path whole = file.resolveSibling("." + file.getFileName() + ".new");
        // Half a character from a student becomes a question mark.
        Files.write(whole, text.getBytes(StandardCharsets.UTF_8));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes what earlier runs left behind in a folder, as far as nobody still writes there. */
    public static void sweep(Path folder, String prefix) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(
                            path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                try {
                    delete(child);
                } catch (IOException | UncheckedIOException e) {
                    // Something still writes there; the next run will find it.
                }
            }
        }
    }

    /** Copies the files of a folder, which holds no folders, into another. */
    public static void copy(Path folder, Path place) throws IOException {
        Files.createDirectories(place);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, place.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
