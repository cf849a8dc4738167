package ftol.failover.net;

import ftol.failover.Env.Boot;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.State;
import ftol.failover.net.Rejected.Reason;
import ftol.failover.sim.Call;
import ftol.failover.sim.Effect;
import ftol.failover.sim.Handlers;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One replica on sockets: waits for what arrives, tells the replica, and does what it asks for. All of that on one thread.
 *
 * <p>In each round the clock is read first, then everything that has arrived is told, and only then the timers that were due
 * by that clock: so a process that was frozen, at whatever instruction, hears of what it slept through before a timer
 * tells it that there was nothing.
 */
final class NodeLoop implements PeerLink.Owner, Inbound.Owner {
    private static final long MS = 1_000_000;
    private static final int MAX_DATAGRAM = 65_535;
    private static final int MAX_CONNECTIONS = 64;
    /** So that an endless stream of messages cannot hold the timers back for ever. */
    private static final int MAX_ROUNDS = 1_000;

    private static final long LINGER = 500 * MS;
    private static final long LONGEST_TIMER = 1L << 60;

    /** A client's request that has no answer yet. */
    private record Request(int client, Inbound from) {}

    private final Launch launch;
    private final Handlers node;
    private final Report report;
    private final FrameCodec codec;
    private final StateFile disk;
    private final State persisted;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final DatagramChannel datagrams;
    private final ByteBuffer datagram = ByteBuffer.allocate(MAX_DATAGRAM);
    private final PeerLink link;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> timers = new HashMap<>();
    private final Map<Long, Request> requests = new HashMap<>();
    private final Set<Inbound> connections = new HashSet<>();
    private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
    private final List<Runnable> actions = new ArrayList<>();
    private final long origin;
    private InetSocketAddress peerDatagrams;
    private long peerIncarnation;
    private long epoch;
    private long frames;
    private boolean lying;
    private boolean countsChanged;
    private boolean stopping;

