package ftol.failover.net;

import ftol.failover.Env;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import ftol.failover.sim.HostedNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * A take-over between two tiny nodes in this process, and a client that is sent from one to the other, before the real one
 * starts. A JVM does everything slowly for the first time, and a node of ours takes over once in its life.
 */
final class Rehearsal implements Node {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final long CLUSTER = 1;
    private static final State STATE = new State(1, List.of("a"));

    private NodeLoop loop;
    private boolean leads;
    private boolean confirmed;
    private boolean asked;

    private Rehearsal() {}

    /** Takes some milliseconds; half a second at most. */
    static void run(Path folder, InetAddress host) throws IOException {
        Rehearsal primary = new Rehearsal();
        Rehearsal secondary = new Rehearsal();
        primary.loop = loop(primary, 0, folder, host);
        secondary.loop = loop(secondary, 1, folder, host);
        primary.loop.peer(secondary.loop.tcpPort(), secondary.loop.udpPort(), 2);
        secondary.loop.peer(primary.loop.tcpPort(), primary.loop.udpPort(), 1);
        Thread first = secondary.begin();
        Thread second = primary.begin();
        IntFunction<InetSocketAddress> nodes =
                node -> new InetSocketAddress(host, (node == 0 ? primary : secondary).loop.tcpPort());
        try (Client client = new Client(Event.CLIENT, 1, nodes, CLUSTER, new EventLog(), new AtomicLong())) {
            client.read(LIMIT);
            client.append("b", LIMIT);
            first.join(LIMIT.toMillis());
            second.join(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread begin() {
        Thread thread = new Thread(this::play, "rehearsal");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static NodeLoop loop(Rehearsal node, int id, Path folder, InetAddress host) throws IOException {
        Path disk = Files.createDirectories(folder.resolve("rehearsal-" + id));
        Launch launch = new Launch("", List.of(), id, CLUSTER, id + 1, 1, 3, true, host, disk);
        return new NodeLoop(launch, new HostedNode(node), new Report(OutputStream.nullOutputStream()));
    }

    private void play() {
        try {
            loop.run();
        } catch (IOException e) {
            // Then the real play begins without it.
        }
    }

    @Override
    public void start(Env env) {
        env.persist(STATE);
        env.role(env.id() == 0 ? Role.PRIMARY : Role.SECONDARY, 1);
        env.timer(0, env.id() == 0 ? 0 : LIMIT.toNanos());
    }

    @Override
    public void timer(Env env, int id) {
        if (env.id() == 1) {
            loop.later(loop::stop);
        } else {
            env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, 1, 1));
            env.send(env.peer(), new Message(Message.Kind.STATE, 1, 1, STATE.log()));
            env.timer(0, LIMIT.toNanos() / 100);
        }
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (message.kind() == Message.Kind.STATE) {
            env.send(from, new Message(Message.Kind.ACK, 1, 1));
        } else if (message.kind() == Message.Kind.ACK) {
            confirmed = true;
            stopIfDone();
        }
    }

    private void stopIfDone() {
        if (confirmed && asked) {
            loop.later(loop::stop);
        }
    }

    @Override
    public void closed(Env env, int peer) {
        env.persist(STATE);
        env.role(Role.PRIMARY, 2);
        leads = true;
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (leads) {
            env.reply(request, STATE.log());
            loop.later(loop::stop);
        } else {
            env.redirect(request, env.peer());
        }
    }

    @Override
    public void read(Env env, long request) {
        if (env.id() == 0) {
            env.reply(request, STATE.log());
            asked = true;
            stopIfDone();
        } else {
            env.redirect(request, env.peer());
        }
    }

    @Override
    public void stop(Env env) {}
}
