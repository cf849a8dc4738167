package ftol.grader.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a JVM needs to read of a Linux system beside its own folder and its class path. */
final class SystemFiles {
    private static final List<String> FIXED = List.of(
            "/lib64", "/etc/ld.so.cache", "/dev/null", "/dev/random", "/dev/urandom", "/nix/store", "/gnu/store");
    private static final List<String> LOADERS = List.of(
            "/lib64/ld-linux-x86-64.so.2",
            "/lib/ld-linux-aarch64.so.1",
            "/lib/ld-musl-x86_64.so.1",
            "/lib/ld-musl-aarch64.so.1");

    private SystemFiles() {}

    /** Files and folders to read, each of which exists. */
    static List<String> toRead(Path jdk) throws IOException {
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu";
        // Debian keeps shared libraries apart from everything else that is in /usr/lib.
        List<String> libraries = Files.isDirectory(Path.of("/usr/lib", machine))
                ? List.of("/lib/" + machine, "/usr/lib/" + machine)
                : List.of("/lib", "/usr/lib", "/usr/lib64");
        return Stream.of(FIXED, libraries, List.copyOf(linkedOutside(jdk)))
                .flatMap(List::stream)
                .filter(path -> Files.exists(Path.of(path)))
                .toList();
    }

    /** The dynamic loader, which the kernel executes with every program. */
    static List<String> toRun() {
        return LOADERS.stream().filter(path -> Files.exists(Path.of(path))).toList();
    }

    /** Distributions keep a JDK's settings in /etc, and links to them in the JDK. Files only: a folder might hold more. */
    private static Set<String> linkedOutside(Path jdk) throws IOException {
        try (Stream<Path> files = Files.walk(jdk)) {
            return files.filter(Files::isSymbolicLink)
                    .filter(Files::isRegularFile)
                    .map(SystemFiles::real)
                    .filter(target -> !target.startsWith(jdk))
                    .map(Path::toString)
                    .collect(TreeSet::new, Set::add, Set::addAll);
        }
    }

    private static Path real(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
