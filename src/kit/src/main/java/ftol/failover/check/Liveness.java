package ftol.failover.check;

import static ftol.failover.check.Epochs.ms;

import ftol.failover.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something good happens, within a bound: {@link TakeOvers} that are due, and answers to clients.
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
        TakeOvers takeOvers = new TakeOvers(interval, timeout);
        takeOvers.over(events);
        return new Liveness(takeOvers.due(), takeOvers.count(), takeOvers.violation());
    }

    /**
     * The first operation of a client that was not done in time.
     *
     * @param faultsEnd when the last fault was over, in nanoseconds since the run began; 0 if there was none
     * @param end when the run came to its end, long enough after that, in nanoseconds
     */
    public static Optional<Violation> unfinished(List<Event> events, long faultsEnd, long end) {
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
                                    + ms(event.time()) + ", had no answer by " + ms(end)
                                    + (faultsEnd == 0
                                            ? ", and nothing went wrong in this run."
                                            : ", and the last fault was over at " + ms(faultsEnd) + "."),
                            i);
                });
    }
}
