// mutant of 1b
// why: lets PortUnreachableException out of receive
// loses: HeartbeatExamples.aFloodDoesNotProlongTheWait
// loses: HiddenHeartbeatExamples.unreachableIsLost
package mutants.p1b.unreachable_comes_out;

import ftol.failover.Heartbeats;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;

public final class SocketHeartbeats implements Heartbeats {
    private long incarnation;
    private long sequence;

    @Override
    public void send(Link link, Heartbeat heartbeat) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(LENGTH);
        frame.putInt(MAGIC);
        frame.putInt(link.cluster());
        frame.putLong(heartbeat.incarnation());
        frame.putLong(heartbeat.sequence());
        try {
            link.socket().send(new DatagramPacket(frame.array(), LENGTH, link.peer()));
        } catch (PortUnreachableException e) {
            // lost
        }
    }

    @Override
    public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
        long start = link.nanoTime();
        while (true) {
            long left = timeout - (link.nanoTime() - start);
            if (left <= 0) {
                return Optional.empty();
            }
            link.socket().setSoTimeout((int) Math.max(1, left / 1_000_000));
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            try {
                link.socket().receive(packet);
            } catch (SocketTimeoutException e) {
                continue;
            }
            if (packet.getLength() != LENGTH || !packet.getSocketAddress().equals(link.peer())) {
                continue;
            }
            ByteBuffer frame = ByteBuffer.wrap(packet.getData());
            if (frame.getInt() != MAGIC || frame.getInt() != link.cluster()) {
                continue;
            }
            long life = frame.getLong();
            long number = frame.getLong();
            if (life < 1 || number < 1) {
                continue;
            }
            if (life > incarnation || (life == incarnation && number > sequence)) {
                incarnation = life;
                sequence = number;
                return Optional.of(new Heartbeat(life, number));
            }
        }
    }
}
