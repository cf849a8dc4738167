package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The course repository, and what all integration tests get from it. Made once each, and removed when the JVM ends. */
final class Fixture {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path GRADE = ROOT.resolve("grader/grade");
    /** For what should outlive the tests. */
    static final Path TARGET = ROOT.resolve("grader/target");
    /** Scripts of the tests. */
    static final Path SCRIPTS = ROOT.resolve("grader/src/test/python");

    private static final Path TEMPORARY = temporaryFolder();
    private static final Supplier<Path> CHECKOUT = once(Fixture::getAssignment);
    private static final Supplier<Path> RELEASE = once(Fixture::release);

    private Fixture() {}

    /** What {@code get-assignment} makes, with its .venv. Its notebooks change as {@link JourneyIT} goes on. */
    static Path checkout() {
        return CHECKOUT.get();
    }

    /** What {@code grader/grade release} makes, a bare repository. Read it only. */
    static Path freshRelease() {
        return RELEASE.get();
    }

    /** A new checkout of the first release, with the shared .venv; all its parts are solved with the reference. */
    static Path solvedCheckout(String name) {
        Path folder = temporary(name);
        Program.of("git", "clone", "--quiet", freshRelease(), folder).run().ok();
        try {
            Files.createSymbolicLink(folder.resolve(".venv"), checkout().resolve(".venv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        grade("solve", folder).ok();
        return folder;
    }

    /** Runs {@code grader/grade}, which must find everything built. */
    static Program.Ended grade(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of(GRADE));
        words.addAll(List.of(arguments));
        return notBuilding(Program.of(words.toArray()).run());
    }

    /** A nested build would mean that students' commands differ from what was tested, and would take minutes. */
    static Program.Ended notBuilding(Program.Ended ended) {
        assertThat(ended.output()).doesNotContain("Building ftol");
        return ended;
    }

    /** A path in the tests' temporary folder at which there is nothing yet. */
    static Path temporary(String name) {
        try {
            return Files.createTempDirectory(TEMPORARY, "").resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path getAssignment() {
        Path folder = temporary("ftol");
        Program.Ended ended = notBuilding(withPackageCaches(Program.of(ROOT.resolve("get-assignment"), "ftol", folder))
                .with("XDG_CACHE_HOME", temporary("cache"))
                .run());
        assertThat(ended.ok()).contains("Ready.", "./lab", "./check");
        return folder;
    }

    private static Path release() {
        Path repository = temporary("ftol.git");
        grade("release", "--out", repository).ok();
        return repository;
    }

    /** Lets pip and uv keep what they download, which is the same each time, whatever else a program gets as its own. */
    static Program withPackageCaches(Program program) {
        return program.with("PIP_CACHE_DIR", userCache().resolve("pip"))
                .with("UV_CACHE_DIR", userCache().resolve("uv"));
    }

    /** Where a program is, if it is installed. */
    static Optional<Path> find(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path userCache() {
        String named = System.getenv("XDG_CACHE_HOME");
        return named == null || named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        List<T> made = new ArrayList<>();
        return () -> {
            synchronized (made) {
                if (made.isEmpty()) {
                    made.add(maker.get());
                }
                return made.get(0);
            }
        };
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("ftol-e2e");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                // If the tests were interrupted, something may still run and write there.
                ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
                delete(folder);
            }));
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder and all in it; does not follow links. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException error) {
                    return FileVisitResult.CONTINUE; // gone already
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException error) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
