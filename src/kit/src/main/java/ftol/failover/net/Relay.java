package ftol.failover.net;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** One TCP connection through a {@link FaultProxy}: two connections, and what is on its way between them. */
final class Relay {
    private static final long MS = 1_000_000;
    private static final int MAX_WAITING = 256 * 1024;

    private final FaultProxy proxy;
    private final Side dialler;
    private final Side target;
    private boolean ended;

    /** @param way what the dialler sends */
    Relay(FaultProxy proxy, SocketChannel accepted, Direction way) throws IOException {
        this.proxy = proxy;
        dialler = new Side(accepted, way);
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        target = new Side(channel, proxy.back(way));
        dialler.other = target;
        target.other = dialler;
        dialler.key = accepted.register(proxy.selector(), 0, (Runnable) dialler::ready);
        target.key = channel.register(proxy.selector(), SelectionKey.OP_CONNECT, (Runnable) target::ready);
        dialler.connected = true;
        try {
            target.connected = way.tcpTarget() != null && channel.connect(way.tcpTarget());
            target.finished = way.tcpTarget() == null;
        } catch (IOException e) {
            target.finished = true;
        }
        update();
    }

    /** Goes on with what can go on. */
    void update() {
        if (!ended) {
            dialler.deliver();
            target.deliver();
            dialler.listen();
            target.listen();
            if (dialler.over() && target.over()) {
                end();
            }
        }
    }

    void end() {
        ended = true;
        NodeLoop.close(dialler.channel);
        NodeLoop.close(target.channel);
        proxy.relays().remove(this);
    }

    /** Ends it so that both sides get an error instead of an end. */
    void reset() {
        for (Side side : new Side[] {dialler, target}) {
            try {
                side.channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // It has ended already.
            }
        }
        end();
    }

    private record Piece(long due, ByteBuffer bytes) {}

    /** One of the two connections, and what came over it that the other has not taken yet. */
    private final class Side {
        private final SocketChannel channel;
        private final Direction way;
        private final Deque<Piece> waiting = new ArrayDeque<>();
        private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
        private Side other;
        private SelectionKey key;
        private int bytes;
        private long lastDue;
        private boolean connected;
        /** Nothing more comes over it. */
        private boolean finished;
        /** And the other side was told. */
        private boolean told;

        Side(SocketChannel channel, Direction way) {
            this.channel = channel;
            this.way = way;
            this.lastDue = System.nanoTime();
        }

        private boolean over() {
            return finished && told;
        }

        private void ready() {
            if (ended) {
                return;
            }
            try {
                if (!connected && key.isConnectable()) {
                    connected = channel.finishConnect();
                }
                if (connected && key.isReadable() && !way.holdsConnections()) {
                    read();
                }
            } catch (IOException e) {
                // Nobody there, or reset. What came before still arrives.
                finished = true;
            }
            update();
        }

        private void read() throws IOException {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                finished = true;
                return;
            }
            buffer.flip();
            way.damage(buffer);
            while (buffer.hasRemaining()) {
                int length = way.slice() > 0 ? Math.min(way.slice(), buffer.remaining()) : buffer.remaining();
                ByteBuffer piece = ByteBuffer.allocate(length);
                piece.put(buffer.slice().limit(length)).flip();
                buffer.position(buffer.position() + length);
                long due = Math.max(System.nanoTime() + way.delay(), lastDue + (way.slice() > 0 ? MS : 0));
                lastDue = due;
                bytes += length;
                waiting.add(new Piece(due, piece));
                if (due - System.nanoTime() > 0) {
                    proxy.at(due, Relay.this::update);
                }
            }
        }

        /** Gives the other side what is due. */
        private void deliver() {
            try {
                while (other.connected && !waiting.isEmpty() && waiting.peek().due() - System.nanoTime() <= 0) {
                    int written = other.channel.write(waiting.peek().bytes());
                    bytes -= written;
                    if (waiting.peek().bytes().hasRemaining()) {
                        return;
                    }
                    waiting.remove();
                }
                // That a connection has ended travels the same way as its bytes.
                if (finished && !told && waiting.isEmpty() && !way.holdsConnections()) {
                    told = true;
                    if (other.connected) {
                        other.channel.shutdownOutput();
                    }
                    if (!connected) {
                        NodeLoop.close(other.channel);
                        other.finished = true;
                        other.told = true;
                    }
                }
            } catch (IOException e) {
                waiting.clear();
                bytes = 0;
                finished = true;
                told = true;
            }
        }

        private void listen() {
            if (!key.isValid()) {
                return;
            }
            int operations = 0;
            if (!connected) {
                operations = finished ? 0 : SelectionKey.OP_CONNECT;
            } else {
                if (!finished && !way.holdsConnections() && bytes < MAX_WAITING) {
                    operations |= SelectionKey.OP_READ;
                }
                boolean stuck = !other.waiting.isEmpty() && other.waiting.peek().due() - System.nanoTime() <= 0;
                if (stuck) {
                    operations |= SelectionKey.OP_WRITE;
                }
            }
            key.interestOps(operations);
        }
    }
}
