package ftol.failover.sim;

import java.util.List;

/** A node in a run that can go on in several ways. */
interface Forkable {
    /**
     * Makes the call. Returns what the node asks for, in order, in a list that is valid until the next call; or null if that
     * has to be waited for with {@link #answer}.
     */
    List<Effect> handle(Call call);

    /** Waits for what the node asks for in the call that was made last, for which {@link #handle} returned null. */
    default List<Effect> answer() {
        throw new IllegalStateException("This node answers at once.");
    }

    /** The same node in another run: what either is asked from now on, the other does not know of. */
    Forkable fork();
}
