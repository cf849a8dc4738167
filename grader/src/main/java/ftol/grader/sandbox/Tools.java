package ftol.grader.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs of this machine that a tier needs.
 *
 * @param python Python 3, which runs confine.py; absent only in the weakest tier
 * @param bwrap bubblewrap; present in the strongest tier
 * @param bwrapVersion "bubblewrap 0.8.0"
 */
record Tools(Optional<Path> python, Optional<Path> bwrap, Optional<String> bwrapVersion) {
    static final boolean WINDOWS = File.separatorChar == '\\';
    static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    /** Throws SandboxUnavailable if one is missing. */
    static Tools on(Tier tier) throws SandboxUnavailable {
        if (!LINUX && tier != Tier.PROCESS) {
            throw new SandboxUnavailable("it needs Linux");
        }
        if (tier == Tier.OTHER_USER && !isRoot()) {
            throw new SandboxUnavailable("only root can change the user");
        }
        Optional<Path> python = WINDOWS ? Optional.empty() : findPython();
        if (python.isEmpty() && tier != Tier.PROCESS) {
            throw new SandboxUnavailable("it needs Python 3 with ctypes (python3), which is not installed");
        }
        if (tier != Tier.BUBBLEWRAP) {
            return new Tools(python, Optional.empty(), Optional.empty());
        }
        Path bwrap = onPath("bwrap")
                .findFirst()
                .orElseThrow(() -> new SandboxUnavailable("it needs bubblewrap (bwrap), which is not installed"));
        return new Tools(python, Optional.of(bwrap), output(bwrap.toString(), "--version"));
    }

    static boolean isRoot() {
        return LINUX && System.getProperty("user.name").equals("root");
    }

    /** The interpreter itself: a python3 on the PATH may be a slow script of a version manager. */
    private static Optional<Path> findPython() {
        return Stream.concat(Stream.of(Path.of("/usr/bin/python3")), onPath("python3"))
                .filter(Files::isExecutable)
                .flatMap(
                        python -> output(
                                python.toString(),
                                "-I",
                                "-S",
                                "-c",
                                "import ctypes, resource, sys; print(sys.executable)")
                                .stream())
                .map(Path::of)
                .findFirst();
    }

    private static Stream<Path> onPath(String program) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    /** What a program prints, if it succeeds within ten seconds and prints something. */
    private static Optional<String> output(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(text).filter(some -> !some.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What a child needs in its environment; everything else is removed. */
    static Map<String, String> environment() {
        String systemRoot = System.getenv("SystemRoot");
        return WINDOWS && systemRoot != null ? Map.of("SystemRoot", systemRoot) : Map.of();
    }
}
