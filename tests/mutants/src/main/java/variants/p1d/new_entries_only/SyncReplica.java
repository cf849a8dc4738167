// variant of 1d
// why: sends only what the secondary has not confirmed yet, and everything when it asks
package variants.p1d.new_entries_only;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public final class SyncReplica implements Node {
    private List<String> log = new ArrayList<>();
    private boolean leader;
    private boolean empty;
    private long epoch;

    /** Of messages in this epoch. */
    private long number;
    /** As secondary: the log is the beginning of the primary's. */
    private boolean inStep;
    /** As primary: so many entries the secondary has confirmed. */
    private int confirmed;

    private final Map<Long, Integer> sizes = new TreeMap<>();
    private final TreeMap<Long, List<Long>> requests = new TreeMap<>();
    private final Map<Long, List<String>> answers = new TreeMap<>();

    @Override
    public void start(Env env) {
        log = new ArrayList<>(env.persisted().log());
        empty = env.boot() == Env.Boot.DISK_LOST;
        epoch = env.persisted().epoch();
        if (env.boot() == Env.Boot.FIRST_START && env.id() == 0) {
            takeOver(env);
        } else {
            follow(env);
        }
    }

    private void takeOver(Env env) {
        epoch += epoch % 2 == 0 ? 1 + env.id() : 2 - env.id();
        leader = true;
        number = 0;
        confirmed = 0;
        sizes.clear();
        requests.clear();
        answers.clear();
        save(env);
        env.role(Role.PRIMARY, epoch);
        env.timer(1, 0);
    }

    private void follow(Env env) {
        leader = false;
        inStep = false;
        number = 0;
        if (!empty) {
            save(env);
        }
        env.role(Role.SECONDARY, epoch);
        env.timer(2, env.timeout());
    }

    private void save(Env env) {
        env.persist(new State(epoch, log));
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (message.epoch() < epoch) {
            return;
        }
        if (message.epoch() > epoch && (!empty || message.kind() == Message.Kind.STATE)) {
            epoch = message.epoch();
            follow(env);
        }
        if (leader) {
            if (message.kind() == Message.Kind.ACK) {
                confirm(env, message.number());
            } else if (message.kind() == Message.Kind.ASK) {
                confirmed = 0;
                send(env);
            }
        } else if (message.kind() == Message.Kind.STOP && !empty) {
            takeOver(env);
        } else if (message.number() > number && message.kind() == Message.Kind.HEARTBEAT && !empty) {
            number = message.number();
            env.timer(2, env.timeout());
        } else if (message.number() > number && message.kind() == Message.Kind.STATE) {
            receive(env, message);
        }
    }

    /** The first line is where the entries behind it belong. */
    private void receive(Env env, Message message) {
        number = message.number();
        env.timer(2, env.timeout());
        int offset = Integer.parseInt(message.log().get(0));
        if (offset > 0 && (!inStep || offset > log.size())) {
            env.send(env.peer(), new Message(Message.Kind.ASK, epoch, number));
            return;
        }
        log = new ArrayList<>(log.subList(0, offset));
        log.addAll(message.log().subList(1, message.log().size()));
        inStep = true;
        empty = false;
        save(env);
        env.send(env.peer(), new Message(Message.Kind.ACK, epoch, number));
    }

    private void confirm(Env env, long upTo) {
        confirmed = Math.max(confirmed, sizes.getOrDefault(upTo, 0));
        while (!requests.isEmpty() && requests.firstKey() <= upTo) {
            for (long request : requests.pollFirstEntry().getValue()) {
                env.reply(request, answers.remove(request));
            }
        }
    }

    private void send(Env env) {
        List<String> lines = new ArrayList<>();
        lines.add(String.valueOf(confirmed));
        lines.addAll(log.subList(confirmed, log.size()));
        sizes.put(++number, log.size());
        env.send(env.peer(), new Message(Message.Kind.STATE, epoch, number, lines));
    }

    @Override
    public void timer(Env env, int id) {
        if (leader && id == 1) {
            env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, epoch, ++number));
            send(env);
            env.timer(1, env.interval());
        } else if (id == 2) {
            closed(env, env.peer());
        }
    }

    @Override
    public void closed(Env env, int peer) {
        if (!leader && !empty) {
            takeOver(env);
        }
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (leader && !log.contains(entry)) {
            log.add(entry);
            save(env);
        }
        read(env, request);
    }

    @Override
    public void read(Env env, long request) {
        if (!leader) {
            env.redirect(request, env.peer());
            return;
        }
        send(env);
        requests.computeIfAbsent(number, key -> new ArrayList<>()).add(request);
        answers.put(request, List.copyOf(log));
    }

    @Override
    public void stop(Env env) {
        if (leader) {
            env.send(env.peer(), new Message(Message.Kind.STOP, epoch, 0));
        }
    }
}
