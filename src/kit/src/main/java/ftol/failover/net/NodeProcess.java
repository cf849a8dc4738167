package ftol.failover.net;

import ftol.failover.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One start of a node, as its parent sees it. Any thread may use it. */
final class NodeProcess {
    private static final int MAX_PRINTED = 10_000;

    private final Launch launch;
    private final Process process;
    private final Path errors;
    private final Consumer<Event> events;
    private final Thread reader;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Map<Rejected.Reason, Long> rejected = new EnumMap<>(Rejected.Reason.class);
    private final StringBuilder printed = new StringBuilder();
    private int tcpPort;
    private int udpPort;
    private long lastEvent = Long.MIN_VALUE;
    private Thrown thrown;

    private NodeProcess(Launch launch, Process process, Path errors, Consumer<Event> events) {
        this.launch = launch;
        this.process = process;
        this.errors = errors;
        this.events = events;
        this.reader = new Thread(this::read, "ftol-node-" + launch.id());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process.
     *
     * @param events told of each event; its time is {@link System#nanoTime}
     */
    static NodeProcess start(Launch launch, String classPath, Consumer<Event> events) throws IOException {
        Path errors = launch.folder().resolve("stderr");
        Process process = SmallJvm.builder(classPath, NodeMain.class, launch.arguments())
                .directory(launch.folder().toFile())
                .redirectError(errors.toFile())
                .start();
        return new NodeProcess(launch, process, errors, events);
    }

    Launch launch() {
        return launch;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it listens. Throws IllegalStateException, with the reason, if it does not. */
    void awaitReady(Duration limit) throws InterruptedException {
        boolean inTime = ready.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (tcpPort() == 0 && thrown().isEmpty()) {
            throw new IllegalStateException("Node " + launch.id()
                    + (inTime
                            ? " could not be started. " + errors()
                            : " was not ready after " + limit.toSeconds() + " s: the machine is too busy."));
        }
    }

    synchronized int tcpPort() {
        return tcpPort;
    }

    synchronized int udpPort() {
        return udpPort;
    }

    /** When its last event so far was, in the time of {@link System#nanoTime}. */
    synchronized long lastEvent() {
        return lastEvent;
    }

    synchronized Optional<Thrown> thrown() {
        return Optional.ofNullable(thrown);
    }

    /** What the student's code has printed, line by line. */
    synchronized String printed() {
        return printed.toString();
    }

    /** How many frames were rejected for this reason. */
    synchronized long rejected(Rejected.Reason reason) {
        return rejected.getOrDefault(reason, 0L);
    }

    /** Says something to the process; if it has ended, nobody hears it. */
    void say(NodeMain.Command command, Object... words) {
        StringBuilder line = new StringBuilder(command.name());
        for (Object word : words) {
            line.append(' ').append(word);
        }
        try {
            OutputStream in = process.getOutputStream();
            in.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            // It has ended.
        }
    }

    /** Sends SIGKILL. */
    void kill() {
        // Not Process.destroyForcibly: that closes the pipes too, and what the process has reported would be lost.
        process.toHandle().destroyForcibly();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits until it has ended and all it reported has come in. Returns its exit code. */
    int awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Node " + launch.id() + " did not end within " + limit.toSeconds() + " s.");
        }
        reader.join(limit.toMillis());
        NodeLoop.close(process.getOutputStream());
        return process.exitValue();
    }

    private String errors() {
        try {
            return Files.readString(errors).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private void read() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        try (InputStream in = process.getInputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    if (buffer[i] == '\n') {
                        takeOrSkip(line.toString(StandardCharsets.UTF_8));
                        line.reset();
                    } else {
                        line.write(buffer[i]);
                    }
                }
            }
        } catch (IOException e) {
            // It was killed; half a line may be left, which says nothing.
        } finally {
            ready.countDown();
        }
    }

    private void takeOrSkip(String line) {
        try {
            take(line);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Not a line of ours: the student's code has found a way around System.out.
        }
    }

    private void take(String line) {
        int space = line.indexOf(' ');
        String text = line.substring(space + 1);
        switch (Report.Kind.valueOf(line.substring(0, space))) {
            case EVENT -> {
                Event event = Event.parse(text);
                synchronized (this) {
                    lastEvent = event.time();
                }
                events.accept(event);
            }
            case READY -> {
                int gap = text.indexOf(' ');
                synchronized (this) {
                    tcpPort = Integer.parseInt(text.substring(0, gap));
                    udpPort = Integer.parseInt(text.substring(gap + 1));
                }
                ready.countDown();
            }
            case PRINTED -> {
                synchronized (this) {
                    if (printed.length() < MAX_PRINTED) {
                        printed.append(text).append('\n');
                    }
                }
            }
            case THROWN -> {
                synchronized (this) {
                    thrown = Thrown.parse(text);
                }
            }
            case REJECTED -> {
                synchronized (this) {
                    for (String count : text.split(" ", -1)) {
                        int equals = count.indexOf('=');
                        rejected.put(
                                Rejected.Reason.valueOf(count.substring(0, equals)),
                                Long.parseLong(count.substring(equals + 1)));
                    }
                }
            }
        }
    }
}
