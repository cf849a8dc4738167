package ftol.failover.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Random;

/**
 * One way through a {@link FaultProxy}, and what is bad about it. At first nothing is. Datagrams can be lost, doubled,
 * overtaken; TCP knows none of this, so what goes over a connection can only be late, in pieces, damaged, or held up.
 *
 * <p>Probabilities are from 0 to 1, times in milliseconds. Any thread may use the public methods.
 */
public final class Direction {
    private static final long MS = 1_000_000;
    private static final int MAX_DATAGRAM = 65_535;

    private final FaultProxy proxy;
    private final InetAddress host;
    private final ServerSocketChannel server;
    private final DatagramChannel datagrams;
    private final ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM);
    private Random random;
    private InetSocketAddress tcpTarget;
    private InetSocketAddress udpTarget;
    private boolean cut;
    private boolean half;
    private double drop;
    private double duplicate;
    private double reorder;
    private double corrupt;
    private long delay;
    private int slice;

    Direction(FaultProxy proxy, InetAddress host, long seed) throws IOException {
        this.proxy = proxy;
        this.host = host;
        this.random = new Random(seed);
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(host, 0));
        server.configureBlocking(false);
        server.register(proxy.selector(), SelectionKey.OP_ACCEPT, (Runnable) this::accept);
        datagrams = DatagramChannel.open();
        datagrams.bind(new InetSocketAddress(host, 0));
        datagrams.configureBlocking(false);
        datagrams.register(proxy.selector(), SelectionKey.OP_READ, (Runnable) this::forward);
    }

    /** What is random from now on follows from this. */
    public Direction seed(long seed) {
        return set(() -> random = new Random(seed));
    }

    /** Nothing gets through any more (a black hole): datagrams are lost, and what goes over connections waits. */
    public Direction cut() {
        return set(() -> cut = true);
    }

    /** The same, but datagrams get through: connections are half open. */
    public Direction cutConnections() {
        return set(() -> half = true);
    }

    /** Ends {@link #cut} and {@link #cutConnections}. */
    public Direction heal() {
        return set(() -> {
            cut = false;
            half = false;
        });
    }

    /** How likely a datagram is to be lost. */
    public Direction drop(double probability) {
        return set(() -> drop = probability);
    }

    /** How likely a datagram is to arrive twice. */
    public Direction duplicate(double probability) {
        return set(() -> duplicate = probability);
    }

    /** How likely a datagram is to be overtaken by those of the next 250 ms. */
    public Direction reorder(double probability) {
        return set(() -> reorder = probability);
    }

    /** How likely a datagram, or a piece of what goes over a connection, is to have one byte changed. */
    public Direction corrupt(double probability) {
        return set(() -> corrupt = probability);
    }

    /** By how much everything is late. */
    public Direction delay(long ms) {
        return set(() -> delay = ms * MS);
    }

    /** Into pieces of how many bytes, a millisecond apart, what goes over connections is cut; 0 for whole. */
    public Direction slice(int bytes) {
        return set(() -> slice = bytes);
    }

    private Direction set(Runnable change) {
        proxy.now(() -> {
            change.run();
            proxy.relays().forEach(Relay::update);
        });
        return this;
    }

    // What follows is for the proxy's thread, and for its constructor.

    int tcpPort() {
        return server.socket().getLocalPort();
    }

    int udpPort() {
        return datagrams.socket().getLocalPort();
    }

    void target(int tcpPort, int udpPort) {
        tcpTarget = new InetSocketAddress(host, tcpPort);
        udpTarget = new InetSocketAddress(host, udpPort);
    }

    InetSocketAddress tcpTarget() {
        return tcpTarget;
    }

    boolean holdsConnections() {
        return cut || half;
    }

    long delay() {
        return delay;
    }

    int slice() {
        return slice;
    }

    /** Changes one byte, if it is to be. */
    void damage(ByteBuffer bytes) {
        if (bytes.hasRemaining() && random.nextDouble() < corrupt) {
            int place = bytes.position() + random.nextInt(bytes.remaining());
            bytes.put(place, (byte) (bytes.get(place) ^ (1 << random.nextInt(Byte.SIZE))));
        }
    }

    private void accept() {
        try {
            SocketChannel channel = server.accept();
            if (channel != null) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                proxy.relays().add(new Relay(proxy, channel, this));
            }
        } catch (IOException e) {
            // Whoever it was has gone again.
        }
    }

    private void forward() {
        try {
            while (true) {
                buffer.clear();
                if (datagrams.receive(buffer) == null) {
                    return;
                }
                buffer.flip();
                if (cut || random.nextDouble() < drop) {
                    continue;
                }
                ByteBuffer copy = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), buffer.limit()));
                damage(copy);
                boolean overtaken = random.nextDouble() < reorder;
                send(copy, delay + (overtaken ? 250 * MS : 0));
                if (random.nextDouble() < duplicate) {
                    send(copy.duplicate(), delay + random.nextInt(20) * MS);
                }
            }
        } catch (IOException e) {
            // That one is lost.
        }
    }

    private void send(ByteBuffer datagram, long wait) {
        if (wait == 0) {
            sendNow(datagram);
        } else {
            proxy.at(System.nanoTime() + wait, () -> sendNow(datagram));
        }
    }

    private void sendNow(ByteBuffer datagram) {
        try {
            if (!cut && udpTarget != null) {
                datagrams.send(datagram.duplicate(), udpTarget);
            }
        } catch (IOException e) {
            // That one is lost.
        }
    }

    void close() {
        NodeLoop.close(server);
        NodeLoop.close(datagrams);
    }
}
