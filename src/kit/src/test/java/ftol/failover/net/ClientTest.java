package ftol.failover.net;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client against two servers that answer as they are told to. */
@Timeout(300)
class ClientTest {
    private static final long CLUSTER = 5;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final EventLog events = new EventLog();
    private final Server[] servers = {new Server(0), new Server(1)};
    private final Client client =
            new Client(Event.CLIENT, 0, node -> servers[node].address(), CLUSTER, events, new AtomicLong());

    @AfterEach
    void close() {
        client.close();
        servers[0].close();
        servers[1].close();
    }

    @Test
    void scenario35_aClientAtTheWrongNodeIsSentToTheOther() throws InterruptedException {
        servers[0].answer = request -> redirect(request, 1);
        servers[1].answer = request -> reply(request, 1, 0, "x");

        assertThat(client.read(LONG)).hasValue(List.of("x"));
        assertThat(asked()).containsExactly(0, 1);
        assertThat(client.append("y", LONG)).isTrue();
        assertThat(asked()).as("goes on with who answered").containsExactly(0, 1, 1);
    }

    @Test
    void scenario35_nodesThatNameEachOtherAreNotAskedWithoutEnd() throws InterruptedException {
        servers[0].answer = request -> redirect(request, 1);
        servers[1].answer = request -> redirect(request, 0);

        assertThat(client.append("x", Duration.ofMillis(400))).isFalse();
        // One pause of 1 ms, 2, 4, 8, 16, and then 20 ms each.
        assertThat(asked()).hasSizeBetween(2, 30);
    }

    @Test
    void scenario36_anAnswerOfAnOlderEpochIsRejected() throws InterruptedException {
        servers[0].answer = request -> reply(request, 0, 7, "new");
        assertThat(client.read(LONG)).hasValue(List.of("new"));

        servers[0].answer = request -> reply(request, 0, 6, "old");
        servers[1].answer = request -> reply(request, 1, 7, "newer");
        assertThat(client.read(LONG)).hasValue(List.of("newer"));
        assertThat(events.sorted())
                .filteredOn(event -> event.kind() == Event.Kind.RECEIVE)
                .extracting(Event::epoch)
                .containsExactly(7L, 6L, 7L);
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainAfterTheOther() throws InterruptedException {
        servers[0].answer = request -> null;
        servers[1].answer = request -> null;

        assertThat(client.append("x", Duration.ofMillis(500))).isFalse();
        assertThat(asked()).startsWith(0, 1, 0);
        servers[1].answer = request -> reply(request, 1, 0);
        assertThat(client.append("y", LONG)).isTrue();
    }

    @Test
    void aNodeThatIsNotThereIsLeftForTheOther() throws InterruptedException {
        servers[0].close();
        servers[1].answer = request -> reply(request, 1, 3);

        assertThat(client.append("x", LONG)).isTrue();
    }

    @Test
    void whoNamesANodeThatHasJustGoneIsAskedAgain() throws InterruptedException {
        servers[0].close();
        AtomicInteger times = new AtomicInteger();
        servers[1].answer = request -> times.incrementAndGet() < 4 ? redirect(request, 0) : reply(request, 1, 0);

        assertThat(client.append("x", LONG)).isTrue();
        List<Long> refused = events.sorted().stream()
                .filter(event -> event.kind() == Event.Kind.SEND && event.peer() == 0)
                .map(Event::time)
                .toList();
        // Once on a fast machine; a slow one may take longer for a round than a refusal is remembered.
        assertThat(refused).isNotEmpty();
        for (int i = 1; i < refused.size(); i++) {
            assertThat(refused.get(i) - refused.get(i - 1)).isGreaterThanOrEqualTo(20_000_000);
        }
    }

    private List<Integer> asked() {
        return events.sorted().stream()
                .filter(event -> event.kind() == Event.Kind.SEND)
                .map(Event::peer)
                .toList();
    }

    private static Frame reply(Frame request, int from, long epoch, String... log) {
        return new Frame(Frame.Kind.REPLY, from, 1, 0, request.id(), epoch, 0, List.of(log));
    }

    private static Frame redirect(Frame request, int to) {
        return new Frame(Frame.Kind.REDIRECT, 1 - to, 1, 0, request.id(), 0, to, List.of());
    }

    /** Answers requests, on a thread of its own, one connection at a time. */
    private static final class Server {
        private final FrameCodec codec = new FrameCodec(CLUSTER);
        private final ServerSocketChannel channel;
        private final InetSocketAddress address;
        private volatile UnaryOperator<Frame> answer = request -> null;

        Server(int id) {
            try {
                channel = ServerSocketChannel.open();
                channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                address = (InetSocketAddress) channel.getLocalAddress();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread thread = new Thread(this::serve, "server-" + id);
            thread.setDaemon(true);
            thread.start();
        }

        InetSocketAddress address() {
            return address;
        }

        private void serve() {
            try {
                while (true) {
                    try (SocketChannel connection = channel.accept()) {
                        serve(connection);
                    }
                }
            } catch (IOException e) {
                // The test is over.
            }
        }

        private void serve(SocketChannel connection) throws IOException {
            FrameReader reader = new FrameReader(codec);
            while (reader.read(connection) >= 0) {
                try {
                    for (Frame request = reader.next(); request != null; request = reader.next()) {
                        Frame frame = answer.apply(request);
                        if (frame != null) {
                            connection.write(FrameWriter.withLength(codec.encode(frame)));
                        }
                    }
                } catch (Rejected e) {
                    throw new IOException(e);
                }
            }
        }

        void close() {
            NodeLoop.close(channel);
        }
    }
}
