package ftol.grader.child;

import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.grader.CourseFault;
import ftol.grader.sandbox.Limits;
import ftol.grader.sandbox.Sandbox;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One sandboxed child JVM. Used by one thread at a time; a watchdog of its own ends the child when a call has used up its
 * time.
 */
final class Child implements AutoCloseable {
    /** The exit code of a JVM that ran out of memory under -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int KILLED = 128 + 9;
    private static final int OUT_OF_PROCESSOR_TIME = 128 + 24;
    private static final String DISTURBED = "disturbed the connection to the grader. Print with System.out only.";

    /** A student who prints more than this should know, in characters. */
    private static final int MUCH = 64 << 10;

    /** So much of what was printed is shown, in characters. */
    private static final int KEPT = 400;

    /** In bytes. */
    private static final int BUFFER = 32 << 10;

    private final Limits limits;
    private final int longestReply;
    private final Process process;
    private final Consumer<Process> killer;
    private final InputStream replies;
    private final OutputStream requests;
    private final Printed printed;
    /** Requests that the child has, or will have without our doing anything more, and has not replied to. */
    private int sent;
    /** Requests that may wait in our own buffer. */
    private int unsent;

    /** A process that is ready. */
    Child(Process process, Limits limits, int longestReply, Consumer<Process> killer) {
        this.limits = limits;
        this.longestReply = longestReply;
        this.process = process;
        this.killer = killer;
        this.replies = new BufferedInputStream(process.getInputStream(), BUFFER);
        this.requests = new BufferedOutputStream(process.getOutputStream(), BUFFER);
        this.printed = new Printed(process.getErrorStream());
    }

    /** Starts a child that runs student code, and waits until it is ready. */
    static Child forStudentCode(Sandbox sandbox) {
        return start(sandbox, Limits.standard(), Wire.MAX_ANSWER);
    }

    /** Starts a child that compiles, and waits until it is ready. */
    static Child compiler(Sandbox sandbox) {
        return start(sandbox, Limits.compiler(), Wire.MAX_FRAME);
    }

    /** That it cannot be started is our fault, not the student's. */
    private static Child start(Sandbox sandbox, Limits limits, int longestReply) {
        Child child;
        try {
            Process process = sandbox.start(ChildMain.class.getName(), List.of(), limits);
            child = new Child(process, limits, longestReply, sandbox::kill);
        } catch (IOException e) {
            throw new CourseFault("A sandboxed child cannot be started: " + e.getMessage());
        }
        Watchdog watchdog = Watchdog.over(() -> child, Budget.START);
        try {
            Wire.receive(child.replies);
            return child;
        } catch (IOException e) {
            String exit = child.exitCode().isPresent() ? " (exit code " + child.process.exitValue() + ")." : ".";
            child.kill();
            throw new CourseFault("A sandboxed child did not start" + (watchdog.barked() ? " in time" : "") + exit
                    + child.printed.note());
        } finally {
            watchdog.close();
        }
    }

    /**
     * Sends a request and waits for its reply, when none before it is still to come.
     *
     * @param what the call, in words for the student, asked for if it fails: "suspects(400)"
     * @param watchdog who kills this child if it takes too long
     * @throws SubmissionFailure if the child did not answer: it ran too long, or it ended
     */
    DataInputStream call(Supplier<String> what, Watchdog watchdog, Wire.Content request) {
        send(frame(what, request));
        return receive(what, watchdog);
    }

    /**
     * A request as it is sent.
     *
     * @throws SubmissionFailure if it is too long; our own are short, but what student code has sent may be in it
     */
    static byte[] frame(Supplier<String> what, Wire.Content request) {
        try {
            return Wire.frame(request);
        } catch (IOException e) {
            throw new SubmissionFailure(
                    Status.CRASH,
                    what.get() + " was to be told more than " + (Wire.MAX_FRAME >> 20)
                            + " MB of what your code has sent or returned. Does something grow without end?");
        }
    }

