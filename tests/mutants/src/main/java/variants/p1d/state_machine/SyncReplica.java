// variant of 1d
// why: an enum for what the node is, a switch in each method, closed connections not believed
package variants.p1d.state_machine;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.ArrayList;
import java.util.List;

public final class SyncReplica implements Node {
    enum Phase {
        EMPTY,
        FOLLOWING,
        LEADING
    }

    private Phase phase = Phase.FOLLOWING;
    private long epoch;
    private List<String> log = List.of();
    private long counter;
    private long lastSign;
    private final List<long[]> open = new ArrayList<>();
    private final List<List<String>> openLogs = new ArrayList<>();

    private void enter(Phase next, long nextEpoch, Env env) {
        phase = next;
        epoch = nextEpoch;
        counter = 0;
        lastSign = env.nanoTime();
        open.clear();
        openLogs.clear();
        if (next != Phase.EMPTY) {
            env.persist(new State(epoch, log));
        }
        env.role(next == Phase.LEADING ? Role.PRIMARY : Role.SECONDARY, epoch);
    }

    @Override
    public void start(Env env) {
        log = env.persisted().log();
        switch (env.boot()) {
            case FIRST_START:
                enter(env.id() == 0 ? Phase.LEADING : Phase.FOLLOWING, env.id() == 0 ? 1 : 0, env);
                break;
            case RESTART:
                enter(Phase.FOLLOWING, env.persisted().epoch(), env);
                break;
            case DISK_LOST:
                enter(Phase.EMPTY, 0, env);
                break;
        }
        env.timer(0, 0);
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (message.epoch() > epoch) {
            if (phase == Phase.EMPTY) {
                if (message.kind() != Message.Kind.STATE) {
                    return;
                }
                log = message.log();
            }
            enter(Phase.FOLLOWING, message.epoch(), env);
        }
        if (message.epoch() < epoch) {
            return;
        }
        switch (phase) {
            case EMPTY:
                if (message.kind() == Message.Kind.STATE) {
                    log = message.log();
                    enter(Phase.FOLLOWING, epoch, env);
                    confirm(env, message);
                }
                break;
            case FOLLOWING:
                if (message.kind() == Message.Kind.STOP) {
                    lead(env);
                } else if (message.number() > counter) {
                    confirm(env, message);
                }
                break;
            case LEADING:
                if (message.kind() == Message.Kind.ACK) {
                    while (!open.isEmpty() && open.get(0)[0] <= message.number()) {
                        env.reply(open.remove(0)[1], openLogs.remove(0));
                    }
                }
                break;
        }
    }

    private void confirm(Env env, Message message) {
        counter = message.number();
        lastSign = env.nanoTime();
        if (message.kind() == Message.Kind.STATE) {
            log = message.log();
            env.persist(new State(epoch, log));
            env.send(env.peer(), new Message(Message.Kind.ACK, epoch, counter));
        }
    }

    private void lead(Env env) {
        // Epochs of node 0 are odd, those of node 1 are even.
        long next = epoch + 1;
        enter(Phase.LEADING, next % 2 == 1 - env.id() ? next : next + 1, env);
        env.timer(0, 0);
    }

    @Override
    public void timer(Env env, int id) {
        switch (phase) {
            case EMPTY:
                break;
            case FOLLOWING:
                if (env.nanoTime() - lastSign >= env.timeout()) {
                    lead(env);
                    return;
                }
                break;
            case LEADING:
                env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, epoch, ++counter));
                env.send(env.peer(), new Message(Message.Kind.STATE, epoch, ++counter, log));
                break;
        }
        env.timer(0, env.interval() / 2);
    }

    @Override
    public void closed(Env env, int peer) {
        // The network may have cut it. The timeout decides.
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (phase == Phase.LEADING && !log.contains(entry)) {
            List<String> longer = new ArrayList<>(log);
            longer.add(entry);
            log = longer;
            env.persist(new State(epoch, log));
        }
        read(env, request);
    }

    @Override
    public void read(Env env, long request) {
        switch (phase) {
            case EMPTY:
            case FOLLOWING:
                env.redirect(request, env.peer());
                break;
            case LEADING:
                env.send(env.peer(), new Message(Message.Kind.STATE, epoch, ++counter, log));
                open.add(new long[] {counter, request});
                openLogs.add(List.copyOf(log));
                break;
        }
    }

    @Override
    public void stop(Env env) {
        if (phase == Phase.LEADING) {
            env.send(env.peer(), new Message(Message.Kind.STOP, epoch, 0));
        }
    }
}
