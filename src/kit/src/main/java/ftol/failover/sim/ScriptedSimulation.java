package ftol.failover.sim;

import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.failover.Env.Boot;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.State;
import ftol.failover.check.Rules;
import ftol.failover.sim.Agenda.Item;
import ftol.failover.sim.Agenda.Kind;
import ftol.failover.sim.Lane.Client;
import ftol.failover.sim.Lane.Machine;
import ftol.failover.sim.Script.Moment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A simulation that follows a {@link Script}. */
final class ScriptedSimulation extends Simulation {
    private static final Scenario UNDISTURBED =
            new Scenario("script", EnumSet.noneOf(Fault.Action.class), List.of(), -1, 0, false, Rules.ASYNCHRONOUS);
    /** How long the last read may take. */
    private static final int LAST_TIMEOUTS = 3;

    private final Script script;
    private final Deque<Moment> moments;
    private final long[] liesFrom = {Long.MAX_VALUE, Long.MAX_VALUE};
    private boolean powerFails;
    private long heartbeats;

    ScriptedSimulation(Supplier<? extends Forkable> replicas, Script script) {
        super(replicas, UNDISTURBED, (run, arrives, lane) -> null);
        this.script = script;
        this.moments = new ArrayDeque<>(script.moments());
    }

    List<Event> play() {
        for (Machine machine : machines) {
            boot(machine, Boot.FIRST_START, Simulation::nothing);
        }
        for (int i = 0; i < script.clients(); i++) {
            at((30 + 5 * i) * MS, new Item(Kind.WAKE, clients[i].id));
        }
        while (violation == null && !clients[0].finished) {
            Item item = agenda.poll();
            long next = item == null ? Long.MAX_VALUE : item.time;
            if (!moments.isEmpty() && moments.peek().time() <= next) {
                if (item != null) {
                    agenda.add(item); // What the moment brings about may come first.
                }
                advance(moments.peek().time());
                happen(moments.poll());
            } else if (next > script.end() + LAST_TIMEOUTS * script.timeout()) {
                break;
            } else {
                advance(next);
                take(item);
            }
            if (violation == null && endless() != null) {
                throw new SubmissionFailure(Status.FAIL, endless());
            }
        }
        rethrow();
        return events;
    }

    private void rethrow() {
        if (violation != null && violation.thrown() instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (violation != null && violation.thrown() instanceof Error thrown) {
            throw thrown;
        }
    }

    private void happen(Moment moment) {
        Machine machine = machines[moment.node()];
        switch (moment.what()) {
            case CRASH -> {
                if (machine.up) {
                    end(machine, Event.Kind.CRASH, 0);
                }
            }
            case POWER_OFF -> {
                if (machine.up) {
                    powerFails = true;
                    end(machine, Event.Kind.CRASH, 0);
                    powerFails = false;
                }
            }
            case STOP -> {
                if (machine.up) {
                    stop(machine, 0);
                }
            }
            case RESTART -> {
                if (!machine.up) {
                    boot(machine, machine.blank ? Boot.DISK_LOST : Boot.RESTART, Simulation::nothing);
                }
            }
            case RESTART_WITHOUT_DISK -> {
                if (!machine.up) {
                    machine.disk = State.NOTHING;
                    machine.blank = true;
                    boot(machine, Boot.DISK_LOST, Simulation::nothing);
                }
            }
            case FREEZE -> {
                if (machine.up) {
                    machine.pausedUntil = moment.until();
                    event(Event.Kind.PAUSE, machine.id, -1, 0, 0, "", List.of());
                    at(moment.until(), new Item(Kind.RESUME, machine.id));
                }
            }
            case CUT -> cut(machine, other(machine), moment.until());
            case LIE -> liesFrom[machine.id] = moment.time();
        }
    }

    @Override
    void next(Client client) {
        boolean over = now >= script.end();
        if (over && client != clients[0]) {
            return;
        }
        client.last = over ? 2 : 0;
        begin(client, over);
    }

    @Override
    void closed(Machine machine, Machine peer) {
        if (!powerFails) {
            super.closed(machine, peer);
        }
    }

    @Override
    void handle(Item item, Machine machine, int most, IntConsumer then) {
        if (item.kind != Kind.REQUEST || item.log.isEmpty() || now < liesFrom[machine.id]) {
            super.handle(item, machine, most, then);
            return;
        }
        event(Event.Kind.RECEIVE, machine.id, item.from, item.number, 0, item.text, item.log);
        machine.requests.put(item.number, item.from);
        answer(machine, item.number, Event.REPLY, item.log);
        then.accept(0);
    }

    @Override
    long transit(Machine from, Message message) {
        long usual = super.transit(from, message);
        return from.id == 0 && message.kind() == Message.Kind.HEARTBEAT
                ? script.heartbeats().getOrDefault(++heartbeats, usual)
                : usual;
    }

    @Override
    long interval() {
        return script.interval();
    }

    @Override
    long timeout() {
        return script.timeout();
    }

    @Override
    long think() {
        return script.think();
    }
}
