package ftol.failover.net;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A network between two nodes that can be made bad, each {@link Direction} by itself. What is random about it follows from a
 * seed; real processes are not as repeatable as that.
 *
 * <p>One thread of its own carries everything. Any thread may use the public methods; they have taken effect when they return.
 */
public final class FaultProxy implements AutoCloseable {
    private static final long MS = 1_000_000;

    private record Later(long time, long order, Runnable task) {}

    private final Selector selector;
    private final Thread thread;
    private final Direction[] directions = new Direction[2];
    private final Set<Relay> relays = new HashSet<>();
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Later> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Later::time).thenComparingLong(Later::order));
    private long order;
    private volatile boolean closed;

    private FaultProxy(InetAddress host) throws IOException {
        selector = Selector.open();
        for (int from = 0; from < 2; from++) {
            directions[from] = new Direction(this, host, from + 1L);
        }
        thread = new Thread(this::run, "ftol-proxy");
        thread.setDaemon(true);
    }

    static FaultProxy start(InetAddress host) throws IOException {
        FaultProxy proxy = new FaultProxy(host);
        proxy.thread.start();
        return proxy;
    }

    /** What is sent from one node to the other. */
    public Direction direction(int from, int to) {
        if (from + to != 1 || from * to != 0) {
            throw new IllegalArgumentException(
                    "There is a way from 0 to 1 and one from 1 to 0, not from " + from + " to " + to + ".");
        }
        return directions[from];
    }

    /** Ends all TCP connections that there are, with a reset. New ones can be made. */
    public void reset() {
        now(() -> List.copyOf(relays).forEach(Relay::reset));
    }

    /** Where this node listens from now on. */
    void target(int node, int tcpPort, int udpPort) {
        now(() -> directions[1 - node].target(tcpPort, udpPort));
    }

    int tcpPort(int from, int to) {
        return direction(from, to).tcpPort();
    }

    int udpPort(int from, int to) {
        return direction(from, to).udpPort();
    }

    // What follows is for this proxy's own thread.

    Selector selector() {
        return selector;
    }

    /** The other direction. */
    Direction back(Direction direction) {
        return directions[0] == direction ? directions[1] : directions[0];
    }

    Set<Relay> relays() {
        return relays;
    }

    void at(long time, Runnable task) {
        agenda.add(new Later(time, order++, task));
    }

    /** Has this done by the proxy's thread, and waits for it. */
    void now(Runnable task) {
        FutureTask<Void> done = new FutureTask<>(task, null);
        commands.add(done);
        selector.wakeup();
        boolean interrupted = false;
        try {
            while (!closed) {
                try {
                    done.get(100, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException e) {
                    // Unless it was closed meanwhile, it will be done.
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!closed) {
                for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
                    command.run();
                }
                while (!agenda.isEmpty() && agenda.peek().time() - System.nanoTime() <= 0) {
                    agenda.remove().task().run();
                }
                long wait = agenda.isEmpty() ? 1_000 * MS : agenda.peek().time() - System.nanoTime();
                if (wait > 0) {
                    selector.select(key -> ((Runnable) key.attachment()).run(), (wait + MS - 1) / MS);
                } else {
                    selector.selectNow(key -> ((Runnable) key.attachment()).run());
                }
            }
        } catch (IOException e) {
            // The system has no selectors any more: then nothing gets through.
        } finally {
            List.copyOf(relays).forEach(Relay::end);
            for (Direction direction : directions) {
                direction.close();
            }
            NodeLoop.close(selector);
        }
    }

    /** Ends all connections. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
