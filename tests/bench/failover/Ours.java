import ftol.failover.Event;
import ftol.failover.Role;
import ftol.failover.check.Operation;
import ftol.failover.net.Client;
import ftol.failover.net.Cluster;
import ftol.failover.net.Program;
import ftol.reference.AsyncReplica;
import ftol.reference.SyncReplica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Failures of our reference replicas in real processes. */
final class Ours {
    static final Duration LONG = Duration.ofSeconds(60);
    private static final double MS = 1e6;
    /** How many clusters are started together. */
    private static final int BATCH = 4;

    private final Cluster.Settings settings;
    private final int interval;
    private final Random random = new Random(1);

    Ours(int interval, int timeout) {
        this.interval = interval;
        this.settings = Cluster.Settings.USUAL.times(interval, timeout);
    }

    Cluster start(boolean epochs) throws InterruptedException {
        return Cluster.start(Program.of(epochs ? SyncReplica.class : AsyncReplica.class), settings);
    }

    /**
     * Part 1d: one cluster, without clients. Who fails comes back as the secondary, and the next failure is that of the new
     * primary; so each node takes over once in its life.
     */
    Measured withEpochs(Failover.Fault fault, int n) throws InterruptedException {
        Measured measured = new Measured();
        try (Cluster cluster = start(true)) {
            for (int i = 0; i < n; i++) {
                int primary = i % 2;
                someTime();
                int before = cluster.eventCount();
                long asked = now(cluster);
                fail(cluster, fault, primary);
                measure(measured, cluster, fault, primary, asked, cluster.awaitPrimary(before, 1 - primary, LONG));
                if (fault == Failover.Fault.FREEZE) {
                    int after = cluster.eventCount();
                    cluster.thaw(primary);
                    Event thawed = cluster.await(after, resumed(primary), LONG);
                    Event down = cluster.await(after, role(primary, Role.SECONDARY), LONG);
                    measured.stepDown.add((down.time() - thawed.time()) / MS);
                } else {
                    cluster.restart(primary);
                }
            }
        }
        return measured;
    }

    /** Part 1c: while a client appends. The failed node cannot come back, so each failure has a cluster of its own. */
    Measured withClient(Failover.Fault fault, int n) throws InterruptedException {
        Measured measured = new Measured();
        measured.countsLost = true;
        List<Cluster> ready = new ArrayList<>();
        try {
            for (int i = 0; i < n; i++) {
                if (ready.isEmpty()) {
                    startTogether(ready, Math.min(BATCH, n - i));
                }
                try (Cluster cluster = ready.remove(0)) {
                    withClient(measured, fault, cluster);
                }
            }
        } finally {
            ready.forEach(Cluster::close);
        }
        return measured;
    }

    private void startTogether(List<Cluster> ready, int count) throws InterruptedException {
        List<Thread> starters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread starter = new Thread(() -> {
                try {
                    Cluster cluster = start(false);
                    synchronized (ready) {
                        ready.add(cluster);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            starter.start();
            starters.add(starter);
        }
        for (Thread starter : starters) {
            starter.join();
        }
    }

    private void withClient(Measured measured, Failover.Fault fault, Cluster cluster) throws InterruptedException {
        Client client = cluster.client(0);
        Thread appending = new Thread(() -> append(client), "client");
        appending.start();
        someTime();
        long asked = now(cluster);
        int before = cluster.eventCount();
        boolean mistaken = cluster.events().stream().anyMatch(role(1, Role.PRIMARY));
        if (!mistaken) {
            fail(cluster, fault, 0);
            Event takeOver = cluster.awaitPrimary(before, 1, LONG);
            cluster.await(before, event -> event.kind() == Event.Kind.DONE && event.peer() == 1, LONG);
            appending.interrupt();
            appending.join();
            client.read(LONG);
            List<Event> events = cluster.events();
            measure(measured, cluster, fault, 0, asked, takeOver);
            measured.gap.add(gap(events, asked));
            measured.lost += Operation.all(events).stream().filter(Operation::lost).count();
        } else {
            measured.mistakes++;
            appending.interrupt();
            appending.join();
        }
    }

    private void someTime() throws InterruptedException {
        Thread.sleep(2L * interval + random.nextInt(interval));
    }

    private static long now(Cluster cluster) {
        return System.nanoTime() - cluster.origin();
    }

    private static void fail(Cluster cluster, Failover.Fault fault, int node) throws InterruptedException {
        switch (fault) {
            case KILL -> cluster.kill(node);
            case STOP -> cluster.stop(node);
            case FREEZE -> cluster.freeze(node);
        }
    }

    private static void measure(
            Measured measured, Cluster cluster, Failover.Fault fault, int node, long asked, Event takeOver) {
        if (takeOver.time() < asked) {
            measured.mistakes++;
        } else {
            measured.detection.add((takeOver.time() - happened(cluster.events(), fault, node, asked)) / MS);
        }
    }

    /** When the primary failed: for a stop, when it said so. */
    private static long happened(List<Event> events, Failover.Fault fault, int node, long asked) {
        Event.Kind kind = fault == Failover.Fault.KILL ? Event.Kind.CRASH : Event.Kind.PAUSE;
        return events.stream()
                .filter(event -> event.time() >= asked && event.node() == node)
                .filter(event -> fault == Failover.Fault.STOP ? event.text().equals("STOP") : event.kind() == kind)
                .mapToLong(Event::time)
                .findFirst()
                .orElse(asked);
    }

    private static Predicate<Event> role(int node, Role role) {
        return event -> event.kind() == Event.Kind.ROLE
                && event.node() == node
                && event.text().equals(role.name());
    }

    private static Predicate<Event> resumed(int node) {
        return event -> event.kind() == Event.Kind.RESUME && event.node() == node;
    }

    /** The longest time without an answer that holds the failure. */
    private static double gap(List<Event> events, long asked) {
        List<Long> done = events.stream()
                .filter(event -> event.kind() == Event.Kind.DONE && event.text().equals(Event.APPEND))
                .map(Event::time)
                .toList();
        double longest = Double.NaN;
        for (int i = 1; i < done.size(); i++) {
            if (done.get(i) >= asked) {
                double gap = (done.get(i) - done.get(i - 1)) / MS;
                longest = Double.isNaN(longest) ? gap : Math.max(longest, gap);
            }
        }
        return longest;
    }

    private static void append(Client client) {
        try {
            for (int i = 1; !Thread.interrupted(); i++) {
                client.append("a" + i, LONG);
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            // Enough.
        }
    }

    /** How often a node became the primary, beyond the first. */
    static long takeOvers(Cluster cluster) {
        return cluster.events().stream()
                        .filter(role(0, Role.PRIMARY).or(role(1, Role.PRIMARY)))
                        .count()
                - 1;
    }
}
