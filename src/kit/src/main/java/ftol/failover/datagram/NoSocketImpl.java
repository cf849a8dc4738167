package ftol.failover.datagram;

import java.net.DatagramPacket;
import java.net.DatagramSocketImpl;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;

/** Keeps the JDK from opening a real socket beneath a {@link VirtualSocket}, which overrides all that would lead here. */
@SuppressWarnings("deprecation") // a time to live was a byte once
final class NoSocketImpl extends DatagramSocketImpl {
    private static UnsupportedOperationException notAvailable() {
        return new UnsupportedOperationException("not available on this socket");
    }

    @Override
    protected void create() {
        throw notAvailable();
    }

    @Override
    protected void bind(int port, InetAddress address) {
        throw notAvailable();
    }

    @Override
    protected void send(DatagramPacket packet) {
        throw notAvailable();
    }

    @Override
    protected int peek(InetAddress address) {
        throw notAvailable();
    }

    @Override
    protected int peekData(DatagramPacket packet) {
        throw notAvailable();
    }

    @Override
    protected void receive(DatagramPacket packet) {
        throw notAvailable();
    }

    @Override
    protected void setTTL(byte ttl) {
        throw notAvailable();
    }

    @Override
    protected byte getTTL() {
        throw notAvailable();
    }

    @Override
    protected void setTimeToLive(int ttl) {
        throw notAvailable();
    }

    @Override
    protected int getTimeToLive() {
        throw notAvailable();
    }

    @Override
    protected void join(InetAddress address) {
        throw notAvailable();
    }

    @Override
    protected void leave(InetAddress address) {
        throw notAvailable();
    }

    @Override
    protected void joinGroup(SocketAddress group, NetworkInterface network) {
        throw notAvailable();
    }

    @Override
    protected void leaveGroup(SocketAddress group, NetworkInterface network) {
        throw notAvailable();
    }

    @Override
    protected void close() {
        throw notAvailable();
    }

    @Override
    public void setOption(int option, Object value) {
        throw notAvailable();
    }

    @Override
    public Object getOption(int option) {
        throw notAvailable();
    }
}
