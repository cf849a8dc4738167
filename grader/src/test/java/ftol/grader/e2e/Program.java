package ftol.grader.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program to be run as a user would, on this build's JDK. Whatever it started is ended with it. */
final class Program {
    /** Far more than anything here takes; reached only by what hangs. */
    static final Duration DEADLINE = Duration.ofMinutes(8);

    private final List<String> command;
    private final Map<String, String> environment = new HashMap<>();
    private Path folder = Fixture.ROOT;

    private Program(List<String> command) {
        this.command = command;
        jdk(Path.of(System.getProperty("java.home")));
    }

    /**
     * A program that has ended.
     *
     * @param code its exit code
     * @param printed a file with what it printed to both its streams
     */
    record Ended(int code, Path printed) {
        byte[] bytes() {
            try {
                return Files.readAllBytes(printed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String output() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        /** Requires exit code 0 and returns the output, without the line end. */
        String ok() {
            if (code != 0) {
                throw new AssertionError("exit code " + code + ":\n" + output());
            }
            return output().strip();
        }
    }

    static Program of(Object... words) {
        return new Program(Arrays.stream(words).map(Object::toString).toList());
    }

    Program in(Path newFolder) {
        folder = newFolder;
        return this;
    }

    Program with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /** Lets it, and what it starts, find this JDK and no other. */
    Program jdk(Path home) {
        return with("JAVA_HOME", home).with("PATH", home.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
    }

    Ended run() {
        Path printed = Fixture.temporary("printed");
        try (Running running = start(printed)) {
            if (!running.process().waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(this + " takes more than " + DEADLINE + ":\n" + Files.readString(printed));
            }
            return new Ended(running.process().exitValue(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(this + " was interrupted", e);
        }
    }

    /** Starts it in the background; close what comes back. */
    Running start(Path printed) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        try {
            return new Running(builder.start(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A program in the background.
     *
     * @param printed where its output goes
     */
    record Running(Process process, Path printed) implements AutoCloseable {
        @Override
        public void close() {
            try (Stream<ProcessHandle> children = process.descendants()) {
                List<ProcessHandle> all = children.toList();
                process.destroy();
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                all.forEach(ProcessHandle::destroyForcibly);
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String toString() {
        return String.join(" ", command);
    }
}
