// variant of 1b
// why: data streams over the largest buffer there can be, and a comparator for what is fresh
package variants.p1b.data_streams;

import ftol.failover.Heartbeats;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Comparator;
import java.util.Optional;

public final class SocketHeartbeats implements Heartbeats {
    private static final Comparator<Heartbeat> BY_AGE =
            Comparator.comparingLong(Heartbeat::incarnation).thenComparingLong(Heartbeat::sequence);

    private Optional<Heartbeat> newest = Optional.empty();

    @Override
    public void send(Link link, Heartbeat heartbeat) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(link.cluster());
            out.writeLong(heartbeat.incarnation());
            out.writeLong(heartbeat.sequence());
        }
        try {
            link.socket().send(new DatagramPacket(bytes.toByteArray(), bytes.size(), link.peer()));
        } catch (PortUnreachableException e) {
            System.err.println("not there: " + e);
        }
    }

    @Override
    public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
        final long begin = link.nanoTime();
        byte[] buffer = new byte[65_535];
        for (; ; ) {
            long waited = link.nanoTime() - begin;
            if (waited >= timeout) {
                return Optional.empty();
            }
            long millis = (timeout - waited) / 1_000_000 + 1;
            link.socket().setSoTimeout((int) millis);
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                link.socket().receive(packet);
            } catch (SocketTimeoutException | PortUnreachableException e) {
                continue;
            }
            Optional<Heartbeat> heartbeat = parse(packet, link);
            if (heartbeat.isPresent()) {
                newest = heartbeat;
                return newest;
            }
        }
    }

    private Optional<Heartbeat> parse(DatagramPacket packet, Link link) throws IOException {
        if (!link.peer().equals(packet.getSocketAddress())) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(packet.getData(), packet.getOffset(), packet.getLength()))) {
            if (in.available() != LENGTH || in.readInt() != MAGIC || in.readInt() != link.cluster()) {
                return Optional.empty();
            }
            Heartbeat heartbeat = new Heartbeat(in.readLong(), in.readLong());
            return Optional.of(heartbeat)
                    .filter(found -> Math.min(found.incarnation(), found.sequence()) > 0)
                    .filter(found -> newest.isEmpty() || BY_AGE.compare(found, newest.get()) > 0);
        }
    }
}
