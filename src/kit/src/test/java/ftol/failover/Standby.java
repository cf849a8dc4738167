package ftol.failover;

import java.util.ArrayList;
import java.util.List;

/** A replica for tests of what runs and draws replicas: no epochs, no second thoughts. */
public class Standby implements Node {
    private final List<String> entries = new ArrayList<>();
    private boolean leads;

    @Override
    public void start(Env env) {
        become(env, env.id() == 0);
    }

    private void become(Env env, boolean primary) {
        leads = primary;
        env.role(primary ? Role.PRIMARY : Role.SECONDARY, 0);
        env.timer(0, primary ? 0 : env.timeout());
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (!leads) {
            if (message.kind() == Message.Kind.STATE) {
                entries.clear();
                entries.addAll(message.log());
            }
            if (message.kind() == Message.Kind.STOP) {
                become(env, true);
            } else {
                env.timer(0, env.timeout());
            }
        }
    }

    @Override
    public void timer(Env env, int id) {
        if (!leads) {
            become(env, true);
            return;
        }
        env.timer(0, env.interval());
        env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, 0, 0));
        env.send(env.peer(), new Message(Message.Kind.STATE, 0, 0, entries));
    }

    @Override
    public void closed(Env env, int peer) {
        if (!leads) {
            become(env, true);
        }
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (leads && !entries.contains(entry)) {
            entries.add(entry);
        }
        read(env, request);
    }

    @Override
    public void read(Env env, long request) {
        if (leads) {
            env.reply(request, entries);
        } else {
            env.redirect(request, env.peer());
        }
    }

    @Override
    public void stop(Env env) {
        env.send(env.peer(), new Message(Message.Kind.STATE, 0, 0, entries));
        env.send(env.peer(), new Message(Message.Kind.STOP, 0, 0));
    }
}
