package ftol.grader.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Starts child JVMs in which student code can do no harm. One object serves any number of children, from any thread.
 *
 * <p>In the strong tiers a child reads the JDK, its libraries and the class path and nothing else, writes nothing, starts
 * nothing, and talks to nobody but its parent, over its three standard streams. It dies with the grader, however the grader
 * ends (on Linux; elsewhere it should end when its standard input does). A tier is used only if its self-test passes here
 * and now.
 */
public final class Sandbox implements AutoCloseable {
    /**
     * The kernel kills a child when the <em>thread</em> that started it ends, so all are started by this one, which ends
     * with the grader.
     */
    private static final ExecutorService SPAWNER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-spawner");
        thread.setDaemon(true);
        return thread;
    });

    private final Tier tier;
    private final Path jdk;
    private final Path java;
    private final Tools tools;
    private final Staging staging;
    private final List<String> confine;

    private Sandbox(Tier tier, Path jdk, List<Path> classPath) throws SandboxUnavailable, IOException {
        this.tier = tier;
        this.tools = Tools.on(tier);
        this.jdk = jdk.toRealPath();
        this.java = this.jdk.resolve("bin").resolve(Tools.WINDOWS ? "java.exe" : "java");
        boolean otherUser = Tools.isRoot() && tier != Tier.PROCESS;
        if (otherUser && !Staging.readableByAll(this.jdk.resolve("lib"))) {
            throw new SandboxUnavailable(
                    "student code of a grader run by root gets a user of its own, who cannot read the"
                            + " JDK in " + this.jdk
                            + ": use a JDK installed for all users, or run the grader as another user");
        }
        this.staging = new Staging(otherUser, classPath);
        this.confine = confine();
    }

    /**
     * The strongest sandbox that works on this machine.
     *
     * @param jdk the home of a JDK, which must hold {@code bin/java}
     * @param classPath jars and folders that children may read; the grader's own classes must be among them, for the
     *     self-test
     * @throws SandboxUnavailable if none works, with the reason for each tier
     */
    public static Sandbox strongest(Path jdk, List<Path> classPath) throws SandboxUnavailable {
        List<String> reasons = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            try {
                return of(tier, jdk, classPath);
            } catch (SandboxUnavailable e) {
                reasons.add(e.getMessage());
            }
        }
        throw new SandboxUnavailable(String.join("; ", reasons));
    }

    /**
     * A sandbox of this tier, with its self-test passed (about half a second).
     *
     * @throws SandboxUnavailable if it does not work on this machine
     */
    public static Sandbox of(Tier tier, Path jdk, List<Path> classPath) throws SandboxUnavailable {
        String what = "tier " + tier.number() + " (" + tier.title() + ")";
        Sandbox sandbox;
        List<Finding> findings;
        try {
            sandbox = new Sandbox(tier, jdk, classPath);
            findings = sandbox.selfTest();
        } catch (SandboxUnavailable e) {
            throw new SandboxUnavailable(what + " does not work here: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new SandboxUnavailable(what + " does not work here: " + e, e);
        }
        String wrong = findings.stream()
                .filter(finding -> !finding.ok())
                .map(finding -> finding.name() + ": " + finding.detail())
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            sandbox.close();
            throw new SandboxUnavailable(what + " failed its self-test: " + wrong);
        }
        return sandbox;
    }

    public Tier tier() {
        return tier;
    }

    /** One line for reports: "tier 1, bubblewrap 0.8.0: no network, no files, no new processes". */
    public String describe() {
        return "tier " + tier.number() + ", " + tools.bwrapVersion().orElse(tier.title()) + ": " + tier.promise();
    }

    /**
     * Tries, in a child of its own, what must be denied, and outside the sandbox the same, which must succeed there: a probe
     * that is broken would make any sandbox look strong.
     */
    public List<Finding> selfTest() throws IOException {
        return new SelfTest(this, java, staging.classPath(), tools).run();
    }

    /**
     * Starts a child JVM with this main class, which must be on the class path. Its standard streams are pipes to the caller,
     * who must read standard output and standard error, set the deadline, and end every child, best with {@link #kill}.
     *
     * <p>Exit codes that mean something: 1 the JVM itself could not go on (it may then say so on standard output), 3 out of
     * memory, 126 the sandbox could not be made, above 128 killed (also at the limit of processor time).
     */
    public Process start(String mainClass, List<String> args, Limits limits) throws IOException {
        List<String> command = new ArrayList<>(confine);
        if (!confine.isEmpty()) {
            command.add("parent=" + ProcessHandle.current().pid());
            command.add("address=" + limits.addressBytes());
            command.add("cpu=" + limits.cpuSeconds());
            command.add("file=" + limits.outputFileBytes());
            command.add("open=" + limits.openFiles());
            command.add("threads=" + limits.threads());
            command.add("--");
        }
        command.addAll(ChildJvm.command(java, staging.classPath(), mainClass, args, limits));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Here and not only in the sandbox: the environment of its first process can be read in it.
        builder.environment().clear();
        builder.environment().putAll(Tools.environment());
        return onSpawner(builder::start);
    }

    /** Ends a child and everything that belongs to it at once, and closes its streams. Harmless if it has ended. */
    public void kill(Process child) {
        // From the inside out, so that each is waited for by its parent and none stays as a zombie. The last call is
        // enough.
        List<ProcessHandle> inside = child.descendants().toList();
        inside.forEach(ProcessHandle::destroyForcibly);
        try {
            if (!inside.isEmpty()) {
                child.waitFor(200, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        child.destroyForcibly();
    }

    /** Deletes what was copied for the children. They are not ended. */
    @Override
    public void close() {
        staging.close();
    }

    /** The start of every command line: confine.py with what stays the same. Nothing, where there is no Python. */
    private List<String> confine() throws IOException {
        if (tools.python().isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>(
                List.of(tools.python().get().toString(), "-I", "-S", "-c", script(), Integer.toString(tier.number())));
        // One pool of memory for all threads: the pools that glibc reserves for each would use up the address space.
        command.add("env=MALLOC_ARENA_MAX=1");
        if (tier.strong()) {
            SystemFiles.toRead(jdk).forEach(path -> command.add("read=" + path));
            SystemFiles.toRun().forEach(path -> command.add("run=" + path));
            staging.classPath().forEach(path -> command.add("read=" + path));
            SharedClasses.of(staging.classPath()).ifPresent(path -> command.add("read=" + path));
            command.add("run=" + jdk);
        }
        tools.bwrap().ifPresent(bwrap -> {
            command.add("bwrap=" + bwrap);
            // Without /proc the loader cannot find out where java is, and so not its libraries.
            command.add("env=LD_LIBRARY_PATH=" + jdk.resolve("lib"));
        });
        return command;
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(Sandbox.class.getResourceAsStream("confine.py"), "confine.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Process onSpawner(Callable<Process> start) throws IOException {
        Future<Process> started = SPAWNER.submit(start);
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Interrupted while starting a child.");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
