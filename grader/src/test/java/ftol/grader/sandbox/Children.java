package ftol.grader.sandbox;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Programs that the tests run as children, and what the tests see of them from outside. */
final class Children {
    private Children() {}

    /** The grader's own classes and these; neither needs a library. */
    static List<Path> classPath() {
        return List.of(home(Sandbox.class), home(Children.class));
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Path jdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Living processes that have this text in their command line. A zombie has no command line. */
    static List<String> running(String marker) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : (Iterable<Path>) processes::iterator) {
                String command = read(process.resolve("cmdline"));
                if (Character.isDigit(process.getFileName().toString().charAt(0)) && command.contains(marker)) {
                    found.add(process.getFileName() + " " + command.split("\0", 2)[0]);
                }
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // not a process, or it has ended
        }
    }

    /** Says so when it has started, and waits for ever. */
    public static final class Waits {
        public static void main(String[] args) {
            System.out.println("up");
            while (true) {
                LockSupport.park();
            }
        }
    }

    /** Ends at once. */
    public static final class Ends {
        public static void main(String[] args) {
            System.exit(7);
        }
    }

    /** Never ends, and works. */
    public static final class Spins {
        public static void main(String[] args) {
            for (long n = 0; n >= 0; n = (n + 1) & Long.MAX_VALUE) {}
        }
    }

    /** Wants all the heap there is. */
    public static final class FloodsMemory {
        public static void main(String[] args) {
            StringBuilder kept = new StringBuilder("x");
            while (kept.length() > 0) {
                kept.append(kept);
            }
            System.out.println(kept);
        }
    }

    /** Starts up to 10,000 threads that stay, and prints how many it got. */
    public static final class FloodsThreads {
        public static void main(String[] args) {
            int started = 0;
            try {
                while (started < 10_000) {
                    new Thread(LockSupport::park).start();
                    started++;
                }
            } catch (OutOfMemoryError expected) {
                // what the JVM says when there is no thread to be had
            }
            System.out.println(started);
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    /** A grader: makes a sandbox of the tier in the first argument and starts children marked with the second. */
    public static final class Grader {
        public static void main(String[] args) throws IOException, SandboxUnavailable {
            Sandbox sandbox = Sandbox.of(Tier.valueOf(args[0]), jdk(), classPath());
            for (int i = 0; i < 2; i++) {
                Process child = sandbox.start(Waits.class.getName(), List.of(args[1]), Limits.standard());
                child.inputReader().readLine();
            }
            sandbox.start(Waits.class.getName(), List.of(args[1]), Limits.standard());
            System.out.println("up");
            LockSupport.park();
        }
    }

    /** The self-test of the tier in the first argument; prints what went wrong, or "passed" and how many. */
    public static final class TestsItself {
        public static void main(String[] args) throws IOException {
            try (Sandbox sandbox = Sandbox.of(Tier.valueOf(args[0]), jdk(), classPath())) {
                System.out.println("passed " + sandbox.selfTest().size());
            } catch (SandboxUnavailable e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
