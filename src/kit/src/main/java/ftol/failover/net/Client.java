package ftol.failover.net;

import ftol.failover.Event;
import ftol.failover.net.Rejected.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Appends to the log and reads it, whoever is the primary: asks the node that answered last; asks the other one when there is
 * no answer, or the connection ends, or it is sent there; and rejects answers of an older epoch than it has seen.
 *
 * <p>One thread uses it. Each operation is in the cluster's event log from INVOKE to DONE.
 */
public final class Client implements AutoCloseable {
    private static final long MS = 1_000_000;
    /** How long it waits for an answer before it asks the other node. */
    private static final long PATIENCE = 150 * MS;
    /** How long it waits after it was refused or sent elsewhere, at least and at most. */
    private static final long MIN_PAUSE = MS;

    private static final long MAX_PAUSE = 20 * MS;
    /** In between, it is this part of the time that the operation has taken so far: so no outage seems much longer than it is. */
    private static final int PAUSE_PART = 5;

    private final int id;
    private final IntFunction<InetSocketAddress> nodes;
    private final FrameCodec codec;
    private final EventLog events;
    private final AtomicLong requests;
    private final Selector selector;
    private final Connection[] connections = new Connection[2];
    private long operations;
    private long highestEpoch;
    private int asked;
    /** The node whose connection ended or was refused last, if any has, and when. */
    private int hungUp = -1;

    private long hungUpAt;

    // Of the operation in progress.
    private Frame.Kind operation;
    private List<String> entries;
    private long firstRequest;
    private long request;
    private long askAgain;
    private long begun;
    private Frame answer;

    Client(
            int id,
            int first,
            IntFunction<InetSocketAddress> nodes,
            long cluster,
            EventLog events,
            AtomicLong requests) {
        this.id = id;
        this.asked = first;
        this.nodes = nodes;
        this.codec = new FrameCodec(cluster);
        this.events = events;
        this.requests = requests;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which client this is, in the event log. */
    public int id() {
        return id;
    }

    /** Appends an entry that nobody has appended before. True if it was acknowledged in time. */
    public boolean append(String entry, Duration limit) throws InterruptedException {
        return perform(Frame.Kind.APPEND, List.of(entry), limit).isPresent();
    }

    /** Reads the log; empty if there was no answer in time. */
    public Optional<List<String>> read(Duration limit) throws InterruptedException {
        return perform(Frame.Kind.READ, List.of(), limit).map(Frame::log);
    }

    private Optional<Frame> perform(Frame.Kind kind, List<String> what, Duration limit) throws InterruptedException {
        operation = kind;
        entries = what;
        answer = null;
        begun = System.nanoTime();
        firstRequest = requests.get() + 1;
        events.add(Event.Kind.INVOKE, id, -1, ++operations, 0, kind.name(), what);
        long deadline = begun + limit.toNanos();
        ask();
        while (answer == null) {
            long now = System.nanoTime();
            if (now - deadline >= 0) {
                return Optional.empty();
            }
            if (now - askAgain >= 0) {
                ask();
            }
            try {
                long wait = Math.min(askAgain, deadline) - System.nanoTime();
                selector.select(Math.max(1, (wait + MS - 1) / MS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ClosedSelectorException e) {
                throw new InterruptedException("The cluster was closed.");
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            takeWhatArrived();
        }
        List<String> log = kind == Frame.Kind.READ ? answer.log() : what;
        events.add(Event.Kind.DONE, id, answer.from(), operations, answer.epoch(), kind.name(), log);
        return Optional.of(answer);
    }

    private void takeWhatArrived() {
        for (SelectionKey key : selector.selectedKeys()) {
            ((Connection) key.attachment()).ready();
        }
        selector.selectedKeys().clear();
    }

    /** Asks the node whose turn it is, and the other one if that does not answer. */
    private void ask() {
        request = requests.incrementAndGet();
        askAgain = System.nanoTime() + PATIENCE;
        int node = asked;
        asked = 1 - node;
        events.add(Event.Kind.SEND, id, node, request, 0, operation.name(), entries);
        if (connections[node] == null) {
            connections[node] = new Connection(node);
        }
        connections[node].send(new Frame(operation, id, 0, 0, request, 0, 0, entries));
    }

    private void answered(Frame frame) {
        events.add(
                Event.Kind.RECEIVE,
                id,
                frame.from(),
                frame.id(),
                frame.epoch(),
                frame.kind().name(),
                text(frame));
        if (frame.id() < firstRequest || answer != null) {
            return;
        }
        if (frame.kind() == Frame.Kind.REDIRECT) {
            if (frame.id() == request) {
                int primary = frame.number() == 0 ? 0 : 1;
                // Who names a node that is gone will hear of it soon.
                asked = isGone(primary) ? frame.from() : primary;
                pause();
            }
        } else if (frame.epoch() >= highestEpoch) {
            highestEpoch = frame.epoch();
            asked = frame.from();
            answer = frame;
        }
    }

    private static List<String> text(Frame frame) {
        return frame.kind() == Frame.Kind.REDIRECT ? List.of(String.valueOf(frame.number())) : frame.log();
    }

    private boolean isGone(int node) {
        return node == hungUp && System.nanoTime() - hungUpAt < MAX_PAUSE;
    }

    private void ended(int node) {
        connections[node] = null;
        hungUp = node;
        hungUpAt = System.nanoTime();
        if (answer == null && asked == 1 - node) {
            pause();
        }
    }

    private void pause() {
        long now = System.nanoTime();
        long pause = Math.max(MIN_PAUSE, Math.min((now - begun) / PAUSE_PART, MAX_PAUSE));
        askAgain = Math.min(askAgain, now + pause);
    }

    /** Closes the client's connections. Any thread may do so when the client is not used any more. */
    @Override
    public void close() {
        for (SelectionKey key : selector.isOpen() ? List.copyOf(selector.keys()) : List.<SelectionKey>of()) {
            NodeLoop.close(key.channel());
        }
        NodeLoop.close(selector);
    }

    /** To one node. */
    private final class Connection {
        private final int node;
        private final FrameReader reader = new FrameReader(codec);
        private final FrameWriter writer = new FrameWriter();
        private SocketChannel channel;
        private SelectionKey key;

        Connection(int node) {
            this.node = node;
        }

        void send(Frame frame) {
            writer.add(codec.encode(frame));
            try {
                if (channel == null) {
                    channel = SocketChannel.open();
                    channel.configureBlocking(false);
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                    boolean connected = channel.connect(nodes.apply(node));
                    key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
                }
                if (channel.isConnected()) {
                    flush();
                }
            } catch (IOException e) {
                end();
            }
        }

        private void ready() {
            try {
                if (key.isConnectable() && channel.finishConnect()) {
                    flush();
                }
                if (key.isWritable()) {
                    flush();
                }
                while (key.isReadable()) {
                    int bytes = reader.read(channel);
                    if (bytes < 0) {
                        end();
                        return;
                    }
                    if (bytes == 0) {
                        return;
                    }
                    for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                        if (frame.kind() != Frame.Kind.REPLY && frame.kind() != Frame.Kind.REDIRECT) {
                            throw new Rejected(Reason.CONTENT);
                        }
                        answered(frame);
                    }
                }
            } catch (IOException | Rejected e) {
                end();
            }
        }

        private void flush() throws IOException {
            key.interestOps(
                    writer.flush(channel) ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }

        private void end() {
            NodeLoop.close(channel);
            ended(node);
        }
    }
}
