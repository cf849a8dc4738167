package ftol.failover.sim;

import ftol.check.NotWrittenYet;
import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.failover.Env.Boot;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.State;
import ftol.failover.check.Liveness;
import ftol.failover.check.TakeOvers;
import ftol.failover.check.Violation;
import ftol.failover.check.Watch;
import ftol.failover.sim.Agenda.Item;
import ftol.failover.sim.Agenda.Kind;
import ftol.failover.sim.Fault.Action;
import ftol.failover.sim.Lane.Client;
import ftol.failover.sim.Lane.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** One run of two replicas and two clients in virtual time. Used once. */
class Simulation {
    static final long MS = 1_000_000;
    /** Where the nodes' clocks stand when the run begins: anywhere, since only differences mean anything. */
    private static final long[] ORIGIN = {Long.MAX_VALUE - 200 * MS, -77 * MS};
    /** A replica that gets so many messages in a run answers each with more than one. */
    static final int MAX_STEPS = 20_000;

    /** So many timers at one moment make no sense. Virtual time would never go on. */
    private static final int MAX_TIMERS_AT_ONCE = 1_000;

    /** What all nodes may ask for in one run, so that nobody fills the memory. Honest ones ask for a few things a step. */
    private static final int MAX_ASKED = 5 * MAX_STEPS;

    /** A crash after more effects than a step has is the same as a crash right after it. */
    private static final int MAX_EFFECTS = 3;

    private static final List<Integer> FOR_GOOD = List.of(0);

    /** The nodes' names, as an answer names the one that is to be asked. */
    private static final List<List<String>> NAME = List.of(List.of("0"), List.of("1"));

    private static final String[] ENTRIES_A = entries("a");
    private static final String[] ENTRIES_B = entries("b");

    /** Decides at each step which fault happens there, if any. */
    interface Chooser {
        /** Returns null if nothing goes wrong. The run stands just before the step, and can be forked here. */
        Fault choose(Simulation run, Item arrives, Lane lane);

        /** The step for which no fault was chosen has been handled, and had so many effects on a node's surroundings. */
        default void handled(int effects) {}
    }

    /** A call that a node has not answered yet: how much of what it asks for takes place, and what follows then. */
    private record Waiting(Machine machine, Call call, int most, IntConsumer then) {}

    private final Scenario scenario;
    private final Supplier<? extends Forkable> replicas;
    private final Chooser chooser;
    final Agenda agenda;
    final List<Event> events;
    /** Of the events, those that {@link ftol.failover.check.Rules#checkLog} looks at. */
    private final List<Event> operations;

    private final Watch[] watches;
    private final TakeOvers takeOvers;
    private final List<Fault> faults;
    private final IntConsumer handled = this::handled;
    final Machine[] machines;
    final Client[] clients;
    long now;
    private long order;
    private long numbers;
    int steps;
    private int timersNow;
    private int asked;
    private int crashes;
    private boolean diskLost;
    private long slackSince;
    private long slackUsed;
    private long faultsEnd;
    private boolean calm;
    private boolean rested;
    private Waiting waiting;
    Violation violation;

    Simulation(Supplier<? extends Forkable> replicas, Scenario scenario, Chooser chooser) {
        this.replicas = replicas;
        this.scenario = scenario;
        this.chooser = chooser;
        agenda = new Agenda();
        events = new ArrayList<>(200);
        operations = new ArrayList<>(32);
        watches = scenario.rules().watches().toArray(Watch[]::new);
        takeOvers = new TakeOvers(Scenario.INTERVAL * MS, Scenario.TIMEOUT * MS);
        faults = new ArrayList<>(4);
        machines = new Machine[] {new Machine(0), new Machine(1)};
        clients = new Client[] {new Client(Event.CLIENT, ENTRIES_A, 0), new Client(Event.CLIENT + 1, ENTRIES_B, 1)};
    }

