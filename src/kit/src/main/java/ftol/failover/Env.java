package ftol.failover;

import java.util.Collection;

/**
 * What a {@link Node} knows of its surroundings and can do to them. It may be used only during a call to the node, by the
 * thread that makes the call. Every method returns at once.
 *
 * <p>What a node does takes place in the order in which it asks for it. If the node crashes in between, the rest does not
 * take place; everything before has. So what is persisted before a message is sent is on the disk when the message leaves.
 *
 * <p>Wrong arguments (an unknown node, a negative time, null) throw IllegalArgumentException or NullPointerException.
 */
public interface Env {

    /** How a node came to be started. */
    enum Boot {
        /** The first time ever: there is no log yet, at neither node. */
        FIRST_START,
        /** After a crash or stop; what the node has persisted is still there. */
        RESTART,
        /**
         * After a crash, and the disk was lost: the node had a state once and knows nothing of it. It stays this way over
         * further restarts until something is persisted. At most one of two nodes is ever in this situation.
         */
        DISK_LOST
    }

    /** This node: 0 or 1. */
    int id();

    /** The other one: 1 or 0. */
    int peer();

    /** How often the primary is to send a heartbeat, in nanoseconds. The same for both nodes, and never changes. */
    long interval();

    /** How long the primary may be silent before it is suspected, in nanoseconds. More than two intervals. */
    long timeout();

    /** Which start this was; the same until the node ends. */
    Boot boot();

    /** What this node had persisted last before it was started; {@link State#NOTHING} if there is nothing. */
    State persisted();

    /**
     * The time of this call, in nanoseconds: a monotonic clock like {@link System#nanoTime}, so only differences mean
     * anything, and not the same clock as the peer's. It stands still during a call.
     */
    long nanoTime();

    /** Sends a message to another node. See {@link Node#message} for what can become of it. */
    void send(int to, Message message);

    /**
     * Sets a timer: {@link Node#timer} is called once, as soon as possible after this time has passed. A timer with the same
     * id that is not yet due is replaced. Timers do not survive a restart.
     *
     * @param id at least 0, for you to choose
     * @param nanos from now, at least 0
     */
    void timer(int id, long nanos);

    /** Replaces what is on this node's disk. It survives a restart, unless the disk is lost. */
    void persist(State state);

    /**
     * Answers a client's request. For an append it is the acknowledgement: the client will rely on the entry being in the
     * log from now on. For a read it is the log. The answer may be lost. Only a request that was given to this node since
     * it started can be answered, and only once; all other answers are ignored.
     *
     * @param request as it was given to {@link Node#append} or {@link Node#read}
     * @param log the whole log, oldest entry first; what an append's client makes of it is its own business
     */
    void reply(long request, Collection<String> log);

    /** Answers a client's request with "I am not the primary, ask that node". */
    void redirect(long request, int node);

    /**
     * Reports which role this node has from now on, for pictures, checks, and clients: each reply says the epoch that was
     * reported last, and a client rejects a reply of an older epoch than it has seen. Report at the start and whenever role
     * or epoch change.
     *
     * @param epoch at least 0; always 0 if you have none
     */
    void role(Role role, long epoch);
}
