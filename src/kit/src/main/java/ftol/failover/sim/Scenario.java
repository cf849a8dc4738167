package ftol.failover.sim;

import static ftol.failover.sim.Fault.Action.*;

import ftol.failover.check.Rules;
import ftol.failover.sim.Fault.Action;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may go wrong in a run, and what is demanded of the replica all the same. All times are in milliseconds.
 *
 * <p>In each run client 0 appends, asking first who answered it last, and client 1 appends and reads, always asking node 1
 * first, until all faults are over. Then client 0 appends once more and reads the log.
 *
 * @param name for schedules
 * @param actions what may go wrong
 * @param durations how long what lasts may last, and how late what is late may be
 * @param slack how much silence faults together may add, within two timeouts; -1 for no limit, and then messages of all
 *     kinds may be lost, late or doubled; otherwise only heartbeats may, and answers to clients may be lost
 * @param crashes how many crashes and stops there may be in a run
 * @param restarts whether a crashed node is restarted
 * @param rules what is checked
 */
public record Scenario(
        String name,
        Set<Action> actions,
        List<Integer> durations,
        int slack,
        int crashes,
        boolean restarts,
        Rules rules) {

    /** How often the primary is to send a heartbeat. */
    public static final int INTERVAL = 100;

    /** How long the primary may be silent before it is suspected. */
    public static final int TIMEOUT = 300;

    /** How long a message takes. */
    public static final int TRANSIT = 10;

    /** For how long clients go on at least. */
    static final int WORK = 400;

    /** How long a client waits for an answer before it asks the other node. */
    static final int PATIENCE = 150;

    /** How long a client waits between two operations, and before it follows a redirection. */
    public static final int THINK = 60;

    static final int PAUSE_BEFORE_RETRY = 20;

    /** After this many timeouts without a fault, each operation must be done. */
    public static final int LIVENESS_TIMEOUTS = 5;

    /**
     * Part 1c: a crash or stop, pauses shorter than the timeout, lost, late and doubled heartbeats, lost answers to clients,
     * and a closed connection that nobody notices.
     */
    public static final Scenario CRASHES = new Scenario(
            "crashes",
            EnumSet.of(CRASH, STOP, PAUSE, DROP, DELAY, TWICE),
            List.of(60, 150),
            180,
            1,
            false,
            Rules.ASYNCHRONOUS);

    /** Where the assumption of part 1c breaks: nothing gets through between the nodes, or only one way. */
    public static final Scenario PARTITIONS =
            new Scenario("partitions", EnumSet.of(CUT, DEAF), List.of(150, 600), -1, 0, false, Rules.ASYNCHRONOUS);

    /** Part 1d: everything, and crashed nodes come back. */
    public static final Scenario EVERYTHING = new Scenario(
            "everything",
            EnumSet.allOf(Action.class),
            List.of(60, 600),
            -1,
            Integer.MAX_VALUE,
            true,
            Rules.SYNCHRONOUS);

    /** Part 1d: as in part 1c, but nobody crashes, so there is no reason to take over. */
    public static final Scenario DELAYS = new Scenario(
            "delays", EnumSet.of(PAUSE, DROP, DELAY, TWICE), List.of(60, 150), 180, 0, false, Rules.SYNCHRONOUS);

    private static final List<Scenario> ALL = List.of(CRASHES, PARTITIONS, EVERYTHING, DELAYS);

    public Scenario {
        actions = Set.copyOf(actions);
        durations = List.copyOf(durations);
    }

    /** The scenario with this name. Throws IllegalArgumentException, with the names there are, if there is none. */
    public static Scenario of(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario \"" + name + "\". There are "
                        + ALL.stream().map(Scenario::name).collect(Collectors.joining(", ")) + "."));
    }
}
