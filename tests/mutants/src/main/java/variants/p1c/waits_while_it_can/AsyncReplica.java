// variant of 1c
// why: answers when the secondary has confirmed, but goes on alone when it is gone or slow, so it loses less than it
// may
package variants.p1c.waits_while_it_can;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Message.Kind;
import ftol.failover.Node;
import ftol.failover.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

public final class AsyncReplica implements Node {
    private static final int BEAT = 0;
    private static final int SUSPECT = 1;
    private static final int IMPATIENT = 2;

    private final Set<String> log = new LinkedHashSet<>();
    private final List<Long> waiting = new ArrayList<>();
    private boolean primary;
    private boolean alone;
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
            if (message.kind() == Kind.ACK && message.number() == log.size()) {
                answer(env);
            }
            return;
        }
        switch (message.kind()) {
            case HEARTBEAT -> {
                if (message.number() > sequence) {
                    sequence = message.number();
                    env.timer(SUSPECT, env.timeout());
                }
            }
            case STATE -> {
                log.addAll(message.log());
                env.send(from, new Message(Kind.ACK, 0, log.size()));
            }
            case STOP -> {
                log.addAll(message.log());
                lead(env);
            }
            default -> {}
        }
    }

    @Override
    public void timer(Env env, int id) {
        if (primary && id == BEAT) {
            env.send(env.peer(), new Message(Kind.HEARTBEAT, 0, ++sequence));
            env.timer(BEAT, env.interval());
        } else if (id == IMPATIENT) {
            answer(env);
        } else if (!primary && id == SUSPECT) {
            lead(env);
        }
    }

    @Override
    public void closed(Env env, int peer) {
        alone = true;
        if (primary) {
            answer(env);
        } else {
            lead(env);
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
        if (!primary) {
            env.redirect(request, env.peer());
            return;
        }
        waiting.add(request);
        if (alone) {
            answer(env);
        } else {
            env.send(env.peer(), new Message(Kind.STATE, 0, 0, log));
            env.timer(IMPATIENT, env.interval() / 2);
        }
    }

    @Override
    public void stop(Env env) {
        if (primary) {
            answer(env);
            env.send(env.peer(), new Message(Kind.STOP, 0, 0, log));
        }
    }

    private void answer(Env env) {
        waiting.forEach(request -> env.reply(request, log));
        waiting.clear();
    }

    private void lead(Env env) {
        primary = true;
        env.role(Role.PRIMARY, 0);
        env.timer(BEAT, 0);
    }
}
