// mutant of 1c
// why: who cannot append has nothing to say, so it seems; the client waits, and asks the other node by itself
// loses: ReplicaTests.noFault
package mutants.p1c.appends_not_redirected;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Message.Kind;
import ftol.failover.Node;
import ftol.failover.Role;
import java.util.LinkedHashSet;
import java.util.Set;

public final class AsyncReplica implements Node {
    private static final int BEAT = 0;
    private static final int SUSPECT = 1;

    private final Set<String> log = new LinkedHashSet<>();
    private boolean primary;
    private long sequence;

    @Override
    public void start(Env env) {
        if (env.id() == 0) {
            lead(env);
        } else {
            env.role(Role.SECONDARY, 0);
            env.timer(SUSPECT, env.timeout());
        }
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (primary) {
            return;
        }
        switch (message.kind()) {
            case HEARTBEAT -> {
                if (message.number() > sequence) {
                    sequence = message.number();
                    env.timer(SUSPECT, env.timeout());
                }
            }
            case STATE -> copy(message);
            case STOP -> {
                copy(message);
                lead(env);
            }
            default -> {}
        }
    }

    @Override
    public void timer(Env env, int id) {
        if (primary && id == BEAT) {
            env.send(env.peer(), new Message(Kind.HEARTBEAT, 0, ++sequence));
            env.send(env.peer(), new Message(Kind.STATE, 0, 0, log));
            env.timer(BEAT, env.interval());
        } else if (!primary && id == SUSPECT) {
            lead(env);
        }
    }

    @Override
    public void closed(Env env, int peer) {
        if (!primary) {
            lead(env);
        }
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (primary) {
            log.add(entry);
            read(env, request);
        }
    }

    @Override
    public void read(Env env, long request) {
        if (primary) {
            env.reply(request, log);
        } else {
            env.redirect(request, env.peer());
        }
    }

    @Override
    public void stop(Env env) {
        if (primary) {
            env.send(env.peer(), new Message(Kind.STOP, 0, 0, log));
        }
    }

    private void lead(Env env) {
        primary = true;
        env.role(Role.PRIMARY, 0);
        env.timer(BEAT, 0);
    }

    private void copy(Message message) {
        log.clear();
        log.addAll(message.log());
    }
}
