// variant of 1c
// why: has epochs, confirmations and a disk already, though nobody asks for them
package variants.p1c.epochs_too;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Message.Kind;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.ArrayList;
import java.util.List;

public final class AsyncReplica implements Node {
    private static final int BEAT = 3;
    private static final int LOOK = 4;

    private List<String> log = new ArrayList<>();
    private Role role = Role.SECONDARY;
    private long epoch = 1;
    private long latest;
    private long heardAt;

    @Override
    public void start(Env env) {
        role = env.id() == 0 ? Role.PRIMARY : Role.SECONDARY;
        env.role(role, epoch);
        heardAt = env.nanoTime();
        env.timer(role == Role.PRIMARY ? BEAT : LOOK, 0);
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (message.epoch() < epoch || role == Role.PRIMARY) {
            return;
        }
        if (message.kind() == Kind.HEARTBEAT && message.number() > latest) {
            latest = message.number();
            heardAt = env.nanoTime();
        }
        if (message.kind() == Kind.STATE || message.kind() == Kind.STOP) {
            log = new ArrayList<>(message.log());
            env.persist(new State(epoch, log));
            env.send(from, new Message(Kind.ACK, epoch, log.size()));
        }
        if (message.kind() == Kind.STOP) {
            promote(env);
        }
    }

    @Override
    public void timer(Env env, int id) {
        if (id == BEAT) {
            latest++;
            env.send(env.peer(), new Message(Kind.HEARTBEAT, epoch, latest));
            env.timer(BEAT, env.interval() / 2);
        } else if (role == Role.SECONDARY) {
            long left = env.timeout() - (env.nanoTime() - heardAt);
            if (left < 0) {
                promote(env);
            } else {
                env.timer(LOOK, left + 1);
            }
        }
    }

    @Override
    public void closed(Env env, int peer) {
        promote(env);
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (role != Role.PRIMARY) {
            env.redirect(request, env.peer());
            return;
        }
        if (!log.contains(entry)) {
            log.add(entry);
            env.persist(new State(epoch, log));
        }
        env.send(env.peer(), new Message(Kind.STATE, epoch, 0, log));
        env.reply(request, log);
    }

    @Override
    public void read(Env env, long request) {
        if (role != Role.PRIMARY) {
            env.redirect(request, env.peer());
            return;
        }
        env.reply(request, log);
    }

    @Override
    public void stop(Env env) {
        if (role == Role.PRIMARY) {
            env.send(env.peer(), new Message(Kind.STOP, epoch, 0, log));
        }
    }

    private void promote(Env env) {
        if (role == Role.SECONDARY) {
            role = Role.PRIMARY;
            epoch++;
            env.role(role, epoch);
            env.timer(BEAT, 0);
        }
    }
}
