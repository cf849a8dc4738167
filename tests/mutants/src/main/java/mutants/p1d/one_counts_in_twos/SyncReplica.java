// mutant of 1d
// why: one node counts in twos and the other in ones, and that looks like odd and even as long as they take turns
// loses: SplitBrainTests.bothCrash
package mutants.p1d.one_counts_in_twos;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Message.Kind;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

public final class SyncReplica implements Node {
    private static final int BEAT = 0;
    private static final int SUSPECT = 1;

    /** An answer that waits until the secondary has confirmed the state with this number. */
    private record Waiting(long number, long request, List<String> log) {}

    private final Set<String> log = new LinkedHashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean primary;
    private boolean complete;
    private long epoch;
    /** Of the last message sent as primary, or received as secondary, in this epoch. */
    private long number;

    @Override
    public void start(Env env) {
        log.addAll(env.persisted().log());
        // With an empty disk this node must not lead until it has been given a log.
        complete = env.boot() != Env.Boot.DISK_LOST;
        if (env.boot() == Env.Boot.FIRST_START && env.id() == 0) {
            lead(env);
        } else {
            follow(env, env.persisted().epoch());
        }
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (message.epoch() < epoch || (!complete && message.kind() != Kind.STATE)) {
            return;
        }
        if (message.epoch() > epoch) {
            follow(env, message.epoch());
        }
        switch (message.kind()) {
            case HEARTBEAT -> fresh(env, message);
            case STATE -> {
                if (fresh(env, message)) {
                    log.clear();
                    log.addAll(message.log());
                    complete = true;
                    env.persist(new State(epoch, log));
                    env.send(from, new Message(Kind.ACK, epoch, number));
                }
            }
            case ACK -> confirmed(env, message.number());
            case STOP -> suspect(env);
            default -> {}
        }
    }

    @Override
    public void timer(Env env, int id) {
        if (id == SUSPECT) {
            suspect(env);
        } else if (primary) {
            env.send(env.peer(), new Message(Kind.HEARTBEAT, epoch, ++number));
            replicate(env);
            env.timer(BEAT, env.interval());
        }
    }

    @Override
    public void closed(Env env, int peer) {
        suspect(env);
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (primary && log.add(entry)) {
            env.persist(new State(epoch, log));
        }
        read(env, request);
    }

    @Override
    public void read(Env env, long request) {
        if (primary) {
            replicate(env);
            waiting.add(new Waiting(number, request, List.copyOf(log)));
        } else {
            env.redirect(request, env.peer());
        }
    }

    @Override
    public void stop(Env env) {
        if (primary) {
            env.send(env.peer(), new Message(Kind.STOP, epoch, 0));
        }
    }

    private void lead(Env env) {
        epoch += env.id() == 0 ? 2 : 1;
        primary = true;
        number = 0;
        env.persist(new State(epoch, log));
        env.role(Role.PRIMARY, epoch);
        env.timer(BEAT, 0);
    }

    private void follow(Env env, long newEpoch) {
        primary = false;
        epoch = newEpoch;
        number = 0;
        // Numbers begin anew in each epoch, so a later confirmation would mean another log. Clients ask again.
        waiting.clear();
        if (complete) {
            env.persist(new State(epoch, log));
        }
        env.role(Role.SECONDARY, epoch);
        env.timer(SUSPECT, env.timeout());
    }

    private void suspect(Env env) {
        if (!primary && complete) {
            lead(env);
        }
    }

    /** A message that another has overtaken is neither a sign of life nor the latest state. */
    private boolean fresh(Env env, Message message) {
        if (primary || message.number() <= number) {
            return false;
        }
        number = message.number();
        env.timer(SUSPECT, env.timeout());
        return true;
    }

    private void replicate(Env env) {
        env.send(env.peer(), new Message(Kind.STATE, epoch, ++number, log));
    }

    private void confirmed(Env env, long confirmed) {
        for (Waiting answer : waiting) {
            if (primary && answer.number() <= confirmed) {
                env.reply(answer.request(), answer.log());
            }
        }
        waiting.removeIf(answer -> answer.number() <= confirmed);
    }
}
