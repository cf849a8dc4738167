package ftol.failover.check;

import ftol.failover.Event;
import java.util.List;
import java.util.Optional;

/** A rule that is told the events of a run one by one, and can be copied in the middle of the run. */
public abstract class Watch {
    private int seen;
    private Violation violation;

    Watch() {}

    /** What all copies begin with. */
    Watch(Watch other) {
        seen = other.seen;
        violation = other.violation;
    }

    /** The next event has happened. After the first violation, the rest of the run is of no interest. */
    public final void see(Event event) {
        if (violation == null) {
            String wrong = next(event);
            if (wrong != null) {
                violation = new Violation(wrong, seen);
            }
            seen++;
        }
    }

    /** The first violation, if there was one. */
    public final Optional<Violation> violation() {
        return Optional.ofNullable(violation);
    }

    /** Goes on from here on its own. */
    public abstract Watch copy();

    /** Returns what this event violates, in one sentence, or null. */
    abstract String next(Event event);

    /** Sees all these events. */
    final Watch over(List<Event> events) {
        events.forEach(this::see);
        return this;
    }
}
