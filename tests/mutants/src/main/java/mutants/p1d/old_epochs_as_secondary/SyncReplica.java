// mutant of 1d
// why: only a primary ignores messages of smaller epochs
// loses: HiddenSplitBrainTests.lateMessages
package mutants.p1d.old_epochs_as_secondary;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

public final class SyncReplica implements Node {
    private static final int BEAT = 0;
    private static final int SILENCE = 1;

    private record Waiting(long number, long request, List<String> answer) {}

    private final Set<String> log = new LinkedHashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean primary;
    private boolean complete; // Has this node a log? Without its disk it has none until it is given one.
    private long epoch;
    private long number; // of the last heartbeat or log in this epoch that was sent, or that was fresh

    @Override
    public void start(Env env) {
        log.addAll(env.persisted().log());
        epoch = env.persisted().epoch();
        complete = env.boot() != Env.Boot.DISK_LOST;
        if (env.id() == 0 && env.boot() == Env.Boot.FIRST_START) {
            lead(env);
        } else {
            follow(env, epoch); // Who comes back does not know what happened meanwhile.
        }
    }

    private void lead(Env env) {
        if (!complete) {
            return;
        }
        do {
            epoch++;
        } while (epoch % 2 == env.id());
        number = 0; // Numbers begin anew in each epoch.
        primary = true;
        save(env);
        env.role(Role.PRIMARY, epoch);
        env.timer(BEAT, 0);
    }

    private void follow(Env env, long newEpoch) {
        epoch = newEpoch;
        number = 0;
        primary = false;
        waiting.clear(); // Later ACKs are not for these, and the clients ask again.
        save(env);
        env.role(Role.SECONDARY, epoch);
        env.timer(SILENCE, env.timeout());
    }

    private void save(Env env) {
        if (complete) {
            env.persist(new State(epoch, log));
        }
    }

    private void answer(Env env, long request) {
        sendLog(env);
        waiting.add(new Waiting(number, request, List.copyOf(log)));
    }

    private void sendHeartbeat(Env env) {
        number++;
        env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, epoch, number));
    }

    private void sendLog(Env env) {
        save(env);
        number++;
        env.send(env.peer(), new Message(Message.Kind.STATE, epoch, number, log));
    }

    private void confirmed(Env env, long last) {
        for (Waiting next : waiting) {
            if (next.number() <= last) {
                env.reply(next.request(), next.answer());
            }
        }
        waiting.removeIf(next -> next.number() <= last);
    }

    private void keep(Message message) {
        log.clear();
        log.addAll(message.log());
        complete = true;
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (primary && message.epoch() < epoch) {
            return;
        }
        if (message.epoch() > epoch) {
            follow(env, message.epoch());
        }
        switch (message.kind()) {
            case HEARTBEAT -> fresh(env, message);
            case STATE -> {
                if (fresh(env, message)) {
                    keep(message);
                    save(env);
                    env.send(from, new Message(Message.Kind.ACK, epoch, message.number()));
                }
            }
            case ACK -> {
                confirmed(env, message.number());
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
            env.timer(SILENCE, env.timeout());
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
