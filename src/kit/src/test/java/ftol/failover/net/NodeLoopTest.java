package ftol.failover.net;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.Event;
import ftol.failover.sim.Call;
import ftol.failover.sim.Effect;
import ftol.failover.sim.Handlers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NodeLoopTest {
    private static final long CLUSTER = 7;

    @TempDir
    private Path folder;

    private final List<Call.Kind> calls = new ArrayList<>();
    private SocketChannel client;
    private NodeLoop loop;

    /** A client's request arrives while the replica says that it stops. */
    private final class AskedWhenItStops implements Handlers {
        @Override
        public List<Effect> handle(Call call) {
            calls.add(call.kind());
            if (call.kind() == Call.Kind.APPEND) {
                loop.later(loop::stop);
            } else if (call.kind() == Call.Kind.STOP) {
                ask(2);
            }
            return List.of();
        }
    }

    @Test
    void aReplicaThatWasToldToStopIsToldNothingMore() throws Exception {
        InetAddress host = InetAddress.getLoopbackAddress();
        Launch launch = new Launch("", List.of(), 0, CLUSTER, 1, 100, 300, true, host, folder);
        loop = new NodeLoop(launch, new AskedWhenItStops(), new Report(OutputStream.nullOutputStream()));
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(host, loop.tcpPort()))) {
            client = channel;
            ask(1);
            loop.run();
        }
        assertThat(calls).containsExactly(Call.Kind.START, Call.Kind.APPEND, Call.Kind.STOP);
    }

    private void ask(long request) {
        FrameWriter writer = new FrameWriter();
        List<String> entry = List.of("a" + request);
        writer.add(
                new FrameCodec(CLUSTER).encode(new Frame(Frame.Kind.APPEND, Event.CLIENT, 0, 0, request, 0, 0, entry)));
        try {
            writer.flush(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