    /** Reads the disk and opens the sockets, at ports that are free. */
    NodeLoop(Launch launch, Handlers node, Report report) throws IOException {
        this.launch = launch;
        this.node = node;
        this.report = report;
        this.codec = new FrameCodec(launch.cluster());
        this.disk = new StateFile(launch.folder());
        // Not the same clock as the peer's: only differences mean anything.
        this.origin = launch.incarnation() * 1_000_003L * MS;
        this.frames = launch.incarnation() * 1_000_000_000L;
        this.persisted = disk.read();
        selector = Selector.open();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(launch.host(), 0));
        register(server, SelectionKey.OP_ACCEPT, this::accept);
        datagrams = DatagramChannel.open();
        datagrams.bind(new InetSocketAddress(launch.host(), 0));
        register(datagrams, SelectionKey.OP_READ, this::readDatagrams);
        link = new PeerLink(this, selector, codec);
    }

    private void register(SelectableChannel channel, int operation, Ready ready) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, operation, ready);
    }

    int tcpPort() {
        return server.socket().getLocalPort();
    }

    int udpPort() {
        return datagrams.socket().getLocalPort();
    }

    /** Has this done by the loop's thread, soon. Any thread may call it. */
    void later(Runnable command) {
        commands.add(command);
        selector.wakeup();
    }

    /** Where the peer is from now on, and its incarnation if it is known to have started, else 0. */
    void peer(int tcpPort, int udpPort, long incarnation) {
        peerDatagrams = new InetSocketAddress(launch.host(), udpPort);
        peerIncarnation = Math.max(peerIncarnation, incarnation);
        link.address(new InetSocketAddress(launch.host(), tcpPort));
    }

    /** From now on acknowledges what clients append, and forgets it. */
    void lie() {
        report.event(Event.Kind.LIE, launch.id(), -1, 0, 0, "", List.of());
        report.flush();
        lying = true;
    }

    /** The operator wants the node to stop. */
    void stop() {
        handle(new Call(Call.Kind.STOP, clock(), 0, 0, null, null, null));
        stopping = true;
    }

    /** Runs the replica until it is stopped, then closes the sockets. Throws what the replica threw. */
    void run() throws IOException {
        try {
            obey();
            start();
            while (!stopping) {
                round();
            }
            linger();
            report.event(Event.Kind.STOP, launch.id(), -1, 0, 0, "", List.of());
            report.flush();
        } finally {
            // Now, since a JVM may take some 300 ms more to end.
            List.copyOf(selector.keys()).forEach(key -> close(key.channel()));
            close(selector);
        }
    }

    private void round() throws IOException {
        long now = System.nanoTime();
        takeWhatArrived();
        if (link.gone() && !peerConnected()) {
            link.told();
            report.event(Event.Kind.CLOSED, launch.id(), launch.peer(), 0, 0, "", List.of());
            handle(new Call(Call.Kind.CLOSED, clock(), launch.peer(), 0, null, null, null));
        }
        fire(now);
        link.tick(System.nanoTime());
        reportRejected();
        if (!stopping) {
            selector.select(Math.max(1, (untilDue(System.nanoTime()) + MS - 1) / MS));
        }
    }

    private void start() {
        Boot boot = launch.first() ? Boot.FIRST_START : disk.isLost() ? Boot.DISK_LOST : Boot.RESTART;
        report.event(Event.Kind.START, launch.id(), -1, 0, persisted.epoch(), boot.name(), persisted.log());
        Call.Setting setting =
                new Call.Setting(launch.id(), launch.peer(), launch.interval(), launch.timeout(), boot, persisted);
        handle(new Call(Call.Kind.START, clock(), 0, 0, null, null, setting));
    }

    /** What was sent last is to leave before the process ends. */
    private void linger() throws IOException {
        long end = System.nanoTime() + LINGER;
        while (!link.idle() && System.nanoTime() - end < 0) {
            selector.select(10);
            ready();
        }
    }

    private void takeWhatArrived() throws IOException {
        for (int round = 0; round < MAX_ROUNDS && !stopping; round++) {
            obey();
            selector.selectNow();
            if (ready() == 0) {
                return;
            }
        }
    }

    private void obey() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
    }

    private int ready() {
        List<Ready> ready = new ArrayList<>();
        for (SelectionKey key : selector.selectedKeys()) {
            ready.add((Ready) key.attachment());
        }
        selector.selectedKeys().clear();
        ready.sort(Comparator.comparing(Ready::client));
        int arrived = 0;
        for (Ready each : ready) {
            arrived += each.ready();
        }
        return arrived;
    }

    private void fire(long now) {
        while (!stopping) {
            Map.Entry<Integer, Long> next = null;
            for (Map.Entry<Integer, Long> timer : timers.entrySet()) {
                if (next == null || timer.getValue() - next.getValue() < 0) {
                    next = timer;
                }
            }
            if (next == null || next.getValue() - now > 0) {
                return;
            }
            int id = next.getKey();
            timers.remove(id);
            handle(new Call(Call.Kind.TIMER, clock(), 0, id, null, null, null));
        }
    }

    private long untilDue(long now) {
        long least = link.untilTick(now);
        for (long due : timers.values()) {
            least = Math.min(least, due - now);
        }
        return Math.max(0, Math.min(least, 1_000 * MS));
    }

    private boolean peerConnected() {
        return connections.stream()
                .anyMatch(connection ->
                        connection.peerIncarnation() != 0 && connection.peerIncarnation() == peerIncarnation);
    }

    private int accept() {
        try {
            SocketChannel channel = server.accept();
            if (channel == null) {
                return 0;
            }
            if (connections.size() >= MAX_CONNECTIONS) {
                close(channel);
                return 1;
            }
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            Inbound inbound = new Inbound(this, channel, key, codec);
            key.attach(inbound);
            connections.add(inbound);
        } catch (IOException e) {
            // Whoever it was has gone again.
        }
        return 1;
    }

    private int readDatagrams() {
        int arrived = 0;
        try {
            while (arrived < MAX_ROUNDS) {
                datagram.clear();
                if (datagrams.receive(datagram) == null) {
                    return arrived;
                }
                arrived++;
                received(codec.decode(datagram.flip()), null);
            }
        } catch (Rejected e) {
            rejected(e.reason());
        } catch (IOException e) {
            // A datagram that was lost.
        }
        return arrived;
    }

    /** @param from null if it came as a datagram */
    @Override
    public void received(Frame frame, Inbound from) throws Rejected {
        switch (frame.kind()) {
            case APPEND, READ -> request(frame, from);
            case HELLO -> {
                greeted(frame);
                if (from != null) {
                    from.fromPeer(frame.incarnation());
                    from.send(hello());
                } else if (frame.to() != launch.incarnation()) {
                    sendDatagram(hello());
                }
            }
            case HEARTBEAT, STOP, STATE, ACK, ASK -> message(frame);
            case REPLY, REDIRECT -> throw new Rejected(Reason.CONTENT);
        }
    }

    private void message(Frame frame) {
        try {
            greeted(frame);
        } catch (Rejected e) {
            // One frame that comes too late says nothing against the connection it came over.
            rejected(e.reason());
            return;
        }
        if (frame.to() != launch.incarnation()) {
            rejected(Reason.NOT_FOR_ME);
            sendDatagram(hello());
            return;
        }
        report.event(
                Event.Kind.RECEIVE,
                launch.id(),
                frame.from(),
                frame.id(),
                frame.epoch(),
                frame.kind().name(),
                frame.log());
        Message message =
                new Message(Message.Kind.valueOf(frame.kind().name()), frame.epoch(), frame.number(), frame.log());
        handle(new Call(Call.Kind.MESSAGE, clock(), frame.from(), 0, message, null, null));
    }

    private void request(Frame frame, Inbound from) throws Rejected {
        boolean append = frame.kind() == Frame.Kind.APPEND;
        if (from == null
                || frame.from() < Event.CLIENT
                || append != (frame.log().size() == 1)) {
            throw new Rejected(Reason.CONTENT);
        }
        report.event(
                Event.Kind.RECEIVE,
                launch.id(),
                frame.from(),
                frame.id(),
                0,
                frame.kind().name(),
                frame.log());
        if (requests.putIfAbsent(frame.id(), new Request(frame.from(), from)) != null) {
            return;
        }
        if (lying && append) {
            apply(List.of(new Effect(Effect.Kind.REPLY, 0, frame.id(), 0, null, null, null, frame.log())));
        } else if (append) {
            handle(new Call(
                    Call.Kind.APPEND,
                    clock(),
                    frame.from(),
                    frame.id(),
                    null,
                    frame.log().get(0),
                    null));
        } else {
            handle(new Call(Call.Kind.READ, clock(), frame.from(), frame.id(), null, null, null));
        }
    }

    @Override
    public Frame hello() {
        return frame(Frame.Kind.HELLO, peerIncarnation, 0, 0, List.of());
    }

    @Override
    public void greeted(Frame frame) throws Rejected {
        if (frame.from() != launch.peer()) {
            throw new Rejected(Reason.CONTENT);
        }
        if (frame.incarnation() < peerIncarnation) {
            throw new Rejected(Reason.EARLIER);
        }
        peerIncarnation = frame.incarnation();
    }

    @Override
    public void ended(Inbound connection) {
        connections.remove(connection);
        if (connection.peerIncarnation() != 0 && connection.peerIncarnation() == peerIncarnation) {
            link.peerHungUp();
        }
        requests.values().removeIf(request -> request.from() == connection);
    }

    @Override
    public void rejected(Reason reason) {
        rejected.merge(reason, 1L, Long::sum);
        countsChanged = true;
    }

    private void reportRejected() {
        if (countsChanged) {
            countsChanged = false;
            StringBuilder counts = new StringBuilder();
            rejected.forEach((reason, count) ->
                    counts.append(reason).append('=').append(count).append(' '));
            report.line(Report.Kind.REJECTED, counts.toString().strip());
            report.flush();
        }
    }

    private long clock() {
        return System.nanoTime() + origin;
    }

    /** A replica that was told to stop is told nothing more: what it would acknowledge then, nobody else would know of. */
    private void handle(Call call) {
        if (!stopping) {
            apply(node.handle(call));
        }
    }

    /**
     * Everything takes place in the order in which the replica asked for it. What others can see of it is reported just
     * before, so that the log of a process that is killed here lacks nothing that had consequences.
     */
    private void apply(List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect.kind()) {
                case SEND -> send(effect.message());
                case TIMER -> timers.put(effect.timer(), System.nanoTime() + Math.min(effect.number(), LONGEST_TIMER));
                case PERSIST -> {
                    act();
                    persist(effect.state());
                }
                case REPLY -> answer(Frame.Kind.REPLY, effect.number(), 0, effect.log());
                case REDIRECT -> answer(Frame.Kind.REDIRECT, effect.number(), effect.node(), List.of());
                case ROLE -> {
                    epoch = effect.number();
                    String role = effect.role().name();
                    report.event(Event.Kind.ROLE, launch.id(), -1, 0, epoch, role, List.of());
                }
            }
        }
        act();
    }

    private void act() {
        report.flush();
        actions.forEach(Runnable::run);
        actions.clear();
    }

    private void persist(State state) {
        try {
            disk.write(state);
        } catch (IOException e) {
            throw new UncheckedIOException("The state cannot be written.", e);
        }
    }

    private void send(Message message) {
        Frame.Kind kind = Frame.Kind.valueOf(message.kind().name());
        Frame frame = frame(kind, peerIncarnation, message.epoch(), message.number(), message.log());
        report.event(Event.Kind.SEND, launch.id(), launch.peer(), frame.id(), frame.epoch(), kind.name(), frame.log());
        actions.add(kind == Frame.Kind.HEARTBEAT ? () -> sendDatagram(frame) : () -> link.send(frame));
    }

    private void sendDatagram(Frame frame) {
        if (peerDatagrams == null) {
            return;
        }
        try {
            datagrams.send(codec.encode(frame), peerDatagrams);
        } catch (IOException e) {
            // Too long for a datagram, or the system has no room for it: it is lost.
        }
    }

    private void answer(Frame.Kind kind, long number, int other, List<String> log) {
        Request request = requests.remove(number);
        if (request == null) {
            return;
        }
        Frame frame = new Frame(kind, launch.id(), launch.incarnation(), 0, number, epoch, other, log);
        List<String> what = kind == Frame.Kind.REPLY ? log : List.of(String.valueOf(other));
        report.event(Event.Kind.SEND, launch.id(), request.client(), number, epoch, kind.name(), what);
        actions.add(() -> request.from().send(frame));
    }

    private Frame frame(Frame.Kind kind, long to, long frameEpoch, long number, List<String> log) {
        return new Frame(kind, launch.id(), launch.incarnation(), to, ++frames, frameEpoch, number, log);
    }

    static void close(Closeable channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // It is of no use any more.
            }
        }
    }
}
