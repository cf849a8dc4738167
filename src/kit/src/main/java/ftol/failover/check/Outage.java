package ftol.failover.check;

import ftol.failover.Event;
import ftol.failover.Role;
import java.util.List;
import java.util.Optional;

/**
 * How long clients were without a primary after its first failure, and why. The times are in nanoseconds since the run
 * began, each at least the one before.
 *
 * @param cause what failed
 * @param failed when it failed
 * @param takenOver when the other node reported to be primary: until then it had to <em>detect</em> the failure
 * @param asked when that node received the request that it answered first: until then clients had to be
 *     <em>redirected</em>
 * @param answered when it sent that answer: until then it was <em>promoted</em>, but could not answer yet
 * @param done when the client had it
 */
public record Outage(Event cause, long failed, long takenOver, long asked, long answered, long done) {

    /** The outage of a run; empty if nothing failed, nobody took over, or the new primary answered nobody. */
    public static Optional<Outage> of(List<Event> events) {
        int primary = -1;
        Event cause = null;
        for (Event event : events) {
            boolean leads = event.kind() == Event.Kind.ROLE && event.text().equals(Role.PRIMARY.name());
            if (leads && cause != null && event.node() != primary) {
                return of(cause, event, Operation.all(events));
            }
            if (leads) {
                primary = event.node();
            } else if (cause == null && failure(event, primary)) {
                cause = event;
            }
        }
        return Optional.empty();
    }

    private static boolean failure(Event event, int primary) {
        return switch (event.kind()) {
            case CRASH, STOP, PAUSE, CUT -> event.node() == primary;
            default -> false;
        };
    }

    private static Optional<Outage> of(Event cause, Event role, List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.node() == role.node() && operation.done() >= role.time())
                .min((one, other) -> Long.compare(one.done(), other.done()))
                .map(first -> {
                    // A real client may know no more than when it was done.
                    long answered = Math.max(role.time(), first.answered() < 0 ? first.done() : first.answered());
                    long asked = Math.min(answered, Math.max(role.time(), first.received()));
                    return new Outage(cause, cause.time(), role.time(), asked, answered, first.done());
                });
    }
}
