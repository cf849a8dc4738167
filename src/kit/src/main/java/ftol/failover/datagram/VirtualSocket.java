package ftol.failover.datagram;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A socket in memory, on a clock of its own that moves only while {@link #receive} waits: what it receives and when is known
 * beforehand, however busy the machine is. It behaves as a socket of the JDK does on Linux; what it cannot do it says.
 *
 * <p>One thread uses it.
 */
final class VirtualSocket extends DatagramSocket {
    private static final long MS = 1_000_000;
    private static final Address LOCAL = new Address("192.0.2.2", 7000);

    /** More datagrams, timeouts and errors than any session has; and readings of a clock that stands still. */
    private static final int MANY = 100_000;

    private static final HexFormat HEX = HexFormat.of();

    private final Deque<Datagram> arrivals;
    private final Deque<Long> unreachable;
    private final InetSocketAddress remote;
    private final long closes;
    private final long origin;
    private final List<Datagram> sent = new ArrayList<>();
    private final Map<SocketOption<?>, Object> options = new HashMap<>(Map.of(
            StandardSocketOptions.SO_RCVBUF, 212_992,
            StandardSocketOptions.SO_SNDBUF, 212_992,
            StandardSocketOptions.SO_REUSEADDR, false,
            StandardSocketOptions.SO_BROADCAST, true,
            StandardSocketOptions.IP_TOS, 0));
    private long now;
    private int soTimeout;
    private boolean closedByCaller;
    private int receives;
    private int readings;
    private Filled filled;

    /** A packet as it was left: a socket remembers how much room it had, whatever length the last datagram has given it. */
    private static final class Filled {
        private final DatagramPacket packet;
        private final byte[] data;
        private final int offset;
        private final int length;
        private final int room;

        Filled(DatagramPacket packet, int room) {
            this.packet = packet;
            this.data = packet.getData();
            this.offset = packet.getOffset();
            this.length = packet.getLength();
            this.room = room;
        }

        /** The room in a packet, which it no longer tells itself once it was filled. */
        static int room(DatagramPacket packet, Filled before) {
            boolean untouched = before != null
                    && packet == before.packet
                    && packet.getData() == before.data
                    && packet.getOffset() == before.offset
                    && packet.getLength() == before.length;
            return untouched ? before.room : packet.getLength();
        }
    }

    /** A socket for this session; the session's calls are not its business. */
    VirtualSocket(Session session) {
        super(new NoSocketImpl());
        arrivals = new ArrayDeque<>(session.arrivals());
        unreachable = new ArrayDeque<>(session.unreachable());
        remote = session.connected() ? session.peer().socketAddress() : null;
        closes = session.closes();
        origin = session.origin();
    }

    /** The time in nanoseconds since the session began. */
    long now() {
        return now;
    }

    /** Lets time pass until then, unless it is later already. */
    void advance(long until) {
        if (until > now) {
            now = until;
            readings = 0;
        }
    }

    /** What has been sent since the last time. */
    List<Datagram> takeSent() {
        List<Datagram> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    boolean closedByOwner() {
        return now >= closes;
    }

    boolean closedByCaller() {
        return closedByCaller;
    }

    /** The clock that belongs to the socket. */
    long nanoTime() {
        readings++;
        if (readings > MANY) {
            throw new NeverEnds("it has asked " + MANY + " times what time it is, without waiting in socket.receive");
        }
        return origin + now;
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
        receives++;
        if (receives > MANY) {
            throw new NeverEnds("it has called socket.receive " + MANY + " times");
        }
        requireOpen("Socket closed");
        int room = Filled.room(packet, filled);
        long deadline = soTimeout == 0 ? Long.MAX_VALUE : now + soTimeout * MS;
        while (true) {
            long arrival = arrivals.isEmpty() ? Long.MAX_VALUE : arrivals.peek().at();
            long error = unreachable.isEmpty() ? Long.MAX_VALUE : unreachable.peek();
            long next = Math.min(Math.min(arrival, error), Math.min(deadline, closes));
            if (next == Long.MAX_VALUE) {
                throw new NeverEnds(
                        "socket.receive waits for ever, since the socket's timeout is 0, and nothing more comes");
            }
            advance(next);
            if (now >= closes) {
                throw new SocketException("Socket closed");
            }
            if (error <= now) {
                unreachable.remove();
                throw new PortUnreachableException("Nobody is at that port");
            }
            if (arrival > now) {
                throw new SocketTimeoutException("Receive timed out");
            }
            Datagram datagram = arrivals.remove();
            if (remote == null || remote.equals(datagram.address().socketAddress())) {
                fill(packet, datagram, room);
                return;
            }
        }
    }

    private void fill(DatagramPacket packet, Datagram datagram, int room) {
        byte[] bytes = HEX.parseHex(datagram.hex());
        int length = Math.min(bytes.length, room);
        System.arraycopy(bytes, 0, packet.getData(), packet.getOffset(), length);
        packet.setLength(length);
        packet.setSocketAddress(datagram.address().socketAddress());
        filled = new Filled(packet, room);
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
        requireOpen("Socket closed");
        if (packet.getAddress() == null) {
            if (remote == null) {
                throw new IllegalArgumentException("Address not set");
            }
            packet.setSocketAddress(remote);
        } else if (remote != null && !remote.equals(packet.getSocketAddress())) {
            throw new IllegalArgumentException("Connected and packet address differ");
        }
        if (!unreachable.isEmpty() && unreachable.peek() <= now) {
            unreachable.remove();
            throw new PortUnreachableException("Nobody is at that port");
        }
        int from = packet.getOffset();
        String hex = HEX.formatHex(packet.getData(), from, from + packet.getLength());
        sent.add(new Datagram(now, Address.of(packet.getSocketAddress()), hex));
    }

    @Override
    public void close() {
        closedByCaller |= !closedByOwner();
    }

    @Override
    public boolean isClosed() {
        return closedByCaller || closedByOwner();
    }

    private void requireOpen(String message) throws SocketException {
        if (isClosed()) {
            throw new SocketException(message);
        }
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        if (timeout < 0) {
            throw new IllegalArgumentException("timeout < 0");
        }
        requireOpen("Socket is closed");
        soTimeout = timeout;
    }

    @Override
    public int getSoTimeout() throws SocketException {
        requireOpen("Socket is closed");
        return soTimeout;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isConnected() {
        return remote != null;
    }

    @Override
    public InetAddress getInetAddress() {
        return remote == null ? null : remote.getAddress();
    }

    @Override
    public int getPort() {
        return remote == null ? -1 : remote.getPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return remote;
    }

    @Override
    public InetAddress getLocalAddress() {
        return isClosed() ? null : LOCAL.socketAddress().getAddress();
    }

    @Override
    public int getLocalPort() {
        return isClosed() ? -1 : LOCAL.port();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return isClosed() ? null : LOCAL.socketAddress();
    }

    @Override
    public void bind(SocketAddress address) throws SocketException {
        requireOpen("Socket is closed");
        throw new SocketException("Already bound");
    }

    @Override
    public void connect(InetAddress address, int port) {
        throw notYours();
    }

    @Override
    public void connect(SocketAddress address) {
        throw notYours();
    }

    @Override
    public void disconnect() {
        throw notYours();
    }

    private static RuntimeException notYours() {
        return new UnsupportedOperationException(
                "do not connect or disconnect the socket: it is not yours, and may serve other peers as well");
    }

    @Override
    public DatagramChannel getChannel() {
        return null;
    }

    @Override
    public void joinGroup(SocketAddress group, NetworkInterface network) {
        throw new UnsupportedOperationException("there is no multicast on this socket");
    }

    @Override
    public void leaveGroup(SocketAddress group, NetworkInterface network) {
        throw new UnsupportedOperationException("there is no multicast on this socket");
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.copyOf(options.keySet());
    }

    @Override
    public <T> DatagramSocket setOption(SocketOption<T> name, T value) throws IOException {
        set(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return get(name);
    }

    private <T> void set(SocketOption<T> name, T value) throws SocketException {
        get(name);
        options.put(name, name.type().cast(value));
    }

    private <T> T get(SocketOption<T> name) throws SocketException {
        requireOpen("Socket is closed");
        if (!options.containsKey(name)) {
            throw new UnsupportedOperationException("'" + name + "' not supported");
        }
        return name.type().cast(options.get(name));
    }

    @Override
    public void setReceiveBufferSize(int size) throws SocketException {
        set(StandardSocketOptions.SO_RCVBUF, positive(size));
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return get(StandardSocketOptions.SO_RCVBUF);
    }

    @Override
    public void setSendBufferSize(int size) throws SocketException {
        set(StandardSocketOptions.SO_SNDBUF, positive(size));
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        return get(StandardSocketOptions.SO_SNDBUF);
    }

    private static int positive(int size) {
        if (size <= 0) {
            throw new IllegalArgumentException("invalid buffer size: " + size);
        }
        return size;
    }

    @Override
    public void setReuseAddress(boolean on) throws SocketException {
        set(StandardSocketOptions.SO_REUSEADDR, on);
    }

    @Override
    public boolean getReuseAddress() throws SocketException {
        return get(StandardSocketOptions.SO_REUSEADDR);
    }

    @Override
    public void setBroadcast(boolean on) throws SocketException {
        set(StandardSocketOptions.SO_BROADCAST, on);
    }

    @Override
    public boolean getBroadcast() throws SocketException {
        return get(StandardSocketOptions.SO_BROADCAST);
    }

    @Override
    public void setTrafficClass(int trafficClass) throws SocketException {
        if (trafficClass < 0 || trafficClass > 255) {
            throw new IllegalArgumentException("tc is not in range 0 -- 255");
        }
        set(StandardSocketOptions.IP_TOS, trafficClass);
    }

    @Override
    public int getTrafficClass() throws SocketException {
        return get(StandardSocketOptions.IP_TOS);
    }
}
