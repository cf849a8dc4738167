package ftol.failover;

import ftol.check.Part;
import ftol.failover.check.Rules;
import ftol.failover.check.Violation;
import ftol.failover.net.Client;
import ftol.failover.net.Cluster;
import ftol.failover.net.Program;
import ftol.notebook.StudentClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run of two nodes in two processes of this machine, and of their clients, in real time: the same class as in a
 * {@link ReplicaRun}, on real sockets. You say what is done to the processes and when; what comes of it is different each
 * time.
 *
 * <pre>{@code
 * RealRun.of("1c").every(100).timeout(300).kill(0, 600).until(1500)
 * }</pre>
 *
 * <p>The clients do as in a {@link ReplicaRun}, but are quicker to ask again. A run takes as long as it says, and about a
 * second more for the processes to start and the last answer to come. Nothing is left when it is over, or is interrupted.
 */
public final class RealRun {
    private static final long MS = 1_000_000;
    private static final long MAX_MS = 15_000;
    private static final long LONGEST_READ_MS = 2_000;
    private static final long MAX_START_MS = 2_000;

    private final Program program;
    private final Rules rules;
    private final List<Step> steps = new ArrayList<>();
    private Cluster.Settings settings = Cluster.Settings.USUAL;
    private long interval = 100;
    private long timeout = -1;
    private int clients = 1;
    private long think = 60;

    /** Something that is done to the processes. */
    private interface Action {
        void on(Cluster cluster) throws InterruptedException;
    }

    private record Step(long time, Action action) {}

    private RealRun(Program program, Rules rules) {
        this.program = program;
        this.rules = rules;
    }

    /** Begins a run of the class that you wrote for a part in this notebook: "1c" or "1d". */
    public static RealRun of(String part) {
        Part wanted = Part.of(part);
        if (wanted.contract() != Node.class) {
            throw new IllegalArgumentException("A real run is of part 1c or 1d, not of part " + part + ".");
        }
        return new RealRun(Program.of(StudentClass.of(wanted)), rules(wanted));
    }

    /** What is demanded of a part's class. */
    static Rules rules(Part part) {
        return part.id().equals("1c") ? Rules.ASYNCHRONOUS : Rules.SYNCHRONOUS;
    }

    /** Begins a run of a compiled class, and says what is demanded of it. */
    static RealRun of(Program program, Rules rules) {
        return new RealRun(program, rules);
    }

    /** Begins a run of a class that is on the class path, for programs and tests; and says what is demanded of it. */
    public static RealRun of(Class<? extends Node> replica, Rules rules) {
        return new RealRun(Program.of(replica), rules);
    }

    /** How often the primary is to send a heartbeat; 100 ms unless you say otherwise. */
    public RealRun every(long ms) {
        interval = ms;
        return this;
    }

    /** How long the primary may be silent; three intervals unless you say otherwise. */
    public RealRun timeout(long ms) {
        timeout = ms;
        return this;
    }

    /** A second client, who asks node 1 first. */
    public RealRun twoClients() {
        clients = 2;
        return this;
    }

    /** How long a client thinks between two entries; 60 ms unless you say otherwise. */
    public RealRun think(long ms) {
        think = ms;
        return this;
    }

    /** The node's process is ended at once: {@code kill -9} (crash-stop). */
    public RealRun kill(int node, long atMs) {
        return step(node, atMs, cluster -> cluster.kill(node));
    }

    /** The node's process is asked to end, and can still say so: SIGTERM (fail-stop). */
    public RealRun stop(int node, long atMs) {
        return step(node, atMs, cluster -> cluster.stop(node));
    }

    /** The node is started again, and is there as soon as its new process is; what it had persisted is there. */
    public RealRun restart(int node, long atMs) {
        return step(node, atMs, cluster -> cluster.restart(node));
    }

    /** The same, but its disk is gone. */
    public RealRun restartWithoutDisk(int node, long atMs) {
        return step(node, atMs, cluster -> cluster.restartWithoutDisk(node));
    }

    /** The node's process is frozen (SIGSTOP), then goes on (SIGCONT) without noticing. */
    public RealRun freeze(int node, long fromMs, long toMs) {
        return step(node, fromMs, cluster -> cluster.freeze(node)).step(node, toMs, cluster -> cluster.thaw(node));
    }

    /** Nothing gets from one node to the other, either way. Clients reach both. */
    public RealRun cut(long fromMs, long toMs) {
        return cutFrom(0, fromMs, toMs).cutFrom(1, fromMs, toMs);
    }

