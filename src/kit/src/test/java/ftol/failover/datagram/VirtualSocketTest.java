package ftol.failover.datagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A socket in memory must do what a real one does, since solutions are judged by it. */
class VirtualSocketTest {
    private static final long MS = 1_000_000;
    private static final Address PEER = new Address("192.0.2.1", 7000);
    private static final Address OTHER = new Address("192.0.2.1", 7001);

    private final List<Datagram> arrivals = new ArrayList<>();
    private final List<Long> unreachable = new ArrayList<>();
    private boolean connected;
    private long closes = Long.MAX_VALUE;

    private VirtualSocket socket() {
        return new VirtualSocket(new Session(PEER, 7, connected, 1_000, arrivals, unreachable, closes, List.of()));
    }

    private void arrives(long ms, Address from, String hex) {
        arrivals.add(new Datagram(ms * MS, from, hex));
    }

    private static DatagramPacket packet(int room) {
        return new DatagramPacket(new byte[room], room);
    }

    /** Else a method of the JDK's would reach for a real socket, which a sandbox refuses. */
    @Test
    void everyMethodIsOverridden() {
        assertThat(Arrays.stream(DatagramSocket.class.getMethods())
                        .filter(method -> method.getDeclaringClass() == DatagramSocket.class)
                        .filter(method -> !Modifier.isStatic(method.getModifiers())))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(
                                VirtualSocket.class.getMethod(method.getName(), method.getParameterTypes()))
                        .extracting(found -> found.getDeclaringClass().getSimpleName())
                        .as("%s", method)
                        .isEqualTo("VirtualSocket"));
    }

    @Test
    void timePassesWhileItWaitsAndOnlyThen() throws IOException {
        arrives(20, PEER, "0102");
        VirtualSocket socket = socket();
        assertThat(socket.nanoTime()).isEqualTo(1_000);
        DatagramPacket packet = packet(10);
        socket.receive(packet);
        assertThat(socket.nanoTime()).isEqualTo(1_000 + 20 * MS);
        assertThat(packet.getLength()).isEqualTo(2);
        assertThat(packet.getData()).startsWith(1, 2, 0);
        assertThat(packet.getSocketAddress()).isEqualTo(new InetSocketAddress("192.0.2.1", 7000));

        socket.setSoTimeout(5);
        assertThatThrownBy(() -> socket.receive(packet)).isInstanceOf(SocketTimeoutException.class);
        assertThat(socket.now()).isEqualTo(25 * MS);
    }

    /** What it does with packets that are too small, or used again, is compared with a real socket of this JDK. */
    @Test
    void packetsAreFilledAsByARealSocket() throws IOException {
        List<String> datagrams =
                List.of("010203", "04".repeat(24), "05".repeat(100), "", "06".repeat(7), "07".repeat(99));
        datagrams.forEach(hex -> arrives(0, PEER, hex));
        VirtualSocket virtual = socket();
        try (DatagramSocket real = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket from = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            DatagramPacket realPacket = new DatagramPacket(new byte[40], 3, 25);
            DatagramPacket virtualPacket = new DatagramPacket(new byte[40], 3, 25);
            for (String hex : datagrams) {
                byte[] bytes = HexFormat.of().parseHex(hex);
                from.send(new DatagramPacket(bytes, bytes.length, real.getLocalSocketAddress()));
                real.receive(realPacket);
                virtual.receive(virtualPacket);
                assertThat(virtualPacket.getLength()).as(hex).isEqualTo(realPacket.getLength());
                assertThat(virtualPacket.getOffset()).isEqualTo(realPacket.getOffset());
                assertThat(virtualPacket.getData()).isEqualTo(realPacket.getData());
                if (hex.length() == 14) {
                    realPacket.setLength(20);
                    virtualPacket.setLength(20);
                }
            }
            assertThat(virtualPacket.getLength()).isEqualTo(20);
        }
    }

    @Test
    void whatTheJdkRefusesIsRefusedInItsWords() throws IOException {
        VirtualSocket virtual = socket();
        try (DatagramSocket real = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (DatagramSocket socket : List.of(real, virtual)) {
                assertThatThrownBy(() -> socket.setSoTimeout(-1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("timeout < 0");
                assertThatThrownBy(() -> socket.send(packet(1)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Address not set");
                assertThatThrownBy(() -> socket.bind(null))
                        .isInstanceOf(SocketException.class)
                        .hasMessage("Already bound");
                assertThatThrownBy(() -> socket.setReceiveBufferSize(0)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> socket.setSendBufferSize(0)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> socket.setTrafficClass(256)).isInstanceOf(IllegalArgumentException.class);
                assertThat(socket.isBound()).isTrue();
                assertThat(socket.isConnected()).isFalse();
                assertThat(socket.getInetAddress()).isNull();
                assertThat(socket.getPort()).isEqualTo(-1);
                assertThat(socket.getRemoteSocketAddress()).isNull();
                assertThat(socket.getChannel()).isNull();
                assertThat(socket.getSoTimeout()).isZero();

                socket.close();
                assertThat(socket.isClosed()).isTrue();
                assertThat(socket.getLocalPort()).isEqualTo(-1);
                assertThatThrownBy(() -> socket.receive(packet(1)))
                        .isInstanceOf(SocketException.class)
                        .hasMessage("Socket closed");
                assertThatThrownBy(() -> socket.send(
                                new DatagramPacket(new byte[1], 1, new InetSocketAddress("192.0.2.1", 7000))))
                        .isInstanceOf(SocketException.class)
                        .hasMessage("Socket closed");
                assertThatThrownBy(() -> socket.setSoTimeout(1)).isInstanceOf(SocketException.class);
            }
        }
    }

    @Test
    void optionsAreKept() throws IOException {
        VirtualSocket socket = socket();
        socket.setReceiveBufferSize(9_000);
        socket.setSendBufferSize(8_000);
        socket.setReuseAddress(true);
        socket.setBroadcast(false);
        socket.setTrafficClass(8);
        assertThat(socket.getReceiveBufferSize()).isEqualTo(9_000);
        assertThat(socket.getSendBufferSize()).isEqualTo(8_000);
        assertThat(socket.getReuseAddress()).isTrue();
        assertThat(socket.getBroadcast()).isFalse();
        assertThat(socket.getTrafficClass()).isEqualTo(8);
        assertThat(socket.setOption(StandardSocketOptions.SO_RCVBUF, 7_000).getOption(StandardSocketOptions.SO_RCVBUF))
                .isEqualTo(7_000);
        assertThat(socket.supportedOptions()).contains(StandardSocketOptions.SO_RCVBUF);
        assertThatThrownBy(() -> socket.getOption(StandardSocketOptions.TCP_NODELAY))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(socket.getLocalPort()).isPositive();
        assertThat(socket.getLocalSocketAddress()).isNotNull();
        assertThat(socket.getLocalAddress()).isNotNull();
    }

    @Test
    void whatIsNotTheCallersBusinessIsRefused() {
        VirtualSocket socket = socket();
        InetSocketAddress address = new InetSocketAddress("192.0.2.1", 7000);
        assertThatThrownBy(() -> socket.connect(address)).hasMessageContaining("it is not yours");
        assertThatThrownBy(() -> socket.connect(address.getAddress(), 1)).hasMessageContaining("it is not yours");
        assertThatThrownBy(socket::disconnect).hasMessageContaining("it is not yours");
        assertThatThrownBy(() -> socket.joinGroup(address, null)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> socket.leaveGroup(address, null)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aConnectedSocketHearsItsPeerOnlyAndLearnsThatItIsGone() throws IOException {
        connected = true;
        arrives(10, OTHER, "01");
        arrives(20, PEER, "02");
        unreachable.addAll(List.of(15 * MS, 30 * MS));
        VirtualSocket socket = socket();
        DatagramPacket packet = packet(1);
        assertThatThrownBy(() -> socket.receive(packet)).isInstanceOf(PortUnreachableException.class);
        assertThat(socket.now()).isEqualTo(15 * MS);
        socket.receive(packet);
        assertThat(packet.getData()).containsExactly(2);

        socket.advance(40 * MS);
        DatagramPacket answer = new DatagramPacket(new byte[] {3, 4, 5}, 1, 2);
        assertThatThrownBy(() -> socket.send(answer)).isInstanceOf(PortUnreachableException.class);
        socket.send(answer);
        assertThat(socket.takeSent()).containsExactly(new Datagram(40 * MS, PEER, "0405"));
        assertThat(socket.takeSent()).isEmpty();
        answer.setPort(7001);
        assertThatThrownBy(() -> socket.send(answer)).hasMessage("Connected and packet address differ");
        assertThat(socket.isConnected()).isTrue();
        assertThat(socket.getPort()).isEqualTo(7000);
        assertThat(socket.getInetAddress()).isEqualTo(PEER.socketAddress().getAddress());
    }

    @Test
    void itsOwnerMayCloseItMeanwhile() {
        closes = 50 * MS;
        VirtualSocket socket = socket();
        assertThatThrownBy(() -> socket.receive(packet(1))).isInstanceOf(SocketException.class);
        assertThat(socket.now()).isEqualTo(50 * MS);
        assertThat(socket.closedByOwner()).isTrue();
        assertThat(socket.closedByCaller()).isFalse();
    }

    @Test
    void whatWouldNeverEndEnds() throws IOException {
        VirtualSocket socket = socket();
        assertThatThrownBy(() -> socket.receive(packet(1)))
                .isInstanceOf(NeverEnds.class)
                .hasMessageContaining("timeout is 0");
        assertThatThrownBy(() -> {
                    while (true) {
                        socket.nanoTime();
                    }
                })
                .isInstanceOf(NeverEnds.class);
        socket.close();
        assertThatThrownBy(() -> {
                    while (true) {
                        try {
                            socket.receive(packet(1));
                        } catch (IOException e) {
                            // again
                        }
                    }
                })
                .isInstanceOf(NeverEnds.class);
    }
}
