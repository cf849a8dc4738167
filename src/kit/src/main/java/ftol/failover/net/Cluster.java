package ftol.failover.net;

import ftol.check.NotWrittenYet;
import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.failover.Event;
import ftol.failover.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Two replicas in two processes of their own, connected over TCP and UDP on this machine, to be killed, frozen, stopped,
 * restarted and cut off; and clients that use them. All that happens is in one event log.
 *
 * <p>When it is closed, or this JVM ends in whatever way, no process, thread, port or file is left. One thread uses it, and
 * each {@link Client} another.
 *
 * <p>What a replica throws ends its process; the next call to any method then throws it as a
 * {@link ftol.check.SubmissionFailure} in words for the student.
 */
public final class Cluster implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofSeconds(30);
    private static final long MS = 1_000_000;

    /**
     * What is the same for all nodes.
     *
     * @param interval between heartbeats, in milliseconds
     * @param timeout how long a primary may be silent, in milliseconds
     * @param proxied whether what the nodes send to one another goes through a {@link FaultProxy}
     * @param host the address at which all listen, on ports that are free
     */
    public record Settings(long interval, long timeout, boolean proxied, InetAddress host) {
        /** 100 ms and 300 ms, directly connected on the loopback interface. */
        public static final Settings USUAL = new Settings(100, 300, false, InetAddress.getLoopbackAddress());

        public Settings {
            if (interval < 1 || timeout <= 2 * interval || timeout > 3_600_000) {
                throw new IllegalArgumentException("The interval must be at least 1 ms, and the timeout more than two"
                        + " intervals and at most an hour; not " + interval + " ms and " + timeout + " ms.");
            }
        }

        /** The same with another interval and timeout, in milliseconds. */
        public Settings times(long newInterval, long newTimeout) {
            return new Settings(newInterval, newTimeout, proxied, host);
        }

        /** The same, through a proxy that can cut, delay and disturb. */
        public Settings throughProxy() {
            return new Settings(interval, timeout, true, host);
        }
    }

    private final Program program;
    private final Settings settings;
    private final Path folder;
    private final Guardian guardian;
    private final String classPath;
    private final FaultProxy proxy;
    private final long clusterId = new SecureRandom().nextLong();
    private final EventLog events = new EventLog();
    private final AtomicLong requests = new AtomicLong();
    private final NodeProcess[] nodes = new NodeProcess[2];
    private final boolean[] frozen = new boolean[2];
    private final List<Client> clients = new ArrayList<>();
    private final StringBuilder printed = new StringBuilder();
    private long incarnations;

    private Cluster(Program program, Settings settings) throws IOException {
        this.program = program;
        this.settings = settings;
        this.folder = Files.createTempDirectory("ftol-cluster");
        this.guardian = Guardian.start(folder);
        try {
            this.proxy = settings.proxied() ? FaultProxy.start(settings.host()) : null;
            this.classPath = program.unpack(Files.createDirectories(folder.resolve("classes")));
        } catch (IOException | RuntimeException e) {
            guardian.close();
            throw e;
        }
    }

    /** Starts two replicas. When this returns, both have started and node 0 has been told so last. */
    public static Cluster start(Program program, Settings settings) throws InterruptedException {
        Cluster cluster;
        try {
            cluster = new Cluster(program, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            cluster.begin();
            return cluster;
        } catch (RuntimeException | Error | InterruptedException e) {
            cluster.close();
            throw e;
        }
    }

    private void begin() throws InterruptedException {
        launch(0, true);
        launch(1, true);
        ready(0);
        ready(1);
        events.begin(System.nanoTime());
        // What the primary sends first finds a secondary that has started.
        go(1, 0);
        go(0, nodes[1].launch().incarnation());
    }

    private void launch(int node, boolean first) {
        Path disk = disk(node);
        Launch launch = new Launch(
                program.mainClass(),
                program.initialisers(),
                node,
                clusterId,
                ++incarnations,
                settings.interval() * MS,
                settings.timeout() * MS,
                first,
                settings.host(),
                disk);
        try {
            Files.createDirectories(disk);
            nodes[node] = NodeProcess.start(launch, classPath, events::add);
        } catch (IOException e) {
            throw new UncheckedIOException("No process can be started.", e);
        }
        guardian.watch(nodes[node].pid());
    }

    private void ready(int node) throws InterruptedException {
        try {
            nodes[node].awaitReady(START_LIMIT);
        } catch (IllegalStateException e) {
            nodes[node].kill();
            nodes[node].awaitEnd(END_LIMIT);
            guardian.forget(nodes[node].pid());
            throw e;
        }
        failIfThrown();
        if (proxy != null) {
            proxy.target(node, nodes[node].tcpPort(), nodes[node].udpPort());
        }
    }

    /** @param peerIncarnation the peer's if it has started, else 0 */
    private void go(int node, long peerIncarnation) throws InterruptedException {
        int already = events.size();
        introduce(1 - node, node, peerIncarnation);
        nodes[node].say(NodeMain.Command.GO);
        if (proxy == null && isUp(1 - node)) {
            introduce(node, 1 - node, 0);
        }
        await(already, event -> event.kind() == Event.Kind.START && event.node() == node, START_LIMIT);
    }

    /** Tells {@code other} where {@code node} is. */
    private void introduce(int node, int other, long incarnation) {
        int tcp = proxy == null ? nodes[node].tcpPort() : proxy.tcpPort(other, node);
        int udp = proxy == null ? nodes[node].udpPort() : proxy.udpPort(other, node);
        nodes[other].say(NodeMain.Command.PEER, tcp, udp, incarnation);
    }

    /** Where all of the cluster's files are. */
    Path folder() {
        return folder;
    }

    /** Reads and writes frames that belong to this cluster. */
    FrameCodec codec() {
        return new FrameCodec(clusterId);
    }

    /** Which start of the node the running one, or the last one, is. */
    long incarnation(int node) {
        return nodes[node].launch().incarnation();
    }

    /** How many frames the node has rejected for this reason since it started. */
    long rejected(int node, Rejected.Reason reason) {
        return nodes[node].rejected(reason);
    }

    private Path disk(int node) {
        return folder.resolve("node-" + node);
    }

    /** Is the node's process there, frozen or not? */
    public boolean isUp(int node) {
        return nodes[node] != null && nodes[node].isAlive();
    }

    /** The number of the operating system's process in which the node runs, or ran last. */
    public long pid(int node) {
        return nodes[node].pid();
    }

    /** Ends the node's process at once, with {@code SIGKILL}; frozen or not. */
    public void kill(int node) throws InterruptedException {
        requireUp(node);
        long time = System.nanoTime();
        nodes[node].kill();
        nodes[node].awaitEnd(END_LIMIT);
        guardian.forget(nodes[node].pid());
        frozen[node] = false;
        // It was alive when it reported its last event.
        long crash = Math.max(time, nodes[node].lastEvent() + 1);
        events.add(new Event(crash, Event.Kind.CRASH, node, -1, 0, 0, "", List.of()));
    }

    /**
     * Ends the node's process in order, with {@code SIGTERM}: the replica is told before. Returns when the process has ended.
     */
    public void stop(int node) throws InterruptedException {
        requireUp(node);
        if (frozen[node]) {
            throw new IllegalStateException("Node " + node + " is frozen: it cannot stop.");
        }
        nodes[node].terminate();
        int code = nodes[node].awaitEnd(END_LIMIT);
        guardian.forget(nodes[node].pid());
        failIfThrown();
        if (code != NodeMain.STOPPED) {
            throw new SubmissionFailure(Status.TIMEOUT, "Your code did not return when node " + node + " was to stop.");
        }
    }

    /** Can processes be frozen on this system? It needs the commands sh and kill. */
    public boolean canFreeze() {
        return guardian.canFreeze();
    }

    /** Stops the node's process with {@code SIGSTOP}; it does not notice. Throws UnsupportedOperationException if that cannot be done here. */
    public void freeze(int node) {
        requireUp(node);
        guardian.signal("STOP", nodes[node].pid());
        frozen[node] = true;
        events.add(Event.Kind.PAUSE, node, -1, 0, 0, "", List.of());
    }

    /** Lets a frozen process go on, with {@code SIGCONT}. */
    public void thaw(int node) {
        requireUp(node);
        events.add(Event.Kind.RESUME, node, -1, 0, 0, "", List.of());
        guardian.signal("CONT", nodes[node].pid());
        frozen[node] = false;
    }

    /** Starts a node again that was killed or stopped, with what it has persisted. Returns when it has started. */
    public void restart(int node) throws InterruptedException {
        if (isUp(node)) {
            throw new IllegalStateException("Node " + node + " is still running.");
        }
        printed.append(nodes[node].printed());
        launch(node, false);
        ready(node);
        go(node, isUp(1 - node) ? nodes[1 - node].launch().incarnation() : 0);
    }

    /** The same, but its disk is gone. One of the two must know something, so only one may be without its disk. */
    public void restartWithoutDisk(int node) throws InterruptedException {
        if (new StateFile(disk(1 - node)).isLost()) {
            throw new IllegalStateException("Node " + (1 - node) + " has lost its disk already.");
        }
        try {
            new StateFile(disk(node)).lose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart(node);
    }

    /** From now on a node acknowledges what clients append and forgets it. In everything else, and so to any detector, it works well. */
    public void lie(int node) {
        requireUp(node);
        nodes[node].say(NodeMain.Command.LIE);
    }

    /** From now on nothing gets from a node to the other, until {@link #heal}. Clients reach both all the same. */
    public void cut(int from, int to) {
        proxy().direction(from, to).cut();
        events.add(Event.Kind.CUT, from, to, 0, 0, "", List.of());
    }

    /** What a node sends reaches the other again; also what it has sent meanwhile over a connection. */
    public void heal(int from, int to) {
        events.add(Event.Kind.HEAL, from, to, 0, 0, "", List.of());
        proxy().direction(from, to).heal();
    }

    /** What is between the nodes. Throws IllegalStateException if the cluster was started without it. */
    public FaultProxy proxy() {
        if (proxy == null) {
            throw new IllegalStateException("This cluster was started without a proxy.");
        }
        return proxy;
    }

    /** A new client. It asks this node first. It is closed with the cluster. */
    public Client client(int first) {
        synchronized (clients) {
            Client client =
                    new Client(Event.CLIENT + clients.size(), first, this::address, clusterId, events, requests);
            clients.add(client);
            return client;
        }
    }

    private InetSocketAddress address(int node) {
        return new InetSocketAddress(settings.host(), nodes[node].tcpPort());
    }

    /** Where the node listens for clients and, if there is no proxy between, for its peer. */
    public InetSocketAddress tcpAddress(int node) {
        return address(node);
    }

    /** Where the node gets datagrams. */
    public InetSocketAddress udpAddress(int node) {
        return new InetSocketAddress(settings.host(), nodes[node].udpPort());
    }

    /** How many frames the node has thrown away since it started, as they were too long, damaged, foreign or outdated. */
    public long rejected(int node) {
        long sum = 0;
        for (Rejected.Reason reason : Rejected.Reason.values()) {
            sum += rejected(node, reason);
        }
        return sum;
    }

    /** What the replicas have printed so far. */
    public String printed() {
        return printed + nodes[0].printed() + nodes[1].printed();
    }

    /** All events so far, in the order of their times. */
    public List<Event> events() {
        failIfThrown();
        return events.sorted();
    }

    /** The moment of {@link System#nanoTime} that is time 0 of all events: just before the replicas started. */
    public long origin() {
        return events.origin();
    }

    /** How many events there are by now, for {@link #await}. */
    public int eventCount() {
        return events.size();
    }

    /**
     * Waits for an event, which may have happened already.
     *
     * @param after not one of the first so many events that came in
     * @throws IllegalStateException if there was none like it in time
     */
    public Event await(int after, Predicate<Event> condition, Duration limit) throws InterruptedException {
        Optional<Event> found = events.await(after, event -> anyThrown() || condition.test(event), limit);
        failIfThrown();
        return found.orElseThrow(() -> new IllegalStateException("What was expected did not happen within "
                + limit.toSeconds() + " s. The last events:\n" + Event.text(last(20))));
    }

    /** Waits until this node has reported that it is the primary, not counting the first so many events. */
    public Event awaitPrimary(int after, int node, Duration limit) throws InterruptedException {
        return await(
                after,
                event -> event.kind() == Event.Kind.ROLE
                        && event.node() == node
                        && event.text().equals(Role.PRIMARY.name()),
                limit);
    }

    /** Do the replicas send messages without end? Then no further events are kept. */
    public boolean isFlooded() {
        return events.isFull();
    }

    private List<Event> last(int count) {
        List<Event> all = events.sorted();
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private void requireUp(int node) {
        failIfThrown();
        if (!isUp(node)) {
            throw new IllegalStateException("Node " + node + " is not running.");
        }
    }

    private boolean anyThrown() {
        return thrown().isPresent();
    }

    private Optional<Thrown> thrown() {
        for (NodeProcess node : nodes) {
            if (node != null && node.thrown().isPresent()) {
                return node.thrown();
            }
        }
        return Optional.empty();
    }

    /** Throws what a replica has thrown. */
    public void failIfThrown() {
        thrown().ifPresent(thrown -> {
            throw thrown.notWritten()
                    ? new NotWrittenYet()
                    : new SubmissionFailure(Status.FAIL, "Your code threw " + thrown.describe(program.code()) + ".");
        });
    }

    /** Ends everything that belongs to the cluster. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        synchronized (clients) {
            clients.forEach(Client::close);
        }
        for (NodeProcess node : nodes) {
            if (node != null) {
                node.kill();
            }
        }
        for (NodeProcess node : nodes) {
            if (node != null) {
                try {
                    node.awaitEnd(END_LIMIT);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (IllegalStateException e) {
                    // The guardian kills it once more.
                }
            }
        }
        if (proxy != null) {
            proxy.close();
        }
        guardian.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
