// variant of 1c
// why: sends each entry once, as soon as it is appended, instead of the whole log with each heartbeat
package variants.p1c.new_entries_only;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import java.util.ArrayList;
import java.util.List;

public final class AsyncReplica implements Node {
    private final List<String> log = new ArrayList<>();
    private boolean leading;
    private long beats;

    @Override
    public void start(Env env) {
        leading = env.id() == 0;
        env.role(leading ? Role.PRIMARY : Role.SECONDARY, 0);
        env.timer(0, leading ? 0 : env.timeout());
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (leading) {
            return;
        }
        if (message.kind() == Message.Kind.STATE && message.number() == log.size()) {
            log.addAll(message.log());
        } else if (message.kind() == Message.Kind.HEARTBEAT && message.number() > beats) {
            beats = message.number();
            env.timer(0, env.timeout());
        } else if (message.kind() == Message.Kind.STOP) {
            takeOver(env);
        }
    }

    @Override
    public void timer(Env env, int id) {
        if (leading) {
            env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, 0, ++beats));
            env.timer(0, env.interval());
        } else {
            takeOver(env);
        }
    }

    @Override
    public void closed(Env env, int peer) {
        takeOver(env);
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (leading && !log.contains(entry)) {
            log.add(entry);
            env.send(env.peer(), new Message(Message.Kind.STATE, 0, log.size() - 1, List.of(entry)));
        }
        read(env, request);
    }

    @Override
    public void read(Env env, long request) {
        if (leading) {
            env.reply(request, log);
        } else {
            env.redirect(request, env.peer());
        }
    }

    @Override
    public void stop(Env env) {
        env.send(env.peer(), new Message(Message.Kind.STOP, 0, 0));
    }

    private void takeOver(Env env) {
        if (!leading) {
            leading = true;
            env.role(Role.PRIMARY, 0);
            env.timer(0, 0);
        }
    }
}
