package ftol.failover;

import ftol.failover.check.Operation;
import ftol.failover.check.Violation;
import ftol.failover.sim.Explorer;
import ftol.failover.sim.Run;
import ftol.failover.sim.Schedule;
import ftol.failover.sim.Script;
import ftol.failover.sim.Script.Moment;
import ftol.failover.sim.Script.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A run of two nodes and their clients in virtual time: the same run gives the same events each time, and takes next to no
 * real time. You say what goes wrong and when.
 *
 * <pre>{@code
 * ReplicaRun.of(AsyncReplica::new).every(100).timeout(300).crash(0, 450).until(1000)
 * }</pre>
 *
 * <p>A message takes 10 ms. A client appends an entry, waits for the answer, thinks for a while and appends the next one. If
 * it gets no answer within 150 ms, it asks the other node; if it is sent to the other node, it goes there after 20 ms. At the
 * end the first client reads the log.
 *
 * @param title says how the run was set up
 * @param events what happened, in order
 * @param violation the rule that was broken, in a {@linkplain #replay replayed} run
 */
public record ReplicaRun(String title, List<Event> events, Optional<Violation> violation) {
    private static final long MS = 1_000_000;
    private static final long MAX_MS = 60_000;

    public ReplicaRun {
        events = List.copyOf(events);
    }

    /** Begins a run of this class: {@code ReplicaRun.of(AsyncReplica::new)}. */
    public static Builder of(Supplier<? extends Node> replica) {
        return new Builder(replica);
    }

    /**
     * Repeats a run that a check found, with your class as it is now.
     *
     * @param schedule as the check printed it: "crashes:0.7crash+2"
     */
    public static ReplicaRun replay(Supplier<? extends Node> replica, String schedule) {
        Run run = Explorer.replay(replica, Schedule.parse(schedule));
        Optional<Throwable> thrown = run.violation().map(Violation::thrown);
        if (thrown.isPresent() && thrown.get() instanceof RuntimeException exception) {
            throw exception;
        }
        return new ReplicaRun(schedule, run.events(), run.explained());
    }

    /** A run of nobody's class: what happens when primary and secondary do as they should. Made by hand. */
    public static ReplicaRun example() {
        return new ReplicaRun("as it should be", ExampleRun.events(), Optional.empty());
    }

    /** The entries whose append was acknowledged, in the order of the acknowledgements. */
    public List<String> acknowledged() {
        return Operation.acknowledged(events).stream().map(Operation::entry).toList();
    }

    /** The entries that a node acknowledged at these times, in milliseconds since the run began, both included. */
    public List<String> acknowledged(long fromMs, long toMs) {
        return Operation.acknowledged(events).stream()
                .filter(append -> append.answered() >= fromMs * MS && append.answered() <= toMs * MS)
                .map(Operation::entry)
                .toList();
    }

    /** The entries that were acknowledged and yet are not in the log that was read at the end. */
    public List<String> lost() {
        return Operation.acknowledged(events).stream()
                .filter(Operation::lost)
                .map(Operation::entry)
                .toList();
    }

    private static long nanos(String method, long ms, long least) {
        if (ms < least || ms > MAX_MS) {
            throw new IllegalArgumentException(
                    method + " takes milliseconds from " + least + " to " + MAX_MS + ", not " + ms + ".");
        }
        return MS * ms;
    }

    /**
     * Says what happens in a run, in any order. All times are in milliseconds since the run began, a minute at most. All
     * methods throw an {@link IllegalArgumentException} for other numbers, and for a node that is not 0 or 1.
     */
    public static final class Builder {
        private final Supplier<? extends Node> replica;
        private final List<Moment> moments = new ArrayList<>();
        private final Map<Long, Long> heartbeats = new HashMap<>();
        private long interval = 100 * MS;
        private long timeout = -1;
        private int clients = 1;
        private long think = 60 * MS;

        private Builder(Supplier<? extends Node> replica) {
            this.replica = replica;
        }

        /** How often the primary is to send a heartbeat; 100 ms unless you say otherwise. */
        public Builder every(long ms) {
            interval = nanos("every", ms, 1);
            return this;
        }

        /** How long the primary may be silent; three intervals unless you say otherwise. */
        public Builder timeout(long ms) {
            timeout = nanos("timeout", ms, 1);
            return this;
        }

        /** A second client, who always asks node 1 first. */
        public Builder twoClients() {
            clients = 2;
            return this;
        }

        /** How long a client thinks between two entries; 60 ms unless you say otherwise. */
        public Builder think(long ms) {
            think = nanos("think", ms, 1);
            return this;
        }

        /** The node's process ends without a word (crash-stop). The operating system closes its connections. */
        public Builder crash(int node, long atMs) {
            return add("crash", What.CRASH, node, atMs);
        }

        /** The node's whole machine is gone (crash-stop): not even a connection is closed. */
        public Builder powerOff(int node, long atMs) {
            return add("powerOff", What.POWER_OFF, node, atMs);
        }

        /** The operator stops the node, which can still say so (fail-stop). */
        public Builder stop(int node, long atMs) {
            return add("stop", What.STOP, node, atMs);
        }

        /** The node is started again; what it had persisted is there. */
        public Builder restart(int node, long atMs) {
            return add("restart", What.RESTART, node, atMs);
        }

        /** The node is started again, and its disk was lost. */
        public Builder restartWithoutDisk(int node, long atMs) {
            return add("restartWithoutDisk", What.RESTART_WITHOUT_DISK, node, atMs);
        }

        /** The node is frozen, then goes on without noticing. */
        public Builder freeze(int node, long fromMs, long toMs) {
            return add("freeze", What.FREEZE, node, fromMs, toMs);
        }

        /** Nothing gets from one node to the other, either way. Clients reach both. */
        public Builder cut(long fromMs, long toMs) {
            return add("cut", What.CUT, 0, fromMs, toMs).add("cut", What.CUT, 1, fromMs, toMs);
        }

        /** Nothing gets from this node to the other; what the other sends still arrives. */
        public Builder cutFrom(int node, long fromMs, long toMs) {
            return add("cutFrom", What.CUT, node, fromMs, toMs);
        }

        /** From now on the node lies (Byzantine): it acknowledges what clients append, and forgets it. */
        public Builder lie(int node, long fromMs) {
            return add("lie", What.LIE, node, fromMs);
        }

        /** Node 0's heartbeats from the first to the last of these numbers are lost; they count from 1. */
        public Builder lost(long first, long last) {
            if (first < 1 || last < first || last > MAX_MS) {
                throw new IllegalArgumentException("lost takes the numbers of a first and a last heartbeat, from 1 to "
                        + MAX_MS + ", not " + first + " and " + last + ".");
            }
            for (long number = first; number <= last; number++) {
                heartbeats.put(number, -1L);
            }
            return this;
        }

        /** Node 0's heartbeat with this number takes so long, instead of the usual 10 ms. */
        public Builder late(long number, long delayMs) {
            heartbeats.put(number, nanos("late", delayMs, 0));
            return this;
        }

        /** Runs it. The clients stop at this time, the first one reads the log, and the run is over. */
        public ReplicaRun until(long ms) {
            long end = nanos("until", ms, 1);
            long patience = timeout < 0 ? 3 * interval : timeout;
            Script script = new Script(interval, patience, clients, think, moments, heartbeats, end);
            return new ReplicaRun(
                    "heartbeat every " + interval / MS + " ms, timeout " + patience / MS + " ms",
                    script.play(replica),
                    Optional.empty());
        }

        private Builder add(String method, What what, int node, long atMs) {
            return add(what, node, nanos(method, atMs, 0), Long.MAX_VALUE);
        }

        private Builder add(String method, What what, int node, long fromMs, long toMs) {
            return add(what, node, nanos(method, fromMs, 0), nanos(method, toMs, fromMs));
        }

        private Builder add(What what, int node, long from, long until) {
            if (node != 0 && node != 1) {
                throw new IllegalArgumentException("There are nodes 0 and 1, but no node " + node + ".");
            }
            moments.add(new Moment(from, what, node, until));
            return this;
        }
    }
}
