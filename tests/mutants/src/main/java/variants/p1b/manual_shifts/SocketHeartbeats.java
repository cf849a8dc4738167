// variant of 1b
// why: shifts bytes by hand, keeps one packet for all datagrams, and is done when the socket times out
package variants.p1b.manual_shifts;

import ftol.failover.Heartbeats;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Optional;

public final class SocketHeartbeats implements Heartbeats {
    private final byte[] in = new byte[LENGTH + 1];
    private final DatagramPacket packet = new DatagramPacket(in, in.length);
    private Heartbeat last = new Heartbeat(0, 0);

    @Override
    public void send(Link link, Heartbeat heartbeat) throws IOException {
        byte[] out = new byte[LENGTH];
        write(out, 0, 4, MAGIC);
        write(out, 4, 4, link.cluster());
        write(out, 8, 8, heartbeat.incarnation());
        write(out, 16, 8, heartbeat.sequence());
        DatagramPacket datagram = new DatagramPacket(out, out.length);
        datagram.setAddress(link.peer().getAddress());
        datagram.setPort(link.peer().getPort());
        try {
            link.socket().send(datagram);
        } catch (PortUnreachableException nobodyThere) {
            return;
        }
    }

    @Override
    public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
        long end = link.nanoTime() + timeout;
        long left = timeout;
        while (left > 0) {
            link.socket().setSoTimeout((int) Math.ceil(left / 1e6));
            try {
                link.socket().receive(packet);
                Heartbeat heartbeat = parse(link);
                if (heartbeat != null) {
                    last = heartbeat;
                    return Optional.of(heartbeat);
                }
            } catch (SocketTimeoutException over) {
                return Optional.empty();
            } catch (PortUnreachableException nobodyThere) {
                System.out.println("nobody at " + link.peer().getPort());
            }
            left = end - link.nanoTime();
        }
        return Optional.empty();
    }

    private Heartbeat parse(Link link) {
        if (packet.getLength() != LENGTH
                || packet.getPort() != link.peer().getPort()
                || !packet.getAddress().equals(link.peer().getAddress())
                || (int) read(0, 4) != MAGIC
                || (int) read(4, 4) != link.cluster()) {
            return null;
        }
        Heartbeat heartbeat = new Heartbeat(read(8, 8), read(16, 8));
        boolean valid = heartbeat.incarnation() >= 1 && heartbeat.sequence() >= 1;
        if (!valid || heartbeat.incarnation() < last.incarnation()) {
            return null;
        }
        if (heartbeat.incarnation() == last.incarnation() && heartbeat.sequence() <= last.sequence()) {
            return null;
        }
        return heartbeat;
    }

    private static void write(byte[] bytes, int at, int count, long value) {
        for (int i = 0; i < count; i++) {
            bytes[at + i] = (byte) (value >> (8 * (count - 1 - i)));
        }
    }

    private long read(int at, int count) {
        long value = 0;
        for (int i = at; i < at + count; i++) {
            value = value << 8 | in[i] & 0xFF;
        }
        return value;
    }
}
