package ftol.failover.sim;

import ftol.failover.Event;
import ftol.failover.check.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a simulated run.
 *
 * @param schedule repeats the run
 * @param events the event log
 * @param violation what the replica did wrong, if it did
 * @param steps how many messages, timers and so on arrived
 * @param takeOversDue how often the primary was gone for so long that the other had to take over
 * @param takeOvers how often a node became primary after another was
 */
public record Run(
        Schedule schedule,
        List<Event> events,
        Optional<Violation> violation,
        int steps,
        int takeOversDue,
        int takeOvers) {

    /** What the replica did wrong, with what it most likely comes from said first, where that is known. */
    public Optional<Violation> explained() {
        return violation.map(found -> schedule.scenario().rules().explained(found, events));
    }
}
