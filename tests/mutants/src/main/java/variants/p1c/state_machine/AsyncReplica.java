// variant of 1c
// why: one clock that ticks all the time, and the detector of part 1a asked at each tick
package variants.p1c.state_machine;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import java.util.ArrayList;
import java.util.List;

public final class AsyncReplica implements Node {
    private enum Phase {
        LEADING,
        WATCHING
    }

    /** The detector of part 1a. */
    private static final class Detector {
        private long heard;
        private long highest;
        private boolean stopped;

        boolean suspects(long now, long timeout) {
            return stopped || now - heard > timeout;
        }
    }

    private final Detector detector = new Detector();
    private Phase phase = Phase.WATCHING;
    private List<String> entries = new ArrayList<>();
    private long sent;
    private int ticks;

    @Override
    public void start(Env env) {
        detector.heard = env.nanoTime();
        if (env.id() == 0) {
            become(Phase.LEADING, env);
        } else {
            become(Phase.WATCHING, env);
        }
        env.timer(7, 0);
    }

    private void become(Phase next, Env env) {
        phase = next;
        env.role(next == Phase.LEADING ? Role.PRIMARY : Role.SECONDARY, 0);
    }

    @Override
    public void message(Env env, int from, Message message) {
        switch (phase) {
            case LEADING:
                break;
            case WATCHING:
                if (message.kind() == Message.Kind.STATE || message.kind() == Message.Kind.STOP) {
                    entries = new ArrayList<>(message.log());
                }
                if (message.kind() == Message.Kind.HEARTBEAT && message.number() > detector.highest) {
                    detector.highest = message.number();
                    detector.heard = env.nanoTime();
                }
                detector.stopped |= message.kind() == Message.Kind.STOP;
                look(env);
                break;
        }
    }

    private void look(Env env) {
        if (phase == Phase.WATCHING && detector.suspects(env.nanoTime(), env.timeout())) {
            become(Phase.LEADING, env);
        }
    }

    @Override
    public void timer(Env env, int id) {
        look(env);
        if (phase == Phase.LEADING && ticks++ % 4 == 0) {
            env.send(env.peer(), new Message(Message.Kind.STATE, 0, 0, entries));
            env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, 0, ++sent));
        }
        env.timer(7, env.interval() / 4);
    }

    @Override
    public void closed(Env env, int peer) {
        detector.stopped = true;
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (phase == Phase.LEADING && !entries.contains(entry)) {
            entries.add(entry);
        }
        read(env, request);
    }

    @Override
    public void read(Env env, long request) {
        switch (phase) {
            case LEADING:
                env.reply(request, entries);
                break;
            case WATCHING:
                env.redirect(request, env.peer());
                break;
        }
    }

    @Override
    public void stop(Env env) {
        if (phase == Phase.LEADING) {
            env.send(env.peer(), new Message(Message.Kind.STOP, 0, 0, entries));
        }
    }
}
