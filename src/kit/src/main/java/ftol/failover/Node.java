package ftol.failover;

/**
 * Parts 1c and 1d: one of two replicas of a log, one of which is the primary. Clients append entries to the log and read
 * it; only the primary answers them. When the primary fails, the secondary takes over.
 *
 * <p>A node never waits: it is told what happens, one call after the other, and reacts through its {@link Env}. The same
 * class runs in a simulator, where time is virtual and every fault can be made to happen, and in a process of its own.
 *
 * <p><b>Threads.</b> One thread makes all calls to a node, one at a time. A node never starts a thread, never sleeps, and
 * shares nothing with another node: no static fields that change.
 *
 * <p><b>Deterministic.</b> What a node does follows from the calls it gets and from what its Env tells it. It must not ask
 * another clock, a random number, or an identity hash code: a failure that was found could not be repeated.
 *
 * <p><b>Crashes.</b> A node may crash at any moment, also between two calls that it makes to its Env. The object is gone
 * then. When the node is restarted, a new object is made and {@link #start} is called; all it has is what was
 * {@linkplain Env#persist persisted}. No other method tells it that it crashed.
 *
 * <p><b>Pauses.</b> A node may be frozen for any time and then go on without noticing. What arrived meanwhile waits.
 *
 * <p>A node ignores what it does not understand, and throws no exception.
 */
public interface Node {

    /**
     * The node starts, or starts again. First of all calls, and made once to each object. {@link Env#boot} says which
     * start it is. At the very first, node 0 is to be the primary and node 1 the secondary.
     */
    void start(Env env);

    /**
     * A message from another node. Messages may be lost, late, duplicated, and overtake one another; none is changed or
     * made up. Two things are sure, also after restarts: what was sent to a node before it started never reaches it, and
     * once something that a peer sent since its start has arrived, nothing arrives that it sent before.
     *
     * @param from who sent it, {@link Env#peer}
     */
    void message(Env env, int from, Message message);

    /**
     * A timer that was set with {@link Env#timer} is due. Messages that have arrived are always told first: a node that
     * was paused hears of the heartbeats it slept through before a timer tells it that there were none.
     *
     * @param id as given to {@link Env#timer}
     */
    void timer(Env env, int id);

    /**
     * The operating system says that the connection to a peer has ended, and nobody accepts a new one: its process is
     * most likely gone. Comes after all messages from it that still arrive. It may be late or never come at all, for
     * instance when the whole machine has failed; and though it is rare, the peer may be alive all the same, behind a
     * network that cuts connections.
     */
    void closed(Env env, int peer);

    /**
     * A client wants an entry at the end of the log. Answer with {@link Env#reply}, at once or in a later call, if you are
     * the primary; with {@link Env#redirect} if you are not. A request that is not answered does no harm: after a while
     * the client asks again, perhaps the other node, with a new request number but the same entry. So an entry that is in
     * the log already must not be appended again; that request is answered all the same.
     *
     * @param request names this request; never given twice
     * @param entry the entry, different for each thing that a client wants appended; letters, digits and hyphens
     */
    void append(Env env, long request, String entry);

    /** A client wants to read the whole log. Answered like {@link #append}. */
    void read(Env env, long request);

    /**
     * The operator wants this node to stop: the last call it gets. What it does now through its Env still takes place; then
     * its process ends.
     */
    void stop(Env env);
}
