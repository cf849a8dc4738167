// mutant of 1c
// why: the timeout as it usually is, three intervals
// loses: ReplicaTests.silence
package mutants.p1c.three_intervals;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import java.util.LinkedHashSet;
import java.util.Set;

public final class AsyncReplica implements Node {
    private static final int BEAT = 0; // the primary's timer: a heartbeat is due
    private static final int SILENCE = 1; // the secondary's timer: it has heard nothing for env.timeout()

    private final Set<String> log = new LinkedHashSet<>(); // keeps the order, and takes each entry once
    private final long epoch = 0; // in part 1d it will change
    private boolean primary;
    private long number; // of the last heartbeat that was sent, or that was fresh

    @Override
    public void start(Env env) {
        if (env.id() == 0) {
            lead(env);
        } else {
            env.role(Role.SECONDARY, epoch);
            env.timer(SILENCE, 3 * env.interval());
        }
    }

    private void lead(Env env) {
        primary = true;
        env.role(Role.PRIMARY, epoch);
        env.timer(BEAT, 0); // due at once
    }

    private void answer(Env env, long request) {
        env.reply(request, log);
    }

    private void sendHeartbeat(Env env) {
        number++;
        env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, epoch, number));
    }

    private void sendLog(Env env) {
        env.send(env.peer(), new Message(Message.Kind.STATE, epoch, 0, log));
    }

    private void keep(Message message) {
        log.clear();
        log.addAll(message.log());
    }

    @Override
    public void message(Env env, int from, Message message) {
        switch (message.kind()) {
            case HEARTBEAT -> fresh(env, message);
            case STATE -> {
                if (!primary) {
                    keep(message);
                }
            }
            case STOP -> stopped(env, message);
            default -> {}
        }
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (primary) {
            log.add(entry);
        }
        read(env, request);
    }

    @Override
    public void read(Env env, long request) {
        if (primary) {
            answer(env, request);
        } else {
            env.redirect(request, env.peer());
        }
    }

    @Override
    public void timer(Env env, int id) {
        switch (id) {
            case BEAT -> {
                if (primary) { // An old one may still be due.
                    sendHeartbeat(env);
                    sendLog(env);
                    env.timer(BEAT, env.interval());
                }
            }
            case SILENCE -> {
                if (!primary) {
                    lead(env);
                }
            }
            default -> {}
        }
    }

    @Override
    public void closed(Env env, int peer) {
        if (!primary) {
            lead(env);
        }
    }

    private boolean fresh(Env env, Message message) {
        boolean fresh = message.number() > number;
        if (fresh) {
            number = message.number();
            env.timer(SILENCE, 3 * env.interval());
        }
        return fresh;
    }

    @Override
    public void stop(Env env) {
        if (primary) {
            env.send(env.peer(), new Message(Message.Kind.STOP, epoch, number, log));
        }
    }

    private void stopped(Env env, Message message) {
        if (!primary) {
            keep(message);
            lead(env);
        }
    }
}
