// variant of 1c
// why: an object for each role, exchanged at the take-over
package variants.p1c.role_objects;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Message.Kind;
import ftol.failover.Node;
import ftol.failover.Role;
import java.util.LinkedHashMap;
import java.util.Map;

public final class AsyncReplica implements Node {
    private final Map<String, Integer> log = new LinkedHashMap<>();
    private Behaviour behaviour;

    private abstract class Behaviour {
        abstract void client(Env env, long request, String entry);

        void message(Env env, Message message) {}

        void tick(Env env) {}

        void peerIsGone(Env env) {}

        void stop(Env env) {}
    }

    private final class Serving extends Behaviour {
        private long beat;

        Serving(Env env) {
            env.role(Role.PRIMARY, 0);
            tick(env);
        }

        @Override
        void client(Env env, long request, String entry) {
            if (entry != null) {
                log.putIfAbsent(entry, log.size());
                env.send(env.peer(), new Message(Kind.STATE, 0, log.size(), log.keySet()));
            }
            env.reply(request, log.keySet());
        }

        @Override
        void tick(Env env) {
            env.send(env.peer(), new Message(Kind.HEARTBEAT, 0, ++beat));
            env.timer(0, env.interval());
        }

        @Override
        void stop(Env env) {
            env.send(env.peer(), new Message(Kind.STOP, 0, 0));
        }
    }

    private final class StandingBy extends Behaviour {
        private long beat;

        StandingBy(Env env) {
            env.role(Role.SECONDARY, 0);
            env.timer(0, env.timeout());
        }

        @Override
        void client(Env env, long request, String entry) {
            env.redirect(request, env.peer());
        }

        @Override
        void message(Env env, Message message) {
            if (message.kind() == Kind.HEARTBEAT && message.number() > beat) {
                beat = message.number();
                env.timer(0, env.timeout());
            } else if (message.kind() == Kind.STATE && message.number() > log.size()) {
                message.log().forEach(entry -> log.putIfAbsent(entry, log.size()));
            } else if (message.kind() == Kind.STOP) {
                peerIsGone(env);
            }
        }

        @Override
        void tick(Env env) {
            peerIsGone(env);
        }

        @Override
        void peerIsGone(Env env) {
            behaviour = new Serving(env);
        }
    }

    @Override
    public void start(Env env) {
        behaviour = env.id() == 0 ? new Serving(env) : new StandingBy(env);
    }

    @Override
    public void message(Env env, int from, Message message) {
        behaviour.message(env, message);
    }

    @Override
    public void timer(Env env, int id) {
        behaviour.tick(env);
    }

    @Override
    public void closed(Env env, int peer) {
        behaviour.peerIsGone(env);
    }

    @Override
    public void append(Env env, long request, String entry) {
        behaviour.client(env, request, entry);
    }

    @Override
    public void read(Env env, long request) {
        behaviour.client(env, request, null);
    }

    @Override
    public void stop(Env env) {
        behaviour.stop(env);
    }
}
