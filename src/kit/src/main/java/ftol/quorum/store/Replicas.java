package ftol.quorum.store;

import ftol.failover.Env.Boot;
import ftol.failover.Event;
import ftol.failover.net.Guardian;
import ftol.quorum.Answer;
import ftol.quorum.store.ReplicaMain.Honesty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * N replicas, each a process of its own that listens on the loopback interface; to be killed, frozen, and made to lie. All
 * that happens is in one event log. Nothing is left when it is closed, or when this JVM ends in whatever way. Used by one
 * thread.
 */
public final class Replicas implements AutoCloseable {
    /** More would not fit on a student's machine, each with a JVM of its own. */
    public static final int MOST = 12;

    private final List<ReplicaProcess> processes = new ArrayList<>();
    private final Signer signer = new Signer();
    private final List<Event> events = new ArrayList<>();
    private final Guardian guardian;
    private long origin;
    private long requests;

    private Replicas(int n) throws IOException {
        guardian = Guardian.start(Files.createTempDirectory("ftol-store"));
        try {
            for (int i = 0; i < n; i++) {
                ReplicaProcess process = ReplicaProcess.start();
                processes.add(process);
                guardian.watch(process.pid());
            }
            for (ReplicaProcess process : processes) {
                process.awaitReady();
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        begin();
    }

    /** The event log begins now, and forgets what was before. */
    private void begin() {
        events.clear();
        origin = System.nanoTime();
        for (int i = 0; i < processes.size(); i++) {
            add(origin, Event.Kind.START, i, -1, 0, Boot.FIRST_START.name(), List.of());
        }
    }

    /** Starts n replicas, from 1 to {@link #MOST}; returns when all of them listen. */
    public static Replicas start(int n) {
        try {
            return new Replicas(n);
        } catch (IOException e) {
            throw new UncheckedIOException("The replicas cannot be started.", e);
        }
    }

    /**
     * Asks for the value of a key, one replica after the other, until so many have answered.
     *
     * @param client who asks, for the event log: {@link Event#CLIENT} or more
     * @param order in which the replicas are asked
     * @param wanted how many answers are needed
     * @return what each replica answered, in that order; fewer than wanted if no more can be reached
     */
    public Map<Integer, Answer> ask(int client, List<Integer> order, int wanted, String key) {
        Map<Integer, Answer> answers = new LinkedHashMap<>();
        for (int next = 0; next < order.size() && answers.size() < wanted; ) {
            // All that are still needed at once; others in the place of those that do not answer.
            int last = Math.min(order.size(), next + wanted - answers.size());
            List<Integer> now = order.subList(next, last);
            exchange(client, now, "READ", process -> process.ask(key))
                    .forEach((replica, stored) -> answers.put(
                            replica, new Answer(stored.value(), stored.version(), signer.signed(key, stored))));
            next = last;
        }
        return answers;
    }

    /**
     * Writes a value, signed, to these replicas.
     *
     * @return those that have it
     */
    public List<Integer> tell(int client, List<Integer> quorum, String key, String value, int version) {
        Stored stored = new Stored(value, version, signer.sign(key, value, version));
        return List.copyOf(exchange(client, quorum, "WRITE", process -> process.tell(key, stored))
                .keySet());
    }

    /** Lets all replicas have this value from the start, before anything that is in the event log. */
    public void fill(int client, List<Integer> all, String key, String value) {
        tell(client, all, key, value, 1);
        begin();
    }

    private interface Sending {
        boolean to(ReplicaProcess process);
    }

    /** Sends something to each of these, then waits for their answers. */
    private Map<Integer, Stored> exchange(int client, List<Integer> replicas, String what, Sending sending) {
        Map<Integer, Long> sent = new LinkedHashMap<>();
        for (int replica : replicas) {
            long request = ++requests;
            add(System.nanoTime(), Event.Kind.SEND, client, replica, request, what, List.of());
            if (sending.to(processes.get(replica))) {
                sent.put(replica, request);
            }
        }
        Map<Integer, Stored> answers = new LinkedHashMap<>();
        sent.forEach((replica, request) -> {
            Optional<ReplicaProcess.Reply> reply = processes.get(replica).reply();
            reply.ifPresent(came -> {
                add(came.received(), Event.Kind.RECEIVE, replica, client, request, what, List.of());
                add(came.received(), Event.Kind.SEND, replica, client, request, Event.REPLY, List.of());
                add(System.nanoTime(), Event.Kind.RECEIVE, client, replica, request, Event.REPLY, List.of());
                answers.put(replica, came.stored());
            });
        });
        return answers;
    }

    /** A client begins something. */
    public void invoke(int client, String what, List<String> log) {
        add(System.nanoTime(), Event.Kind.INVOKE, client, -1, 0, what, log);
    }

    /** What it began is done. */
    public void done(int client, int replica, String what, List<String> log) {
        add(System.nanoTime(), Event.Kind.DONE, client, replica, requests, what, log);
    }

    /** Ends a replica's process at once, with SIGKILL. */
    public void kill(int replica) throws InterruptedException {
        processes.get(replica).kill();
        guardian.forget(processes.get(replica).pid());
        add(System.nanoTime(), Event.Kind.CRASH, replica, -1, 0, "", List.of());
    }

    /** Stops a replica's process with SIGSTOP. Throws UnsupportedOperationException where that cannot be done. */
    public void freeze(int replica) {
        guardian.signal("STOP", processes.get(replica).pid());
        add(System.nanoTime(), Event.Kind.PAUSE, replica, -1, 0, "", List.of());
    }

    /** Lets a frozen replica go on, with SIGCONT. */
    public void thaw(int replica) {
        add(System.nanoTime(), Event.Kind.RESUME, replica, -1, 0, "", List.of());
        guardian.signal("CONT", processes.get(replica).pid());
    }

    /** From now on a replica tells readers a value that nobody has written, with a version higher than all it knows. */
    public void makeUp(int replica, String value) {
        processes.get(replica).be(Honesty.FABRICATED, value);
        add(System.nanoTime(), Event.Kind.LIE, replica, -1, 0, "", List.of());
    }

    /** From now on a replica tells readers the first value that it ever got. */
    public void withhold(int replica) {
        processes.get(replica).be(Honesty.OUTDATED, "");
        add(System.nanoTime(), Event.Kind.LIE, replica, -1, 0, "", List.of());
    }

    /** All that happened so far, in the order of its times. */
    public List<Event> events() {
        return events.stream().sorted(Comparator.comparingLong(Event::time)).toList();
    }

    private void add(long time, Event.Kind kind, int node, int peer, long number, String text, List<String> log) {
        events.add(new Event(time - origin, kind, node, peer, number, 0, text, log));
    }

    @Override
    public void close() {
        processes.forEach(ReplicaProcess::close);
        guardian.close();
    }
}
