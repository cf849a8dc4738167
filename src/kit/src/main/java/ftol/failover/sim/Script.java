package ftol.failover.sim;

import ftol.failover.Event;
import ftol.failover.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A run in virtual time in which what goes wrong is said by the clock, as one tells it to a person; a {@link Schedule} says
 * it by steps, as an explorer needs it. All times are in nanoseconds since the run began.
 *
 * @param interval how often the primary is to send a heartbeat
 * @param timeout how long the primary may be silent before it is suspected
 * @param clients how many clients append, one after the other's answer: 1 or 2. The second always asks node 1 first
 * @param think how long a client waits between two operations
 * @param moments what goes wrong, in any order
 * @param heartbeats how long the n-th heartbeat of node 0 takes, if not as usual; negative if it is lost
 * @param end when the clients stop to append; then the first reads the log, and the run is over
 */
public record Script(
        long interval,
        long timeout,
        int clients,
        long think,
        List<Moment> moments,
        Map<Long, Long> heartbeats,
        long end) {

    /** What happens to a node. */
    public enum What {
        /** Its process ends without a word; its operating system closes its connections. */
        CRASH,
        /** The whole machine is gone: nobody closes anything. */
        POWER_OFF,
        /** The operator stops it. */
        STOP,
        /** It is started again after any of these, with its disk. */
        RESTART,
        /** It is started again after any of these, and its disk was lost. */
        RESTART_WITHOUT_DISK,
        /** It is frozen. */
        FREEZE,
        /** Nothing that it sends reaches its peer. */
        CUT,
        /** It acknowledges what clients append, and forgets it. */
        LIE;

        /** What a notebook calls it: "restartWithoutDisk", a method of {@link ftol.failover.ReplicaRun.Builder}. */
        public String word() {
            String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
            StringBuilder word = new StringBuilder(words[0]);
            for (int i = 1; i < words.length; i++) {
                word.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
            }
            return word.toString();
        }
    }

    /**
     * Something that happens to a node.
     *
     * @param until when it is over; Long.MAX_VALUE if it has no end
     */
    public record Moment(long time, What what, int node, long until) {}

    public Script {
        moments =
                moments.stream().sorted(Comparator.comparingLong(Moment::time)).toList();
        heartbeats = Map.copyOf(heartbeats);
    }

    /**
     * The event log of the run.
     *
     * @param replicas makes a new replica: {@code Replica::new}
     * @throws RuntimeException what a replica throws, or a {@link ftol.check.SubmissionFailure} if it sends without end
     */
    public List<Event> play(Supplier<? extends Node> replicas) {
        return playHandlers(() -> new HostedNode(replicas.get()));
    }

    /** The same with replicas that live elsewhere. */
    public List<Event> playHandlers(Supplier<? extends Handlers> replicas) {
        return new ScriptedSimulation(() -> new Replayed(replicas), this).play();
    }
}
