package ftol.failover;

import java.util.Collection;
import java.util.List;

/**
 * What a replica keeps on its disk.
 *
 * @param epoch at least 0; always 0 for a replica that knows no epochs
 * @param log the entries, oldest first; a copy is taken, so the replica may go on changing its own
 */
public record State(long epoch, List<String> log) {
    /** What is on a new disk. */
    public static final State NOTHING = new State(0, List.of());

    public State {
        log = List.copyOf(log);
    }

    public State(long epoch, Collection<String> log) {
        this(epoch, List.copyOf(log));
    }
}