    /** Nothing gets from this node to the other; what the other sends still arrives. */
    public RealRun cutFrom(int node, long fromMs, long toMs) {
        settings = settings.throughProxy();
        return step(node, fromMs, cluster -> cluster.cut(node, 1 - node))
                .step(node, toMs, cluster -> cluster.heal(node, 1 - node));
    }

    /**
     * From now on the node lies (Byzantine): what clients append it acknowledges and forgets. It goes on to send heartbeats
     * and does all else as before, so no detector finds anything wrong with it.
     */
    public RealRun lie(int node, long fromMs) {
        return step(node, fromMs, cluster -> cluster.lie(node));
    }

    private RealRun step(int node, long ms, Action action) {
        if (node != 0 && node != 1) {
            throw new IllegalArgumentException("There are nodes 0 and 1, but no node " + node + ".");
        }
        requireTime(ms);
        steps.add(new Step(ms, action));
        return this;
    }

    private static void requireTime(long ms) {
        if (ms < 0 || ms > MAX_MS) {
            throw new IllegalArgumentException(
                    "The times of a real run are milliseconds from 0 to " + MAX_MS + ", not " + ms + ".");
        }
    }

    /**
     * Runs it. The clients stop at this time, the first one reads the log, and the run is over.
     *
     * @throws ftol.check.SubmissionFailure if your code threw
     * @throws UnsupportedOperationException if a process is to be frozen where the system cannot do that
     */
    public ReplicaRun until(long ms) throws InterruptedException {
        requireTime(ms);
        long patience = timeout < 0 ? 3 * interval : timeout;
        steps.sort(Comparator.comparingLong(Step::time));
        try (Cluster cluster = Cluster.start(program, settings.times(interval, patience))) {
            try {
                return result(run(cluster, ms, patience), cluster.isFlooded(), patience);
            } finally {
                System.out.print(cluster.printed());
            }
        }
    }

    private ReplicaRun result(List<Event> events, boolean flooded, long patience) {
        return new ReplicaRun(
                "two processes, heartbeat every " + interval + " ms, timeout " + patience + " ms",
                events,
                flooded
                        ? Optional.of(new Violation("The nodes send messages without end.", events.size() - 1))
                        : rules.check(events));
    }

    private List<Event> run(Cluster cluster, long ms, long patience) throws InterruptedException {
        long begin = begin(cluster);
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        List<Client> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Client client = cluster.client(i);
            String prefix = String.valueOf((char) ('a' + i));
            all.add(client);
            Thread thread = new Thread(() -> work(client, prefix, begin + ms * MS, over), "ftol-client-" + (i + 1));
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        try {
            for (Step step : steps) {
                if (step.time() <= ms) {
                    sleepUntil(begin + step.time() * MS, cluster);
                    step.action().on(cluster);
                }
            }
            sleepUntil(begin + ms * MS, cluster);
        } finally {
            over.set(true);
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        all.get(0).read(Duration.ofMillis(Math.min(2 * patience, LONGEST_READ_MS)));
        return since(begin - cluster.origin(), cluster.events());
    }

    /**
     * Time counts from when both nodes have said what they are, since how long a machine takes to start two processes is of
     * no interest. A class that says nothing is not waited for for ever.
     */
    private static long begin(Cluster cluster) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < MAX_START_MS * MS && !bothSaidWhatTheyAre(cluster.events())) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return System.nanoTime();
    }

    private static boolean bothSaidWhatTheyAre(List<Event> events) {
        return events.stream()
                        .filter(event -> event.kind() == Event.Kind.ROLE)
                        .mapToInt(Event::node)
                        .distinct()
                        .count()
                == 2;
    }

    /** Events with times since then; what was before is put at 0. */
    private static List<Event> since(long start, List<Event> events) {
        return events.stream()
                .map(event -> event.at(Math.max(0, event.time() - start)))
                .toList();
    }

    private void work(Client client, String prefix, long end, AtomicBoolean over) {
        try {
            for (int i = 1; !over.get(); i++) {
                client.append(prefix + i, Duration.ofNanos(end - System.nanoTime()));
                TimeUnit.MILLISECONDS.sleep(think);
            }
        } catch (InterruptedException e) {
            // The run is over.
        }
    }

    private static void sleepUntil(long time, Cluster cluster) throws InterruptedException {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, 20 * MS));
            cluster.failIfThrown();
        }
    }
}
