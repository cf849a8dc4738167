// variant of 1b
// why: waits a millisecond at a time and looks at the clock in between
package variants.p1b.short_polls;

import ftol.failover.Heartbeats;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;

public final class SocketHeartbeats implements Heartbeats {
    private long lastIncarnation;
    private long lastSequence;

    @Override
    public void send(Link link, Heartbeat heartbeat) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(1_000);
        frame.putInt(MAGIC).putInt(link.cluster());
        frame.putLong(heartbeat.incarnation()).putLong(heartbeat.sequence());
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                link.socket().send(new DatagramPacket(frame.array(), 0, frame.position(), link.peer()));
                return;
            } catch (PortUnreachableException e) {
                // That was about an earlier datagram: once more.
            }
        }
    }

    @Override
    public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
        long start = link.nanoTime();
        DatagramSocket socket = link.socket();
        socket.setSoTimeout(1);
        do {
            DatagramPacket packet = new DatagramPacket(new byte[2_000], 1_000, 1_000);
            if (arrived(socket, packet) && packet.getLength() == LENGTH && fromPeer(packet, link)) {
                ByteBuffer frame = ByteBuffer.wrap(packet.getData(), packet.getOffset(), packet.getLength());
                boolean ours = frame.getInt() == MAGIC & frame.getInt() == link.cluster();
                Heartbeat heartbeat = new Heartbeat(frame.getLong(), frame.getLong());
                if (ours && fresh(heartbeat)) {
                    lastIncarnation = heartbeat.incarnation();
                    lastSequence = heartbeat.sequence();
                    return Optional.of(heartbeat);
                }
            }
        } while (link.nanoTime() - start < timeout);
        return Optional.empty();
    }

    private static boolean arrived(DatagramSocket socket, DatagramPacket packet) throws IOException {
        try {
            socket.receive(packet);
            return true;
        } catch (SocketTimeoutException | PortUnreachableException e) {
            return false;
        }
    }

    private static boolean fromPeer(DatagramPacket packet, Link link) {
        return packet.getSocketAddress().equals(link.peer());
    }

    private boolean fresh(Heartbeat heartbeat) {
        if (heartbeat.incarnation() <= 0 || heartbeat.sequence() <= 0) {
            return false;
        }
        return heartbeat.incarnation() != lastIncarnation
                ? heartbeat.incarnation() > lastIncarnation
                : heartbeat.sequence() > lastSequence;
    }
}