    /** The same run, from here on on its own. */
    private Simulation(Simulation other, Chooser chooser) {
        this.replicas = other.replicas;
        this.scenario = other.scenario;
        this.chooser = chooser;
        agenda = new Agenda(other.agenda);
        events = new ArrayList<>(other.events.size() + 160);
        events.addAll(other.events);
        operations = new ArrayList<>(other.operations.size() + 20);
        operations.addAll(other.operations);
        watches = other.watches.clone();
        for (int i = 0; i < watches.length; i++) {
            watches[i] = watches[i].copy();
        }
        takeOvers = other.takeOvers.copy();
        faults = new ArrayList<>(other.faults);
        machines = new Machine[] {new Machine(other.machines[0]), new Machine(other.machines[1])};
        clients = new Client[] {new Client(other.clients[0]), new Client(other.clients[1])};
        now = other.now;
        order = other.order;
        numbers = other.numbers;
        steps = other.steps;
        timersNow = other.timersNow;
        asked = other.asked;
        crashes = other.crashes;
        diskLost = other.diskLost;
        slackSince = other.slackSince;
        slackUsed = other.slackUsed;
        faultsEnd = other.faultsEnd;
        calm = other.calm;
        rested = other.rested;
        violation = other.violation;
    }

    /** The whole run, whatever its nodes have to be waited for. */
    Run run() {
        boolean waits = begin();
        while (waits) {
            waits = goOn();
        }
        return result();
    }

    /** Begins a run, and goes on like {@link #goOn}. */
    boolean begin() {
        boot(
                machines[0],
                Boot.FIRST_START,
                first -> boot(machines[1], Boot.FIRST_START, second -> {
                    at(30 * MS, new Item(Kind.WAKE, Event.CLIENT));
                    at(35 * MS, new Item(Kind.WAKE, Event.CLIENT + 1));
                }));
        return goOnUnlessWaiting();
    }

    /** To be called by the chooser: the run as it stands, in which nothing more goes wrong after what {@link #beginWith} adds. */
    Simulation fork() {
        return new Simulation(this, (run, arrives, lane) -> null);
    }

    /** Begins the run of a fork in which this happens at the step before which it was forked, and goes on like {@link #goOn}. */
    boolean beginWith(Fault fault, Item arrives) {
        inject(fault);
        happen(fault, arrives);
        return goOnUnlessWaiting();
    }

    /**
     * Takes the answer of the node that was waited for, and goes on until one has to be waited for again: true if so, false if
     * the run has come to its end.
     */
    boolean goOn() {
        Waiting before = waiting;
        waiting = null;
        before.then().accept(apply(before.machine(), effects(before.machine(), before.call(), true), before.most()));
        endIfEndless();
        return goOnUnlessWaiting();
    }

    private boolean goOnUnlessWaiting() {
        while (waiting == null && violation == null && !clients[0].finished) {
            Item item = agenda.poll();
            if (item == null || item.time > deadline()) {
                break;
            }
            advance(item.time);
            calm |= now >= quiet();
            take(item);
            endIfEndless();
        }
        return waiting != null;
    }

    private void endIfEndless() {
        String endless = violation == null && waiting == null ? endless() : null;
        if (endless != null) {
            violation = new Violation(endless, events.size() - 1);
        }
    }

    void advance(long time) {
        if (time != now) {
            now = time;
            timersNow = 0;
        }
    }

    /** Says what does not end, if something does not; else null. */
    String endless() {
        if (timersNow > MAX_TIMERS_AT_ONCE) {
            return "At " + now / MS + " ms, timers were due more than " + MAX_TIMERS_AT_ONCE
                    + " times. One that is set to 0 ns is due at the same moment again, without end.";
        }
        if (asked > MAX_ASKED) {
            return "In one run, the nodes asked their Env for more than " + MAX_ASKED + " things.";
        }
        return steps > MAX_STEPS ? "The nodes send messages without end." : null;
    }

