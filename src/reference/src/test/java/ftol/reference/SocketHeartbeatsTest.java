package ftol.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.failover.DatagramTraffic;
import ftol.failover.DatagramTrial;
import ftol.failover.DatagramTrial.Verdict;
import ftol.failover.Heartbeats;
import ftol.failover.Heartbeats.Heartbeat;
import ftol.failover.Heartbeats.Link;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reference of part 1b on real sockets: what the tests on virtual time take for granted of them. */
@Timeout(60)
@SuppressWarnings("try") // sockets are closed before the end of their block on purpose
class SocketHeartbeatsTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MS = 1_000_000;

    private static DatagramSocket socket(InetAddress address) throws SocketException {
        return new DatagramSocket(new InetSocketAddress(address, 0));
    }

    private static DatagramSocket socket() throws SocketException {
        return socket(InetAddress.getLoopbackAddress());
    }

    private static Link link(DatagramSocket from, DatagramSocket to) {
        return new Link(from, (InetSocketAddress) to.getLocalSocketAddress(), 7, System::nanoTime);
    }

    /** Scenarios 14 (stale numbers), 17 and 39 (truncated, oversized, garbage, foreign) of the design. */
    @Test
    void whateverArrivesOnlyWhatCountsIsAccepted() throws Exception {
        DatagramTraffic traffic = DatagramTraffic.begin()
                .heartbeats(2)
                .again()
                .lost()
                .heartbeats(1)
                .late(3)
                .truncated()
                .oversized()
                .otherMagic()
                .otherCluster()
                .stranger()
                .garbage()
                .heartbeats(1)
                .restart()
                .heartbeats(1)
                .fromBeforeRestart()
                .flood()
                .end();
        assertThat(DatagramTrial.of(SocketHeartbeats::new, traffic).verdicts())
                .allMatch(Verdict::right)
                .filteredOn(verdict -> verdict == Verdict.ACCEPTED)
                .hasSize(5);
    }

    @Test
    void nobodyAtThePortIsALostDatagram() throws IOException {
        DatagramSocket gone = socket();
        try (DatagramSocket mine = socket()) {
            Link link = link(mine, gone);
            gone.close();
            mine.connect(link.peer());
            Heartbeats heartbeats = new SocketHeartbeats();
            for (long sequence = 1; sequence <= 20; sequence++) {
                heartbeats.send(link, new Heartbeat(1, sequence));
                assertThat(heartbeats.receive(link, MS)).isEmpty();
            }
        }
    }

    @Test
    void aFloodOfGarbageDoesNotProlongTheWait() throws Exception {
        try (DatagramSocket primary = socket();
                DatagramSocket mine = socket()) {
            Link link = link(mine, primary);
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
                try {
                    while (!mine.isClosed()) {
                        primary.send(new DatagramPacket(new byte[3], 3, mine.getLocalSocketAddress()));
                        TimeUnit.MILLISECONDS.sleep(1);
                    }
                } catch (IOException | InterruptedException e) {
                    // The test is over.
                }
            });
            long start = System.nanoTime();
            assertThat(new SocketHeartbeats().receive(link, 100 * MS)).isEmpty();
            assertThat(System.nanoTime() - start).isBetween(99 * MS, 30 * SECOND);
            mine.close();
            flood.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void closingTheSocketEndsTheWait() throws Exception {
        try (DatagramSocket primary = socket();
                DatagramSocket mine = socket()) {
            Link link = link(mine, primary);
            CompletableFuture<Optional<Heartbeat>> waits = CompletableFuture.supplyAsync(() -> {
                try {
                    return new SocketHeartbeats().receive(link, 3_600 * SECOND);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            mine.close();
            assertThatThrownBy(() -> waits.get(30, TimeUnit.SECONDS))
                    .satisfies(
                            thrown -> assertThat(thrown.getCause().getCause()).isInstanceOf(SocketException.class));
            assertThatThrownBy(() -> new SocketHeartbeats().send(link, new Heartbeat(1, 1)))
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void ipVersion6IsTheSame() throws IOException {
        InetAddress loopback = Inet6Address.getByName("::1");
        try (DatagramSocket primary = socket(loopback);
                DatagramSocket mine = socket(loopback)) {
            new SocketHeartbeats().send(link(primary, mine), new Heartbeat(3, 4));
            assertThat(new SocketHeartbeats().receive(link(mine, primary), 30 * SECOND))
                    .contains(new Heartbeat(3, 4));
        } catch (SocketException e) {
            Assumptions.abort("There is no IPv6 on this machine: " + e.getMessage());
        }
    }

    @Test
    void theFrameIsWhatTheContractSays() throws IOException {
        try (DatagramSocket primary = socket();
                DatagramSocket mine = socket()) {
            new SocketHeartbeats().send(link(primary, mine), new Heartbeat(5, 6));
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            mine.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            mine.receive(packet);
            ByteBuffer frame = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
            assertThat(frame.getInt()).isEqualTo(0x66746F6C);
            assertThat(frame.getInt()).isEqualTo(7);
            assertThat(frame.getLong()).isEqualTo(5);
            assertThat(frame.getLong()).isEqualTo(6);
            assertThat(frame.hasRemaining()).isFalse();
        }
    }
}
