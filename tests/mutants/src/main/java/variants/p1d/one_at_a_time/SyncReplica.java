// variant of 1d
// why: works on one request after the other, the rest waits in a queue
package variants.p1d.one_at_a_time;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Message.Kind;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

public final class SyncReplica implements Node {
    private record Job(long request, String entry) {}

    private enum Rank {
        PRIMARY,
        SECONDARY,
        USELESS
    }

    private final Deque<Job> jobs = new ArrayDeque<>();
    private Rank rank;
    private State state;
    private long round;
    /** The first round that carries what the first job needs; 0 if nothing is under way. */
    private long since;

    @Override
    public void start(Env env) {
        state = env.persisted();
        rank = env.boot() == Env.Boot.DISK_LOST ? Rank.USELESS : Rank.SECONDARY;
        if (env.boot() == Env.Boot.FIRST_START && env.id() == 0) {
            reign(env);
        } else {
            env.role(Role.SECONDARY, state.epoch());
            env.timer(0, env.timeout());
        }
    }

    private void keep(Env env, long epoch, List<String> log) {
        state = new State(epoch, log);
        env.persist(state);
    }

    /** Node 0 reigns in epochs 1, 4, 7 …, node 1 in epochs 2, 5, 8 … */
    private void reign(Env env) {
        rank = Rank.PRIMARY;
        round = 0;
        since = 0;
        keep(env, (state.epoch() / 3 + (state.epoch() == 0 ? 0 : 1)) * 3 + 1 + env.id(), state.log());
        env.role(Role.PRIMARY, state.epoch());
        timer(env, 0);
    }

    private void obey(Env env, long epoch) {
        if (rank == Rank.PRIMARY) {
            jobs.forEach(job -> env.redirect(job.request(), env.peer()));
        }
        jobs.clear();
        rank = Rank.SECONDARY;
        round = 0;
        env.role(Role.SECONDARY, epoch);
        env.timer(0, env.timeout());
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (message.epoch() < state.epoch() || (rank == Rank.USELESS && message.kind() != Kind.STATE)) {
            return;
        }
        if (message.epoch() > state.epoch()) {
            boolean useless = rank == Rank.USELESS;
            obey(env, message.epoch());
            state = new State(message.epoch(), state.log());
            if (!useless) {
                // Else the disk would look as if it knew something.
                env.persist(state);
            }
        }
        if (rank == Rank.PRIMARY) {
            if (message.kind() == Kind.ACK && since > 0 && message.number() >= since) {
                Job job = jobs.remove();
                since = 0;
                env.reply(job.request(), state.log());
                next(env);
            }
            return;
        }
        if (message.kind() == Kind.STOP) {
            reign(env);
        } else if (message.number() > round) {
            round = message.number();
            env.timer(0, env.timeout());
            if (message.kind() == Kind.STATE) {
                rank = Rank.SECONDARY;
                keep(env, message.epoch(), message.log());
                env.send(from, new Message(Kind.ACK, state.epoch(), round));
            }
        }
    }

    private void next(Env env) {
        if (since > 0 || jobs.isEmpty()) {
            return;
        }
        String entry = jobs.element().entry();
        if (entry != null && !state.log().contains(entry)) {
            List<String> longer = new ArrayList<>(state.log());
            longer.add(entry);
            keep(env, state.epoch(), longer);
        }
        send(env);
        since = round;
    }

    private void send(Env env) {
        env.send(env.peer(), new Message(Kind.STATE, state.epoch(), ++round, state.log()));
    }

    @Override
    public void timer(Env env, int id) {
        if (rank == Rank.PRIMARY) {
            env.send(env.peer(), new Message(Kind.HEARTBEAT, state.epoch(), ++round));
            send(env);
            env.timer(0, env.interval());
        } else if (rank == Rank.SECONDARY) {
            reign(env);
        }
    }

    @Override
    public void closed(Env env, int peer) {
        if (rank == Rank.SECONDARY) {
            reign(env);
        }
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (rank != Rank.PRIMARY) {
            env.redirect(request, env.peer());
            return;
        }
        jobs.add(new Job(request, entry));
        next(env);
    }

    @Override
    public void read(Env env, long request) {
        append(env, request, null);
    }

    @Override
    public void stop(Env env) {
        if (rank == Rank.PRIMARY) {
            env.send(env.peer(), new Message(Kind.STOP, state.epoch(), 0));
        }
    }
}