    /** What came of it. To be asked at its end. */
    Run result() {
        Optional<Violation> found = Optional.ofNullable(violation)
                .or(this::watched)
                .or(() -> overOperations(scenario.rules()::checkLog))
                .or(takeOvers::violation)
                .or(() -> takeOvers.count() > 0 && !reasonForTakeOver()
                        ? Optional.of(new Violation("A node took over though the primary had not failed.", lastRole()))
                        : Optional.empty())
                .or(() -> overOperations(list -> Liveness.unfinished(list, faultsEnd, deadline())));
        return new Run(new Schedule(scenario, faults), events, found, steps, takeOvers.due(), takeOvers.count());
    }

    private Optional<Violation> watched() {
        for (Watch watch : watches) {
            if (watch.violation().isPresent()) {
                return watch.violation();
            }
        }
        return Optional.empty();
    }

    /** Checks a rule that looks at operations and crashes only; what it found is numbered among all events. */
    private Optional<Violation> overOperations(Function<List<Event>, Optional<Violation>> rule) {
        return rule.apply(operations).isPresent() ? rule.apply(events) : Optional.empty();
    }

    private boolean reasonForTakeOver() {
        return scenario.slack() < 0 ? !faults.isEmpty() : crashes > 0;
    }

    private int lastRole() {
        int last = events.size() - 1;
        while (events.get(last).kind() != Event.Kind.ROLE) {
            last--;
        }
        return last;
    }

    private long quiet() {
        return Math.max(Scenario.WORK * MS, faultsEnd);
    }

    private long deadline() {
        return quiet() + (long) Scenario.LIVENESS_TIMEOUTS * Scenario.TIMEOUT * MS;
    }

    /** How often the primary is to send a heartbeat, in nanoseconds. */
    long interval() {
        return Scenario.INTERVAL * MS;
    }

    /** How long the primary may be silent before it is suspected, in nanoseconds. */
    long timeout() {
        return Scenario.TIMEOUT * MS;
    }

    /** How long a client waits between two operations, in nanoseconds. */
    long think() {
        return Scenario.THINK * MS;
    }

    /** How long a message of this machine takes, in nanoseconds; negative if it is lost. */
    long transit(Machine from, Message message) {
        return Scenario.TRANSIT * MS;
    }

    void take(Item item) {
        switch (item.kind) {
            case RESTART -> {
                Machine machine = machines[item.to];
                boot(machine, machine.blank ? Boot.DISK_LOST : Boot.RESTART, Simulation::nothing);
            }
            case RESUME -> event(Event.Kind.RESUME, item.to, -1, 0, 0, "", List.of());
            case HEAL -> {
                if (now >= machines[item.to].cutUntil) {
                    event(Event.Kind.HEAL, item.from, item.to, 0, 0, "", List.of());
                }
            }
            case MESSAGE, CLOSED, REQUEST, TIMER -> takeAtNode(item, machines[item.to]);
            case ANSWER -> takeAnswer(item, client(item.to));
            case WAKE -> next(client(item.to));
            case PATIENCE -> {
                Client client = client(item.to);
                if (client.busy && client.request == item.number) {
                    client.asked = 1 - client.asked;
                    ask(client);
                }
            }
        }
    }

    private void takeAtNode(Item item, Machine machine) {
        if (item.kind == Kind.REQUEST && !machine.up) {
            // The connection is refused.
            patience(client(item.from), item.number, Scenario.PAUSE_BEFORE_RETRY);
            return;
        }
        if (gone(item, machine)) {
            return;
        }
        if (now < machine.pausedUntil) {
            requeue(item, machine.pausedUntil);
            return;
        }
        machine.steps++;
        steps++;
        timersNow += item.kind == Kind.TIMER ? 1 : 0;
        Fault fault = fault(item, machine);
        if (fault == null) {
            handle(item, machine, Integer.MAX_VALUE, handled);
        } else {
            happen(fault, item);
        }
    }

    private void takeAnswer(Item item, Client client) {
        client.steps++;
        steps++;
        Fault fault = fault(item, client);
        if (fault == null) {
            answered(item, client);
            handled(0);
        } else {
            happen(fault, item);
        }
    }

    private void handled(int effects) {
        if (!calm) {
            chooser.handled(effects);
        }
    }

