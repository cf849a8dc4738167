package ftol.failover.check;

import static ftol.failover.check.Epochs.ms;

import ftol.failover.Env.Boot;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something good happens, within a bound. A take-over is due when the primary has crashed or stopped and the other node
 * runs undisturbed: within a timeout and an interval after it last heard of the primary or began to run. A heartbeat counts only if it was
 * sent after all that had arrived; messages are numbered in the order in which they are sent.
 *
 * @param due how many take-overs were due
 * @param takeOvers how many times a node became primary after another was, due or not
 * @param violation a take-over that was due and did not happen
 */
public record Liveness(int due, int takeOvers, Optional<Violation> violation) {

    /**
     * The take-overs of a run.
     *
     * @param interval between heartbeats, in nanoseconds
     * @param timeout after which the primary is suspected, in nanoseconds
     */
    public static Liveness of(List<Event> events, long interval, long timeout) {
        int due = 0;
        int takeOvers = 0;
        int primary = -1;
        long gone = -1;
        long deadline = Long.MAX_VALUE;
        long[] since = new long[2];
        long[] heartbeats = new long[2];
        boolean[] fit = new boolean[2];
        boolean[] leads = new boolean[2];
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.time() > deadline) {
                String text = "Node " + primary + " was gone at " + ms(gone) + ", but node " + (1 - primary)
                        + " had not taken over by " + ms(deadline) + ".";
                return new Liveness(due + 1, takeOvers, Optional.of(new Violation(text, i)));
            }
            int node = event.node();
            if (node > 1) {
                continue;
            }
            switch (event.kind()) {
                case START -> {
                    since[node] = event.time();
                    fit[node] = !event.text().equals(Boot.DISK_LOST.name());
                    deadline = Long.MAX_VALUE;
                }
                case RESUME -> since[node] = event.time();
                case PAUSE -> {
                    since[node] = Long.MAX_VALUE / 2;
                    deadline = Long.MAX_VALUE;
                }
                case CRASH, STOP -> {
                    fit[node] = false;
                    leads[node] = false;
                    deadline = Long.MAX_VALUE;
                    if (node == primary && fit[1 - node] && !leads[1 - node]) {
                        gone = event.time();
                        deadline = Math.max(since[1 - node], gone) + timeout + interval;
                    }
                }
                case RECEIVE -> {
                    if (event.text().equals(Message.Kind.HEARTBEAT.name())) {
                        if (event.number() <= heartbeats[node]) {
                            // Overtaken or a duplicate: no sign of life.
                            continue;
                        }
                        heartbeats[node] = event.number();
                    }
                    since[node] = Math.max(since[node], event.time());
                    if (node == 1 - primary && event.peer() == primary && deadline != Long.MAX_VALUE) {
                        deadline = event.time() + timeout + interval;
                    }
                }
                case ROLE -> {
                    leads[node] = event.text().equals(Role.PRIMARY.name());
                    if (leads[node] && node != primary) {
                        takeOvers += primary < 0 ? 0 : 1;
                        due += deadline == Long.MAX_VALUE ? 0 : 1;
                        primary = node;
                        deadline = Long.MAX_VALUE;
                    }
                }
                default -> {}
            }
        }
        return new Liveness(due, takeOvers, Optional.empty());
    }

    /**
     * The first operation of a client that was not done in time.
     *
     * @param quiet when the last fault was over, in nanoseconds
     * @param bound how long an operation may take without a fault, in nanoseconds
     */
    public static Optional<Violation> unfinished(List<Event> events, long quiet, long bound) {
        Map<Integer, Integer> open = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.kind() == Event.Kind.INVOKE) {
                open.put(event.node(), i);
            } else if (event.kind() == Event.Kind.DONE) {
                open.remove(event.node());
            }
        }
        return open.values().stream()
                .sorted()
                .findFirst()
                .filter(i -> !events.isEmpty())
                .map(i -> {
                    Event event = events.get(i);
                    return new Violation(
                            "A client's " + event.text().toLowerCase(java.util.Locale.ROOT)
                                    + (event.log().isEmpty()
                                            ? ""
                                            : " of " + event.log().get(0)) + ", begun at "
                                    + ms(event.time()) + ", had no answer " + ms(bound)
                                    + " after the last fault was over (" + ms(quiet) + ").",
                            i);
                });
    }
}
