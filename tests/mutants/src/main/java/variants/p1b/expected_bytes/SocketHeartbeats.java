// variant of 1b
// why: compares the first bytes with those it would send itself, and the rest byte by byte without a sign
package variants.p1b.expected_bytes;

import ftol.failover.Heartbeats;
import java.io.IOException;
import java.math.BigInteger;
import java.net.DatagramPacket;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

public final class SocketHeartbeats implements Heartbeats {
    private byte[] newest = new byte[16];

    @Override
    public void send(Link link, Heartbeat heartbeat) throws IOException {
        byte[] frame = new byte[LENGTH];
        System.arraycopy(header(link), 0, frame, 0, 8);
        put(frame, 16, BigInteger.valueOf(heartbeat.incarnation()));
        put(frame, 24, BigInteger.valueOf(heartbeat.sequence()));
        try {
            link.socket().send(new DatagramPacket(frame, frame.length, link.peer()));
        } catch (PortUnreachableException e) {
            // Let it be lost.
        }
    }

    private static void put(byte[] frame, int end, BigInteger number) {
        byte[] bytes = number.toByteArray();
        System.arraycopy(bytes, 0, frame, end - bytes.length, bytes.length);
    }

    private static byte[] header(Link link) {
        return ByteBuffer.allocate(8).putInt(MAGIC).putInt(link.cluster()).array();
    }

    @Override
    public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
        long deadline = link.nanoTime() + timeout;
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        boolean over = false;
        while (!over) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - link.nanoTime());
            // Less than a millisecond is no time at all.
            if (left <= 0) {
                over = true;
            } else if (next(link, packet, (int) left)) {
                byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] numbers = Arrays.copyOfRange(bytes, 8, LENGTH);
                boolean positive = numbers[0] >= 0 && numbers[8] >= 0;
                boolean none = allZero(numbers, 0) || allZero(numbers, 8);
                if (Arrays.equals(bytes, 0, 8, header(link), 0, 8)
                        && positive
                        && !none
                        && Arrays.compareUnsigned(numbers, newest) > 0) {
                    newest = numbers;
                    ByteBuffer two = ByteBuffer.wrap(numbers);
                    return Optional.of(new Heartbeat(two.getLong(), two.getLong()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean allZero(byte[] numbers, int from) {
        return Arrays.equals(numbers, from, from + 8, new byte[8], 0, 8);
    }

    private static boolean next(Link link, DatagramPacket packet, int millis) throws IOException {
        link.socket().setSoTimeout(millis);
        try {
            link.socket().receive(packet);
            return packet.getLength() == LENGTH && link.peer().equals(packet.getSocketAddress());
        } catch (SocketTimeoutException e) {
            return false;
        } catch (PortUnreachableException e) {
            return false;
        }
    }
}