    /** Will this never arrive, or is it out of date? */
    private boolean gone(Item item, Machine machine) {
        return switch (item.kind) {
            case TIMER -> machine.timers.get(item.number) != item.order;
            case MESSAGE, CLOSED ->
                item.toIncarnation != machine.incarnation
                        || !machine.up
                        || item.fromIncarnation < machine.seen
                        || now < machine.cutUntil;
            default -> false;
        };
    }

    private Fault fault(Item item, Lane lane) {
        if (calm) {
            return null;
        }
        Fault fault = chooser.choose(this, item, lane);
        if (fault != null) {
            inject(fault);
        }
        return fault;
    }

    private void inject(Fault fault) {
        faults.add(fault);
        faultsEnd = Math.max(faultsEnd, now + fault.ms() * MS);
    }

    private void happen(Fault fault, Item item) {
        Machine machine = item.to < machines.length ? machines[item.to] : null;
        long until = now + fault.ms() * MS;
        switch (fault.action()) {
            case DROP -> slack(machine == null ? 0 : Scenario.INTERVAL);
            case DELAY -> {
                slack(fault.ms());
                requeue(item, until);
            }
            case TWICE -> {
                at(until, item.at(until));
                if (machine == null) {
                    answered(item, client(item.to));
                } else {
                    handle(item, machine, Integer.MAX_VALUE, Simulation::nothing);
                }
            }
            case CRASH -> handle(item, machine, fault.effects(), effects -> end(machine, Event.Kind.CRASH, until));
            case LOSE ->
                handle(item, machine, fault.effects(), effects -> {
                    end(machine, Event.Kind.CRASH, until);
                    diskLost = true;
                    machine.disk = State.NOTHING;
                    machine.blank = true;
                });
            case STOP -> stop(machine, until);
            case PAUSE -> {
                slack(fault.ms());
                machine.pausedUntil = until;
                event(Event.Kind.PAUSE, machine.id, -1, 0, 0, "", List.of());
                at(until, new Item(Kind.RESUME, machine.id));
                requeue(item, until);
            }
            case DEAF -> cut(other(machine), machine, until);
            case CUT -> {
                cut(other(machine), machine, until);
                cut(machine, other(machine), until);
            }
            case RESET -> {
                closed(machine, other(machine));
                closed(other(machine), machine);
            }
        }
    }

    /** What could go wrong at this step. */
    List<Fault> options(Item item, Lane lane) {
        List<Fault> options = new ArrayList<>();
        boolean machine = lane instanceof Machine;
        boolean fromNode = item.kind == Kind.MESSAGE;
        boolean disturbed = item.kind != Kind.TIMER && (scenario.slack() < 0 || heartbeat(item));
        if (disturbed || item.kind == Kind.CLOSED || item.kind == Kind.ANSWER) {
            // Between the nodes nothing is silent for longer because a client lost its answer.
            option(options, lane, Action.DROP, 0, 0, machine ? Scenario.INTERVAL : 0);
        }
        for (int ms : scenario.durations()) {
            if (disturbed) {
                option(options, lane, Action.DELAY, ms, 0, ms);
            }
            if (disturbed && fromNode) {
                option(options, lane, Action.TWICE, ms, 0, 0);
            }
            if (machine) {
                option(options, lane, Action.PAUSE, ms, 0, ms);
            }
            if (fromNode) {
                option(options, lane, Action.DEAF, ms, 0, 0);
                option(options, lane, Action.CUT, ms, 0, 0);
            }
        }
        if (fromNode) {
            option(options, lane, Action.RESET, 0, 0, 0);
        }
        if (machine && crashes < scenario.crashes()) {
            for (int ms : scenario.restarts() ? scenario.durations() : FOR_GOOD) {
                for (int effects = 0; effects <= MAX_EFFECTS; effects++) {
                    option(options, lane, Action.CRASH, ms, effects, 0);
                    if (!diskLost) {
                        option(options, lane, Action.LOSE, ms, effects, 0);
                    }
                }
                option(options, lane, Action.STOP, ms, 0, 0);
            }
        }
        return options;
    }

