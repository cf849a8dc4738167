package ftol.failover.net;

import ftol.failover.net.Rejected.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The connection over which this node sends to its peer; what the peer sends comes over the peer's own. It is dialled until
 * it stands, and again when it ends: only if nobody accepts it then has the peer {@linkplain #gone gone}.
 *
 * <p>To connect is not enough, as a proxy or a system about to end a process would accept as well: the peer must answer the
 * greeting.
 */
final class PeerLink implements Ready {
    private static final long MS = 1_000_000;
    private static final long DIAL_AGAIN = 20 * MS;
    private static final long PATIENCE = 1_000 * MS;
    private static final int MAX_WAITING = 1_000;

    private enum State {
        DOWN,
        DIALLING,
        GREETING,
        UP
    }

    /** What the link needs of its node. */
    interface Owner {
        /** Greets a peer, whatever its incarnation. */
        Frame hello();

        /** The peer has answered. Throws if this is not the peer. */
        void greeted(Frame hello) throws Rejected;

        void rejected(Reason reason);
    }

    private final Owner owner;
    private final Selector selector;
    private final FrameCodec codec;
    private final List<Frame> waiting = new ArrayList<>();
    private InetSocketAddress address;
    private State state = State.DOWN;
    private SocketChannel channel;
    private SelectionKey key;
    private FrameReader reader;
    private FrameWriter writer;
    private long since;
    private boolean lost;
    private boolean refused;

    PeerLink(Owner owner, Selector selector, FrameCodec codec) {
        this.owner = owner;
        this.selector = selector;
        this.codec = codec;
        this.since = System.nanoTime() - DIAL_AGAIN;
    }

    /** Where the peer listens from now on. */
    void address(InetSocketAddress newAddress) {
        address = newAddress;
        if (state == State.DOWN) {
            dial();
        }
    }

    /** Sends a frame, or keeps it until the connection stands; if nobody accepts it, the frame is lost. */
    void send(Frame frame) {
        if (state == State.UP) {
            write(frame);
        } else if (state != State.DOWN && waiting.size() < MAX_WAITING) {
            waiting.add(frame);
        }
    }

    /** Dials again if it is time to. */
    void tick(long now) {
        if (untilTick(now) > 0) {
            return;
        }
        if (state == State.DOWN) {
            dial();
        } else {
            end();
        }
    }

    /** After how many nanoseconds {@link #tick} has something to do. */
    long untilTick(long now) {
        return switch (state) {
            case UP -> Long.MAX_VALUE;
            case DOWN -> address == null ? Long.MAX_VALUE : since + DIAL_AGAIN - now;
            case DIALLING, GREETING -> since + PATIENCE - now;
        };
    }

    /** Has the connection ended, and does nobody accept a new one? */
    boolean gone() {
        return lost && refused;
    }

    /** The peer's own connection has ended. If this one does not stand yet and is refused, then the peer has gone. */
    void peerHungUp() {
        lost |= state != State.UP;
    }

    /** The node was told that the peer has gone. */
    void told() {
        lost = false;
    }

    /** Is nothing waiting to be written? */
    boolean idle() {
        return state != State.UP || (key.interestOps() & SelectionKey.OP_WRITE) == 0;
    }

    @Override
    public int ready() {
        try {
            if (state == State.DIALLING) {
                if (channel.finishConnect()) {
                    greet();
                }
                return 1;
            }
            if (key.isWritable()) {
                flush();
            }
            return key.isReadable() ? read() : 0;
        } catch (Rejected e) {
            owner.rejected(e.reason());
            ended();
            return 1;
        } catch (IOException e) {
            ended();
            return 1;
        }
    }

    private int read() throws IOException, Rejected {
        int bytes = reader.read(channel);
        if (bytes < 0) {
            ended();
            return 1;
        }
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            if (frame.kind() != Frame.Kind.HELLO) {
                throw new Rejected(Reason.CONTENT);
            }
            owner.greeted(frame);
            up(frame.incarnation());
        }
        return bytes;
    }

    private void up(long incarnation) {
        state = State.UP;
        lost = false;
        refused = false;
        // What was sent to the peer before it started must not reach it.
        waiting.stream().filter(frame -> frame.to() == incarnation).forEach(this::write);
        waiting.clear();
    }

    private void dial() {
        since = System.nanoTime();
        state = State.DIALLING;
        try {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = channel.register(selector, SelectionKey.OP_CONNECT, this);
            if (channel.connect(address)) {
                greet();
            }
        } catch (IOException e) {
            ended();
        }
    }

    private void greet() throws IOException {
        state = State.GREETING;
        reader = new FrameReader(codec);
        writer = new FrameWriter();
        writer.add(codec.encode(owner.hello()));
        flush();
    }

    private void write(Frame frame) {
        writer.add(codec.encode(frame));
        try {
            flush();
        } catch (IOException e) {
            // That it has ended is read, after all that came before.
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void flush() throws IOException {
        key.interestOps(writer.flush(channel) ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** The other side has ended the connection, or refused it. */
    private void ended() {
        boolean was = state == State.UP;
        end();
        if (was) {
            lost = true;
            refused = false;
            dial();
        } else {
            refused = true;
        }
    }

    private void end() {
        NodeLoop.close(channel);
        state = State.DOWN;
        since = System.nanoTime();
        waiting.clear();
    }
}
