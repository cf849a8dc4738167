package ftol.reference;

import ftol.failover.Heartbeats;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Believes a datagram only after it has looked at its length, its sender and every number in it. */
public final class SocketHeartbeats implements Heartbeats {
    private long incarnation;
    private long sequence;

    @Override
    public void send(Link link, Heartbeat heartbeat) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(LENGTH).putInt(MAGIC).putInt(link.cluster());
        frame.putLong(heartbeat.incarnation()).putLong(heartbeat.sequence());
        try {
            link.socket().send(new DatagramPacket(frame.array(), LENGTH, link.peer()));
        } catch (PortUnreachableException e) {
            // Nobody is there to hear it. Any heartbeat may be lost.
        }
    }

    @Override
    public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
        long start = link.nanoTime();
        for (long left = timeout; left > 0; left = timeout - (link.nanoTime() - start)) {
            // Rounded up: 0 would mean to wait for ever.
            link.socket().setSoTimeout((int) ((left + 999_999) / 1_000_000));
            // With room for one byte more, so that a longer datagram is not cut to the right length.
            DatagramPacket packet = new DatagramPacket(new byte[LENGTH + 1], LENGTH + 1);
            try {
                link.socket().receive(packet);
            } catch (SocketTimeoutException | PortUnreachableException e) {
                continue;
            }
            if (counts(packet, link)) {
                return Optional.of(new Heartbeat(incarnation, sequence));
            }
        }
        return Optional.empty();
    }

    private boolean counts(DatagramPacket packet, Link link) {
        if (packet.getLength() != LENGTH || !packet.getSocketAddress().equals(link.peer())) {
            return false;
        }
        ByteBuffer frame = ByteBuffer.wrap(packet.getData());
        if (frame.getInt() != MAGIC || frame.getInt() != link.cluster()) {
            return false;
        }
        long life = frame.getLong();
        long number = frame.getLong();
        boolean fresh = life > incarnation || (life == incarnation && number > sequence);
        if (life < 1 || number < 1 || !fresh) {
            return false;
        }
        incarnation = life;
        sequence = number;
        return true;
    }
}
