package ftol.failover.sim;

/** A node in a run that can go on in several ways. */
interface Forkable extends Handlers {
    /** The same node in another run: what either is asked from now on, the other does not know of. */
    Forkable fork();
}
