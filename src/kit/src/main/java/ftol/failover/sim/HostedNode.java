package ftol.failover.sim;

import ftol.check.Later;
import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** A node in this JVM: gives it an Env that answers from the call and writes down what it is asked to do. */
public final class HostedNode implements Handlers {
    /** More than this in one call is a loop without end. */
    private static final int MAX_EFFECTS = 10_000;

    private Node node;
    private final Recorder recorder = new Recorder();

    public HostedNode(Node node) {
        this.node = node;
    }

    @Override
    public List<Effect> handle(Call call) {
        recorder.begin(call, true);
        make(call);
        return recorder.effects;
    }

    @Override
    public void repeat(Call call) {
        recorder.begin(call, false);
        make(call);
    }

    private void make(Call call) {
        switch (call.kind()) {
            case START -> node.start(recorder);
            case MESSAGE -> node.message(recorder, call.from(), call.message());
            case TIMER -> node.timer(recorder, (int) call.number());
            case CLOSED -> node.closed(recorder, call.from());
            case APPEND -> node.append(recorder, call.number(), call.entry());
            case READ -> node.read(recorder, call.number());
            case STOP -> node.stop(recorder);
        }
    }

    @Override
    public Later<Void> end() {
        node = null;
        return () -> null;
    }

    private static final class Recorder implements Env {
        private final List<Effect> effects = new ArrayList<>();
        private Call.Setting setting;
        private long now;
        private boolean records;

        private void begin(Call call, boolean recorded) {
            records = recorded;
            effects.clear();
            now = call.now();
            if (call.setting() != null) {
                setting = call.setting();
            }
        }

        @Override
        public int id() {
            return setting.id();
        }

        @Override
        public int peer() {
            return setting.peer();
        }

        @Override
        public long interval() {
            return setting.interval();
        }

        @Override
        public long timeout() {
            return setting.timeout();
        }

        @Override
        public Boot boot() {
            return setting.boot();
        }

        @Override
        public State persisted() {
            return setting.persisted();
        }

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void send(int to, Message message) {
            require(to == setting.peer(), "Node " + setting.id() + " cannot send to node ", to);
            Objects.requireNonNull(message, "message");
            add(Effect.Kind.SEND, to, 0, 0, message, null, null, null);
        }

        @Override
        public void timer(int id, long nanos) {
            require(id >= 0, "A timer's id must be at least 0, not ", id);
            require(nanos >= 0, "A timer must run for at least 0 ns, not ", nanos);
            add(Effect.Kind.TIMER, 0, nanos, id, null, null, null, null);
        }

        @Override
        public void persist(State state) {
            Objects.requireNonNull(state, "state");
            add(Effect.Kind.PERSIST, 0, 0, 0, null, state, null, null);
        }

        @Override
        public void reply(long request, Collection<String> log) {
            add(Effect.Kind.REPLY, 0, request, 0, null, null, null, records ? List.copyOf(log) : null);
        }

        @Override
        public void redirect(long request, int other) {
            require(other == setting.peer(), "A client can be sent to the peer, not to node ", other);
            add(Effect.Kind.REDIRECT, other, request, 0, null, null, null, null);
        }

        @Override
        public void role(Role role, long epoch) {
            Objects.requireNonNull(role, "role");
            require(epoch >= 0, "An epoch must be at least 0, not ", epoch);
            add(Effect.Kind.ROLE, 0, epoch, 0, null, null, role, null);
        }

        private void add(
                Effect.Kind kind,
                int node,
                long number,
                int timer,
                Message message,
                State state,
                Role role,
                List<String> log) {
            if (!records) {
                return;
            }
            if (effects.size() >= MAX_EFFECTS) {
                throw new IllegalStateException("In one call, a node asked its Env for more than " + MAX_EFFECTS
                        + " things. Is there a loop that never ends?");
            }
            effects.add(new Effect(kind, node, number, timer, message, state, role, log));
        }

        private static void require(boolean condition, String what, long value) {
            if (!condition) {
                throw new IllegalArgumentException(what + value);
            }
        }
    }
}