    private void option(List<Fault> options, Lane lane, Action action, int ms, int effects, int cost) {
        boolean affordable = scenario.slack() < 0 || slackUsed() + cost <= scenario.slack();
        if (affordable && scenario.actions().contains(action)) {
            options.add(new Fault(lane.id, lane.steps, action, ms, effects));
        }
    }

    private static boolean heartbeat(Item item) {
        return item.kind == Kind.MESSAGE && item.message.kind() == Message.Kind.HEARTBEAT;
    }

    private long slackUsed() {
        return now - slackSince > 2L * Scenario.TIMEOUT * MS ? 0 : slackUsed;
    }

    private void slack(int cost) {
        slackUsed = slackUsed() + cost;
        slackSince = now;
    }

    /** @param then what follows when the node has been started */
    void boot(Machine machine, Boot boot, IntConsumer then) {
        machine.node = replicas.get();
        machine.up = true;
        machine.incarnation++;
        machine.seen = 0;
        event(Event.Kind.START, machine.id, -1, 0, machine.disk.epoch(), boot.name(), machine.disk.log());
        Call.Setting setting =
                new Call.Setting(machine.id, other(machine).id, interval(), timeout(), boot, machine.disk);
        call(machine, new Call(Call.Kind.START, clock(machine), 0, 0, null, null, setting), Integer.MAX_VALUE, then);
    }

    /** When nothing follows. */
    static void nothing(int effects) {}

    /** The node is told to stop, and does. */
    void stop(Machine machine, long until) {
        call(
                machine,
                new Call(Call.Kind.STOP, clock(machine), 0, 0, null, null, null),
                Integer.MAX_VALUE,
                effects -> end(machine, Event.Kind.STOP, until));
    }

    void end(Machine machine, Event.Kind how, long until) {
        event(how, machine.id, -1, 0, 0, "", List.of());
        crashes++;
        closed(other(machine), machine);
        machine.up = false;
        machine.incarnation++;
        machine.timers.clear();
        machine.requests.clear();
        if (scenario.restarts()) {
            at(until, new Item(Kind.RESTART, machine.id));
        }
    }

    /** The operating system will tell a machine that its connection to the peer has ended. */
    void closed(Machine machine, Machine peer) {
        Item item = new Item(Kind.CLOSED, machine.id);
        item.from = peer.id;
        item.toIncarnation = machine.incarnation;
        item.fromIncarnation = peer.incarnation;
        at(now + Scenario.TRANSIT * MS, item);
    }

    void cut(Machine from, Machine to, long until) {
        to.cutUntil = Math.max(to.cutUntil, until);
        event(Event.Kind.CUT, from.id, to.id, 0, 0, "", List.of());
        Item item = new Item(Kind.HEAL, to.id);
        item.from = from.id;
        at(until, item);
    }

    /**
     * Something arrives at a node.
     *
     * @param most how many of the effects take place
     * @param then what follows, given how many effects there were
     */
    void handle(Item item, Machine machine, int most, IntConsumer then) {
        switch (item.kind) {
            case MESSAGE -> {
                machine.seen = item.fromIncarnation;
                event(
                        Event.Kind.RECEIVE,
                        machine.id,
                        item.from,
                        item.number,
                        item.message.epoch(),
                        item.message.kind().name(),
                        item.message.log());
                call(machine, Call.Kind.MESSAGE, item, most, then);
            }
            case CLOSED -> {
                event(Event.Kind.CLOSED, machine.id, item.from, 0, 0, "", List.of());
                call(machine, Call.Kind.CLOSED, item, most, then);
            }
            case TIMER -> {
                machine.timers.remove(item.number);
                call(machine, Call.Kind.TIMER, item, most, then);
            }
            default -> {
                event(Event.Kind.RECEIVE, machine.id, item.from, item.number, 0, item.text, item.log);
                machine.requests.put(item.number, item.from);
                Call.Kind kind = item.log.isEmpty() ? Call.Kind.READ : Call.Kind.APPEND;
                call(machine, kind, item, most, then);
            }
        }
    }

