package ftol.failover.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.NotWrittenYet;
import ftol.check.SubmissionFailure;
import ftol.failover.Env;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.RealRun;
import ftol.failover.Role;
import ftol.failover.Standby;
import ftol.failover.State;
import ftol.failover.check.Rules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a cluster leaves behind, which is nothing, and what it says when something is wrong with it. */
@Timeout(300)
class ClusterTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Cluster.Settings CALM = Cluster.Settings.USUAL.times(100, 600_000);

    @Test
    void nothingIsLeftWhenItIsClosed() throws InterruptedException, IOException {
        Cluster cluster = Cluster.start(Program.of(Standby.class), CALM.throughProxy());
        InetSocketAddress address = cluster.tcpAddress(0);
        assertThat(cluster.client(1).append("a1", LONG)).isTrue();
        cluster.freeze(1);
        cluster.kill(0);
        cluster.restart(0);
        List<Long> pids = List.of(cluster.pid(0), cluster.pid(1));

        cluster.close();

        assertGone(pids, cluster.folder());
        assertThat(threads()).isEmpty();
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(address)).isInstanceOf(ConnectException.class);
        }
        cluster.close();
    }

    @Test
    void nothingIsLeftWhenTheJvmIsKilledThoughANodeIsFrozen() throws IOException, InterruptedException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            List<Long> pids = List.of(Long.parseLong(lines.readLine()), Long.parseLong(lines.readLine()));
            Path folder = Path.of(lines.readLine());
            assertThat(folder).exists();
            assertThat(pids).allMatch(ClusterTest::isAlive);

            parent.destroyForcibly();

            assertGone(pids, folder);
        } finally {
            parent.destroyForcibly();
        }
    }

    /** The JVM of that test. */
    static final class Parent {
        private Parent() {}

        /** Starts a cluster, freezes a node, says what there is, and waits. */
        @SuppressWarnings("resource") // To leave it is the point.
        public static void main(String[] arguments) throws InterruptedException {
            Cluster cluster = Cluster.start(Program.of(Standby.class), CALM);
            cluster.freeze(1);
            System.out.println(cluster.pid(0) + "\n" + cluster.pid(1) + "\n" + cluster.folder());
            Thread.sleep(LONG.toMillis());
        }
    }

    @Test
    void nothingIsLeftOfARunThatIsInterrupted() throws InterruptedException {
        Thread run = new Thread(() -> {
            try {
                RealRun.of(Standby.class, Rules.ASYNCHRONOUS)
                        .freeze(0, 0, 15_000)
                        .until(15_000);
            } catch (InterruptedException e) {
                // As it should be.
            }
        });
        run.start();
        awaitThat(() -> threads().contains("ftol-client-1"));
        List<Long> pids =
                ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();

        run.interrupt();
        run.join(LONG.toMillis());

        assertThat(run.isAlive()).isFalse();
        awaitThat(() -> pids.stream().noneMatch(ClusterTest::isAlive));
        assertThat(threads()).isEmpty();
    }

    @Test
    void whatAReplicaThrowsIsSaid() {
        assertThatThrownBy(() -> start(Throwing.class))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessage("Your code threw IllegalStateException: a mistake.");
        assertThatThrownBy(() -> start(Unwritten.class)).isInstanceOf(NotWrittenYet.class);
        assertThatThrownBy(() -> start(Picky.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NoSuchMethodException");
        assertThat(threads()).isEmpty();
    }

    @Test
    void aDamagedDiskIsRefused() throws Exception {
        try (Cluster cluster = Cluster.start(Program.of(Keeping.class), CALM)) {
            cluster.await(0, event -> event.kind() == Event.Kind.ROLE && event.node() == 1, LONG);
            cluster.kill(1);
            Path disk = cluster.folder().resolve("node-1");
            Path state = disk.resolve("state-" + Files.readString(disk.resolve("which")));
            byte[] bytes = Files.readAllBytes(state);
            bytes[5] ^= 1;
            Files.write(state, bytes);

            assertThatThrownBy(() -> cluster.restart(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is damaged");
            cluster.restartWithoutDisk(1);
            assertThat(cluster.events())
                    .anyMatch(event ->
                            event.kind() == Event.Kind.START && event.text().equals(Env.Boot.DISK_LOST.name()));
            assertThatThrownBy(() -> cluster.restart(1)).hasMessage("Node 1 is still running.");
        }
    }

    @Test
    void scenario42_overIpVersion6() throws Exception {
        byte[] loopback = new byte[16];
        loopback[15] = 1;
        InetAddress host = InetAddress.getByAddress(loopback);
        Assumptions.assumeTrue(canListen(host), "no IPv6 here");
        Cluster.Settings settings = new Cluster.Settings(100, 600_000, true, host);
        try (Cluster cluster = Cluster.start(Program.of(Standby.class), settings)) {
            assertThat(cluster.client(1).append("a1", LONG)).isTrue();
            int before = cluster.eventCount();
            cluster.kill(0);
            cluster.awaitPrimary(before, 1, LONG);
        }
    }

    private static void start(Class<? extends Node> replica) throws InterruptedException {
        try (Cluster cluster = Cluster.start(Program.of(replica), CALM)) {
            cluster.await(0, event -> event.kind() == Event.Kind.CRASH, LONG);
        }
    }

    private static boolean canListen(InetAddress host) {
        try (ServerSocket socket = new ServerSocket(0, 1, host)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void assertGone(List<Long> pids, Path folder) throws InterruptedException {
        awaitThat(() -> pids.stream().noneMatch(ClusterTest::isAlive) && !Files.exists(folder));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static List<String> threads() {
        return Stream.of(Thread.getAllStackTraces().keySet().toArray(Thread[]::new))
                .map(Thread::getName)
                .filter(name -> name.startsWith("ftol-"))
                .toList();
    }

    /** Polls; only a failure takes long. */
    private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end)
                    .as("nanoseconds after the deadline")
                    .isNegative();
            Thread.sleep(10);
        }
    }

    /** Persists when it starts. */
    static final class Keeping extends Throwing {
        @Override
        public void start(Env env) {
            env.persist(new State(1, List.of("x")));
            env.role(Role.SECONDARY, 1);
        }
    }

    static final class Unwritten extends Throwing {
        @Override
        public void start(Env env) {
            throw new NotWrittenYet();
        }
    }

    static final class Picky extends Throwing {
        Picky(int number) {
            assertThat(number).isZero();
        }
    }

    static class Throwing implements Node {
        @Override
        public void start(Env env) {
            throw new IllegalStateException("a mistake");
        }

        @Override
        public void message(Env env, int from, Message message) {}

        @Override
        public void timer(Env env, int id) {}

        @Override
        public void closed(Env env, int peer) {}

        @Override
        public void append(Env env, long request, String entry) {}

        @Override
        public void read(Env env, long request) {}

        @Override
        public void stop(Env env) {}
    }
}
