package ftol.failover.check;

import ftol.failover.Event;
import java.util.List;
import java.util.Optional;

/** What is demanded of a replica, whatever happened in the run: safety. Liveness is {@link Liveness}. */
public enum Rules {
    /**
     * Part 1c: one primary, a take-over at once when the primary is known to be gone, and of what was acknowledged no more is
     * lost than the last moments before a crash.
     */
    ASYNCHRONOUS {
        @Override
        public List<Watch> watches() {
            return List.of(new OnePrimary(), new AtOnce(AT_ONCE));
        }

        @Override
        public Optional<Violation> checkLog(List<Event> events) {
            return AppendLog.check(events, MAY_BE_LOST);
        }
    },
    /** Part 1d: one acknowledging node per epoch, and nothing that was acknowledged is lost. */
    SYNCHRONOUS {
        @Override
        public List<Watch> watches() {
            return List.of(new Epochs());
        }

        @Override
        public Optional<Violation> checkLog(List<Event> events) {
            return AppendLog.check(events);
        }

        @Override
        public Violation explained(Violation violation, List<Event> events) {
            return Epochs.explained(violation, events);
        }
    };

    /** In part 1c, what was acknowledged this long before the primary crashed may be lost with it, in nanoseconds. */
    public static final long MAY_BE_LOST = 300_000_000;

    /** In part 1c, what counts as at once, in nanoseconds: an interval between heartbeats. */
    public static final long AT_ONCE = 100_000_000;

    /** New ones of the rules that can be told event by event, the most important first. */
    public abstract List<Watch> watches();

    /** The first violation of the rule for the log that clients read; it looks at their operations and at crashes only. */
    public abstract Optional<Violation> checkLog(List<Event> events);

    /** The same violation in this run, with what it most likely comes from said first, where that is known. */
    public Violation explained(Violation violation, List<Event> events) {
        return violation;
    }

    /** The first violation, if there is one. */
    public final Optional<Violation> check(List<Event> events) {
        return watches().stream()
                .flatMap(watch -> watch.over(events).violation().stream())
                .findFirst()
                .or(() -> checkLog(events))
                .map(violation -> explained(violation, events));
    }
}