    private void call(Machine machine, Call.Kind kind, Item item, int most, IntConsumer then) {
        String entry = item.log.isEmpty() ? null : item.log.get(0);
        Call call = new Call(kind, clock(machine), item.from, item.number, item.message, entry, null);
        call(machine, call, most, then);
    }

    private void call(Machine machine, Call call, int most, IntConsumer then) {
        // After a violation the run is over.
        List<Effect> effects = violation == null ? effects(machine, call, false) : List.of();
        if (effects == null) {
            waiting = new Waiting(machine, call, most, then);
        } else {
            then.accept(apply(machine, effects, most));
        }
    }

    /**
     * What the node asks for in this call; null if it has to be waited for.
     *
     * @param waited whether the node has been waited for
     */
    private List<Effect> effects(Machine machine, Call call, boolean waited) {
        try {
            List<Effect> effects = waited ? machine.node.answer() : machine.node.handle(call);
            asked += effects == null ? 0 : effects.size();
            return effects;
        } catch (NotWrittenYet | NotRepeatable e) {
            throw e;
        } catch (SubmissionFailure e) {
            if (e.status() != Status.FAIL) {
                throw e;
            }
            violation = new Violation(
                    "Node " + machine.id + ", at " + now / MS + " ms, in "
                            + call.kind().name().toLowerCase(Locale.ROOT) + ": " + e.getMessage(),
                    events.size() - 1,
                    e);
            return List.of();
        } catch (RuntimeException | StackOverflowError e) {
            violation = new Violation("Node " + machine.id + " threw " + e + ".", events.size() - 1, e);
            return List.of();
        }
    }

    private long clock(Machine machine) {
        return ORIGIN[machine.id] + now;
    }

    private int apply(Machine machine, List<Effect> effects, int count) {
        for (int i = 0; i < effects.size() && i < count; i++) {
            apply(machine, effects.get(i));
        }
        return effects.size();
    }

    private void apply(Machine machine, Effect effect) {
        switch (effect.kind()) {
            case SEND -> send(machine, other(machine), effect.message());
            case TIMER -> {
                long running = machine.timers.get(effect.timer());
                if (running != FewNumbers.NONE) {
                    agenda.remove(running);
                }
                Item item = new Item(Kind.TIMER, machine.id);
                item.number = effect.timer();
                at(effect.number() > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + effect.number(), item);
                machine.timers.put(effect.timer(), item.order);
            }
            case PERSIST -> {
                machine.disk = effect.state();
                machine.blank = false;
            }
            case REPLY -> answer(machine, effect.number(), Event.REPLY, effect.log());
            case REDIRECT -> answer(machine, effect.number(), Event.REDIRECT, NAME.get(effect.node()));
            case ROLE -> {
                machine.epoch = effect.number();
                event(
                        Event.Kind.ROLE,
                        machine.id,
                        -1,
                        0,
                        effect.number(),
                        effect.role().name(),
                        List.of());
            }
        }
    }

    void send(Machine from, Machine to, Message message) {
        event(
                Event.Kind.SEND,
                from.id,
                to.id,
                ++numbers,
                message.epoch(),
                message.kind().name(),
                message.log());
        long transit = transit(from, message);
        if (to.up && transit >= 0) {
            Item item = new Item(Kind.MESSAGE, to.id);
            item.from = from.id;
            item.number = numbers;
            item.message = message;
            item.toIncarnation = to.incarnation;
            item.fromIncarnation = from.incarnation;
            at(now + transit, item);
        }
    }

    void answer(Machine machine, long request, String text, List<String> log) {
        int client = (int) machine.requests.remove(request);
        if (client != FewNumbers.NONE) {
            event(Event.Kind.SEND, machine.id, client, request, machine.epoch, text, log);
            Item item = new Item(Kind.ANSWER, client);
            item.from = machine.id;
            item.number = request;
            item.epoch = machine.epoch;
            item.text = text;
            item.log = log;
            at(now + Scenario.TRANSIT * MS, item);
        }
    }

