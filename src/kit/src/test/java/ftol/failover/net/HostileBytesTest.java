package ftol.failover.net;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.Event;
import ftol.failover.Standby;
import ftol.failover.net.Rejected.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scenarios 39 and 40 at a running node: what is not a frame for it is counted, and changes nothing. */
@Timeout(300)
class HostileBytesTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Cluster.Settings CALM = Cluster.Settings.USUAL.times(100, 600_000);
    private static final int NODE = 1;

    private final Random random = new Random(1);

    @Test
    void scenarios39And40_hostileBytesAreCountedAndChangeNothing() throws Exception {
        try (Cluster cluster = Cluster.start(Program.of(Standby.class), CALM)) {
            long me = cluster.incarnation(NODE);
            long peer = cluster.incarnation(0);
            byte[] noise = new byte[200];
            random.nextBytes(noise);
            byte[] foreign = bytes(new FrameCodec(1).encode(heartbeat(peer, me, 0)));
            byte[] damaged = bytes(cluster.codec().encode(heartbeat(peer, me, 0)));
            damaged[damaged.length - 9] ^= 4;
            byte[] answer =
                    bytes(cluster.codec().encode(new Frame(Frame.Kind.REPLY, 0, peer, me, 666, 0, 1, List.of())));

            datagram(cluster, noise);
            datagram(cluster, new byte[0]);
            datagram(cluster, new byte[65_000]);
            datagram(cluster, foreign);
            datagram(cluster, damaged);
            datagram(cluster, answer);
            // A replay: of an earlier start of the peer, or meant for an earlier one of this node.
            datagram(cluster, bytes(cluster.codec().encode(heartbeat(peer - 1, me, 0))));
            datagram(cluster, bytes(cluster.codec().encode(heartbeat(peer, me - 1, 0))));
            // Nobody but the peer sends messages.
            datagram(cluster, bytes(cluster.codec().encode(heartbeat(peer, me, NODE))));
            stream(cluster, noise);
            stream(cluster, new byte[] {0x7f, -1, -1, -1, -128, 0, 0, 0});
            stream(cluster, new byte[] {-1, -1, -1, -1, 0, 0, 0, 0});
            stream(cluster, framed(foreign));
            stream(cluster, framed(damaged));
            stream(cluster, framed(answer));
            // Half a frame, and then the end: nothing to count.
            stream(cluster, new byte[] {0, 0, 0, 99, 1});

            awaitRejected(cluster, Reason.LENGTH, 4);
            awaitRejected(cluster, Reason.MAGIC, 2);
            awaitRejected(cluster, Reason.CLUSTER, 2);
            awaitRejected(cluster, Reason.CHECKSUM, 2);
            awaitRejected(cluster, Reason.CONTENT, 3);
            awaitRejected(cluster, Reason.EARLIER, 1);
            awaitRejected(cluster, Reason.NOT_FOR_ME, 1);
            assertThat(cluster.client(NODE).append("a1", LONG)).isTrue();
            assertThat(cluster.events())
                    .noneMatch(event -> event.kind() == Event.Kind.RECEIVE && event.number() == 666)
                    .anyMatch(event -> event.kind() == Event.Kind.RECEIVE
                            && event.node() == NODE
                            && event.text().equals("HEARTBEAT"));
        }
    }

    private static Frame heartbeat(long from, long to, int sender) {
        return new Frame(Frame.Kind.HEARTBEAT, sender, from, to, 666, 0, Long.MAX_VALUE, List.of());
    }

    private static void datagram(Cluster cluster, byte[] bytes) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, cluster.udpAddress(NODE)));
        }
    }

    private static void stream(Cluster cluster, byte[] bytes) throws IOException {
        try (Socket socket = new Socket(
                cluster.tcpAddress(NODE).getAddress(), cluster.tcpAddress(NODE).getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            socket.shutdownOutput();
            // Until the node has ended the connection.
            assertThat(socket.getInputStream().read()).isNegative();
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] framed(byte[] frame) {
        return bytes(FrameWriter.withLength(ByteBuffer.wrap(frame)));
    }

    private static void awaitRejected(Cluster cluster, Reason reason, long count) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (cluster.rejected(NODE, reason) < count && System.nanoTime() - end < 0) {
            Thread.sleep(10);
        }
        assertThat(cluster.rejected(NODE, reason)).as("rejected, %s", reason).isEqualTo(count);
    }
}