    /** Sends a request, at the latest when a reply is waited for. That the child has ended is noticed then. */
    void send(byte[] frame) {
        try {
            requests.write(frame);
            unsent++;
        } catch (IOException e) {
            // Replies that it sent before are still there to be read.
        }
    }

    /** Waits for the reply to the earliest request that has none yet. The rest as {@link #call}. */
    DataInputStream receive(Supplier<String> what, Watchdog watchdog) {
        if (sent == 0) {
            flush();
        }
        sent--;
        try {
            return Wire.receive(replies, longestReply);
        } catch (IOException e) {
            SubmissionFailure failure = watchdog.barked()
                    ? new SubmissionFailure(
                            Status.TIMEOUT,
                            what.get() + " did not return in time ("
                                    + watchdog.budget().describe() + ")." + printed.note())
                    : new SubmissionFailure(Status.CRASH, what.get() + " " + howItEnded(e) + printed.note());
            kill();
            throw failure;
        }
    }

    private void flush() {
        try {
            requests.flush();
        } catch (IOException e) {
            // As above.
        }
        sent += unsent;
        unsent = 0;
    }

    private String howItEnded(IOException e) {
        if (!(e instanceof EOFException) && String.valueOf(e.getMessage()).startsWith("A frame")) {
            return DISTURBED;
        }
        OptionalInt exit = exitCode();
        if (exit.isEmpty()) {
            return DISTURBED;
        }
        return switch (exit.getAsInt()) {
            case OUT_OF_MEMORY ->
                "used up its memory (" + (limits.heapBytes() >> 20) + " MB of heap). Does something grow without end?";
            case ChildMain.DISTURBED -> DISTURBED;
            case KILLED, OUT_OF_PROCESSOR_TIME ->
                "was ended by the system, for it used too much memory or processor time.";
            default -> "ended the Java process (exit code " + exit.getAsInt() + "). Never call System.exit.";
        };
    }

    /** How it ended, if it has or is about to: its pipes may close a moment before. */
    private OptionalInt exitCode() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS) ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /**
     * What the child has had so far.
     *
     * @param processor the processor time it has used, or null where the system does not tell
     * @param queued how long its threads have waited for a processor that others had; zero where the system does not tell
     */
    record Usage(Duration processor, Duration queued) {}

    Usage usage() {
        List<ProcessHandle> processes = Stream.concat(
                        Stream.of(process.toHandle()), process.toHandle().descendants())
                .toList();
        return new Usage(
                processes.stream()
                        .flatMap(handle -> handle.info().totalCpuDuration().stream())
                        .reduce(Duration::plus)
                        .orElse(null),
                processes.stream().map(handle -> RunQueue.waited(handle.pid())).reduce(Duration.ZERO, Duration::plus));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        killer.accept(process);
    }

    @Override
    public void close() {
        kill();
    }

    /** Drains what the child prints, so that it never blocks, and keeps the beginning. */
    private static final class Printed {
        /** Not the student's. */
        private static final Pattern JVM_SAYS =
                Pattern.compile("(?m)^Terminating due to java\\.lang\\.OutOfMemoryError: .*$");

        private final StringBuilder beginning = new StringBuilder();
        private long length;

        Printed(InputStream stream) {
            Thread thread = new Thread(() -> drain(stream), "child's output");
            thread.setDaemon(true);
            thread.start();
        }

        private void drain(InputStream stream) {
            byte[] buffer = new byte[8 << 10];
            try (stream) {
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    add(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // The child was killed.
            }
        }

        private synchronized void add(String text) {
            length += text.length();
            beginning.append(text, 0, Math.min(text.length(), KEPT - beginning.length()));
        }

        /** What a student whose code has just died should know of its output. */
        synchronized String note() {
            if (length > MUCH) {
                return " It printed more than " + (MUCH >> 10) + " KB. Does it print in an endless loop?";
            }
            String text = JVM_SAYS.matcher(beginning).replaceAll("").strip();
            return text.isEmpty() ? "" : " It printed: " + text;
        }
    }
}