    void next(Client client) {
        Client other = clients[0] == client ? clients[1] : clients[0];
        if (client == clients[1] && calm) {
            client.finished = true;
            if (other.waiting) {
                next(other);
            }
            return;
        }
        if (calm && faults.isEmpty() && !rested) {
            // Nothing to do for a while: does the primary still tell that it is alive?
            rested = true;
            at(now + 2 * Scenario.TIMEOUT * MS, new Item(Kind.WAKE, client.id));
            return;
        }
        if (client == clients[0] && calm) {
            client.last++;
        }
        // The last read is to find all that was acknowledged to anybody.
        client.waiting = client.last == 2 && !other.finished;
        if (client.waiting) {
            client.last--;
            return;
        }
        begin(client, client == clients[1] ? client.operations % 2 == 1 : client.last == 2);
    }

    /** The client begins an operation. */
    void begin(Client client, boolean read) {
        client.operations++;
        client.entry = read ? null : client.entries[client.appended++ % client.entries.length];
        client.busy = true;
        client.first = numbers + 1;
        if (client == clients[1]) {
            client.asked = 1;
        }
        event(Event.Kind.INVOKE, client.id, -1, client.operations, 0, operation(client), entries(client));
        ask(client);
    }

    private static String operation(Client client) {
        return client.entry == null ? Event.READ : Event.APPEND;
    }

    private static List<String> entries(Client client) {
        return client.entry == null ? List.of() : List.of(client.entry);
    }

    void ask(Client client) {
        client.request = ++numbers;
        Item item = new Item(Kind.REQUEST, client.asked);
        item.from = client.id;
        item.number = client.request;
        item.text = operation(client);
        item.log = entries(client);
        event(Event.Kind.SEND, client.id, client.asked, item.number, 0, item.text, item.log);
        at(now + Scenario.TRANSIT * MS, item);
        patience(client, client.request, Scenario.PATIENCE);
    }

    void patience(Client client, long request, int ms) {
        Item item = new Item(Kind.PATIENCE, client.id);
        item.number = request;
        at(now + ms * MS, item);
    }

    private void answered(Item item, Client client) {
        event(Event.Kind.RECEIVE, client.id, item.from, item.number, item.epoch, item.text, item.log);
        if (!client.busy || item.number < client.first) {
            return;
        }
        if (item.text.equals(Event.REDIRECT)) {
            if (item.number == client.request) {
                client.asked = item.from;
                patience(client, client.request, Scenario.PAUSE_BEFORE_RETRY);
            }
        } else if (item.epoch >= client.epoch) {
            client.epoch = item.epoch;
            client.asked = item.from;
            client.busy = false;
            event(
                    Event.Kind.DONE,
                    client.id,
                    item.from,
                    client.operations,
                    item.epoch,
                    operation(client),
                    client.entry == null ? item.log : entries(client));
            if (client.last == 2) {
                client.finished = true;
            } else {
                at(now + think(), new Item(Kind.WAKE, client.id));
            }
        }
    }

    private Client client(int id) {
        return clients[id - Event.CLIENT];
    }

    Machine other(Machine machine) {
        return machines[1 - machine.id];
    }

    void at(long time, Item item) {
        item.time = time;
        item.order = order++;
        agenda.add(item);
    }

    /** Keeps its place among what is due at the same time. */
    private void requeue(Item item, long time) {
        agenda.add(item.at(time));
    }

    void event(Event.Kind kind, int node, int peer, long number, long epoch, String text, List<String> log) {
        Event event = new Event(now, kind, node, peer, number, epoch, text, log);
        events.add(event);
        if (kind == Event.Kind.INVOKE || kind == Event.Kind.DONE || kind == Event.Kind.CRASH) {
            operations.add(event);
        }
        for (Watch watch : watches) {
            watch.see(event);
        }
        takeOvers.see(event);
    }

    private static String[] entries(String prefix) {
        String[] entries = new String[1_000];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = prefix + (i + 1);
        }
        return entries;
    }
}
