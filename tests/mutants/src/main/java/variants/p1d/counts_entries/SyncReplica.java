// variant of 1d
// why: confirmations say how long the log is; reads are covered by a heartbeat that was answered
package variants.p1d.counts_entries;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Message.Kind;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

public final class SyncReplica implements Node {
    private static final int BEAT = 10;
    private static final int LOOK = 20;

    /** An answer: how many entries must be confirmed for it, and which heartbeat be answered. */
    private static final class Promise {
        final long request;
        final List<String> log;
        final int entries;
        final long heartbeat;

        Promise(long request, List<String> log, int entries, long heartbeat) {
            this.request = request;
            this.log = List.copyOf(log);
            this.entries = entries;
            this.heartbeat = heartbeat;
        }
    }

    private final List<String> log = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private boolean primary;
    private boolean mayLead;
    private long epoch;
    private long lastBeat;
    private long lastState;
    private long heardAt;
    private int entriesConfirmed;
    private long beatConfirmed;

    @Override
    public void start(Env env) {
        epoch = env.persisted().epoch();
        log.addAll(env.persisted().log());
        mayLead = env.boot() != Env.Boot.DISK_LOST;
        if (env.id() == 0 && env.boot() == Env.Boot.FIRST_START) {
            begin(env, 1);
        } else {
            join(env, epoch);
        }
        env.timer(LOOK, env.interval() / 2);
    }

    private void forget(Env env, long newEpoch) {
        epoch = newEpoch;
        lastBeat = 0;
        lastState = 0;
        entriesConfirmed = 0;
        beatConfirmed = 0;
        promises.clear();
        if (mayLead) {
            env.persist(new State(epoch, log));
        }
        env.role(primary ? Role.PRIMARY : Role.SECONDARY, epoch);
    }

    private void begin(Env env, long newEpoch) {
        primary = true;
        forget(env, newEpoch);
        env.timer(BEAT, 0);
    }

    private void join(Env env, long newEpoch) {
        primary = false;
        heardAt = env.nanoTime();
        forget(env, newEpoch);
    }

    private void suspect(Env env) {
        if (!primary && mayLead) {
            begin(env, epoch + (epoch % 2 == env.id() ? 1 : 2));
        }
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (message.epoch() < epoch || (!mayLead && message.kind() != Kind.STATE)) {
            return;
        }
        if (message.epoch() > epoch) {
            join(env, message.epoch());
        }
        if (primary) {
            if (message.kind() == Kind.ACK) {
                entriesConfirmed = Math.max(entriesConfirmed, (int) message.number());
            } else if (message.kind() == Kind.ASK) {
                beatConfirmed = Math.max(beatConfirmed, message.number());
            }
            keepPromises(env);
            return;
        }
        switch (message.kind()) {
            case HEARTBEAT -> {
                if (message.number() > lastBeat) {
                    lastBeat = message.number();
                    heardAt = env.nanoTime();
                }
                env.send(from, new Message(Kind.ASK, epoch, message.number()));
            }
            case STATE -> {
                if (message.number() > lastState) {
                    lastState = message.number();
                    heardAt = env.nanoTime();
                    log.clear();
                    log.addAll(message.log());
                    mayLead = true;
                    env.persist(new State(epoch, log));
                    env.send(from, new Message(Kind.ACK, epoch, log.size()));
                }
            }
            case STOP -> suspect(env);
            default -> {}
        }
    }

    private void keepPromises(Env env) {
        for (Iterator<Promise> i = promises.iterator(); i.hasNext(); ) {
            Promise promise = i.next();
            if (promise.entries <= entriesConfirmed && promise.heartbeat <= beatConfirmed) {
                env.reply(promise.request, promise.log);
                i.remove();
            }
        }
    }

    private void beat(Env env) {
        env.send(env.peer(), new Message(Kind.HEARTBEAT, epoch, ++lastBeat));
    }

    private void share(Env env) {
        env.send(env.peer(), new Message(Kind.STATE, epoch, ++lastState, log));
    }

    @Override
    public void timer(Env env, int id) {
        if (id == LOOK) {
            env.timer(LOOK, env.interval() / 2);
            if (env.nanoTime() - heardAt > env.timeout()) {
                suspect(env);
            }
        } else if (primary) {
            beat(env);
            share(env);
            env.timer(BEAT, env.interval());
        }
    }

    @Override
    public void closed(Env env, int peer) {
        suspect(env);
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (!primary) {
            env.redirect(request, env.peer());
            return;
        }
        if (!log.contains(entry)) {
            log.add(entry);
            env.persist(new State(epoch, log));
        }
        share(env);
        promises.add(new Promise(request, log, log.indexOf(entry) + 1, 0));
        keepPromises(env);
    }

    @Override
    public void read(Env env, long request) {
        if (!primary) {
            env.redirect(request, env.peer());
            return;
        }
        share(env);
        beat(env);
        promises.add(new Promise(request, log, log.size(), lastBeat));
    }

    @Override
    public void stop(Env env) {
        if (primary) {
            env.send(env.peer(), new Message(Kind.STOP, epoch, 0));
        }
    }
}
