// variant of 1b
// why: calls itself with what is left of the timeout, and asks the message of an exception for nothing
package variants.p1b.recursive;

import ftol.failover.Heartbeats;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;

public final class SocketHeartbeats implements Heartbeats {
    private Heartbeat newest;

    @Override
    public void send(Link link, Heartbeat heartbeat) throws IOException {
        byte[] numbers = String.format(
                        "%08x%08x%016x%016x", MAGIC, link.cluster(), heartbeat.incarnation(), heartbeat.sequence())
                .replaceAll("..", "$0 ")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] frame = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            frame[i] = (byte) (Character.digit(numbers[3 * i], 16) << 4 | Character.digit(numbers[3 * i + 1], 16));
        }
        try {
            link.socket()
                    .send(new DatagramPacket(
                            frame,
                            0,
                            LENGTH,
                            link.peer().getAddress(),
                            link.peer().getPort()));
        } catch (PortUnreachableException ignored) {
            // It may be lost.
        }
    }

    @Override
    public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
        if (timeout <= 0) {
            return Optional.empty();
        }
        long before = link.nanoTime();
        int previous = link.socket().getSoTimeout();
        Optional<Heartbeat> heartbeat = Optional.empty();
        try {
            link.socket().setSoTimeout(Math.toIntExact(Math.max(1, Math.round(timeout / 1e6))));
            ByteBuffer buffer = ByteBuffer.allocate(LENGTH + 8);
            DatagramPacket packet = new DatagramPacket(buffer.array(), buffer.capacity());
            link.socket().receive(packet);
            heartbeat = Optional.of(packet)
                    .filter(p -> p.getLength() == LENGTH)
                    .filter(p -> ((InetSocketAddress) p.getSocketAddress()).equals(link.peer()))
                    .filter(p -> buffer.getLong() == ((long) MAGIC << 32 | link.cluster() & 0xFFFFFFFFL))
                    .map(p -> new Heartbeat(buffer.getLong(), buffer.getLong()))
                    .filter(h -> h.sequence() > 0 && h.incarnation() > 0)
                    .filter(h -> newest == null
                            || h.incarnation() > newest.incarnation()
                            || h.incarnation() == newest.incarnation() && h.sequence() > newest.sequence());
        } catch (SocketTimeoutException e) {
            // Nothing came.
        } catch (PortUnreachableException e) {
            // Nobody is there, but somebody may come.
        } finally {
            if (!link.socket().isClosed()) {
                link.socket().setSoTimeout(previous);
            }
        }
        if (heartbeat.isPresent()) {
            newest = heartbeat.get();
            return heartbeat;
        }
        return receive(link, timeout - (link.nanoTime() - before));
    }
}
