// variant of 1d
// why: an object for each role; epochs jump by tens, and the last digit says whose they are
package variants.p1d.role_objects;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Message.Kind;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class SyncReplica implements Node {
    private Set<String> log;
    private long epoch;
    private boolean blank;
    private Behaviour now;

    private interface Behaviour {
        void message(Env env, Message message);

        void timer(Env env);

        void client(Env env, long request, String entry);

        default void primaryIsGone(Env env) {}

        default void stop(Env env) {}
    }

    private final class Primary implements Behaviour {
        private final Map<Long, Map.Entry<Long, List<String>>> unconfirmed = new LinkedHashMap<>();
        private long sent;

        Primary(Env env) {
            epoch = (epoch / 10 + 1) * 10 + env.id();
            save(env);
            env.role(Role.PRIMARY, epoch);
            timer(env);
        }

        private void send(Env env, Kind kind) {
            env.send(env.peer(), new Message(kind, epoch, ++sent, kind == Kind.STATE ? log : Set.of()));
        }

        @Override
        public void message(Env env, Message message) {
            if (message.kind() == Kind.ACK) {
                unconfirmed.forEach((request, answer) -> {
                    if (answer.getKey() <= message.number()) {
                        env.reply(request, answer.getValue());
                    }
                });
                unconfirmed.values().removeIf(answer -> answer.getKey() <= message.number());
            }
        }

        @Override
        public void timer(Env env) {
            send(env, Kind.HEARTBEAT);
            send(env, Kind.STATE);
            env.timer(5, env.interval());
        }

        @Override
        public void client(Env env, long request, String entry) {
            if (entry != null && log.add(entry)) {
                save(env);
            }
            send(env, Kind.STATE);
            unconfirmed.put(request, Map.entry(sent, List.copyOf(log)));
        }

        @Override
        public void stop(Env env) {
            env.send(env.peer(), new Message(Kind.STOP, epoch, Long.MAX_VALUE));
        }
    }

    private final class Secondary implements Behaviour {
        private long latest;

        Secondary(Env env) {
            env.role(Role.SECONDARY, epoch);
            env.timer(5, env.timeout());
        }

        @Override
        public void message(Env env, Message message) {
            if (message.number() <= latest) {
                return;
            }
            latest = message.number();
            switch (message.kind()) {
                case STATE -> {
                    log = new LinkedHashSet<>(message.log());
                    blank = false;
                    save(env);
                    env.send(env.peer(), new Message(Kind.ACK, epoch, latest));
                    env.timer(5, env.timeout());
                }
                case HEARTBEAT -> env.timer(5, env.timeout());
                case STOP -> primaryIsGone(env);
                default -> {}
            }
        }

        @Override
        public void timer(Env env) {
            primaryIsGone(env);
        }

        @Override
        public void client(Env env, long request, String entry) {
            env.redirect(request, env.peer());
        }

        @Override
        public void primaryIsGone(Env env) {
            if (!blank) {
                now = new Primary(env);
            }
        }
    }

    private void save(Env env) {
        env.persist(new State(epoch, log));
    }

    @Override
    public void start(Env env) {
        epoch = env.persisted().epoch();
        log = new LinkedHashSet<>(env.persisted().log());
        blank = env.boot() == Env.Boot.DISK_LOST;
        now = env.boot() == Env.Boot.FIRST_START && env.id() == 0 ? new Primary(env) : new Secondary(env);
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (blank && message.kind() != Kind.STATE) {
            return;
        }
        if (message.epoch() > epoch) {
            epoch = message.epoch();
            if (!blank) {
                save(env);
            }
            now = new Secondary(env);
        }
        if (message.epoch() == epoch) {
            now.message(env, message);
        }
    }

    @Override
    public void timer(Env env, int id) {
        now.timer(env);
    }

    @Override
    public void closed(Env env, int peer) {
        now.primaryIsGone(env);
    }

    @Override
    public void append(Env env, long request, String entry) {
        now.client(env, request, entry);
    }

    @Override
    public void read(Env env, long request) {
        now.client(env, request, null);
    }

    @Override
    public void stop(Env env) {
        now.stop(env);
    }
}
