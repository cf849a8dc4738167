package ftol.failover;

/**
 * Part 1a: decides from heartbeats alone whether the primary is to be suspected of having failed.
 *
 * <p>The secondary owns one detector. It calls {@link #start} once it begins to watch a primary, {@link #heartbeat} for
 * each heartbeat that arrives, {@link #stopNotice} when the primary says that it stops, and asks {@link #suspects}
 * whenever it likes.
 *
 * <p><b>Time.</b> Every {@code now} is a reading of one monotonic clock such as {@link System#nanoTime}, in nanoseconds,
 * and never falls from call to call. Only differences between readings mean anything: a reading may be negative, and
 * counting may pass {@link Long#MAX_VALUE} and go on at {@link Long#MIN_VALUE}. So compare by subtraction.
 *
 * <p><b>Threads.</b> One thread calls a detector. Two detectors know nothing of each other.
 */
public interface FailureDetector {

    /**
     * Begins to watch a primary, from now on. A detector that was already in use forgets everything: sequence numbers,
     * deadline and stop notice, since it may be another primary from now on.
     *
     * @param now the time, in nanoseconds
     * @param timeout how long the primary may stay silent, in nanoseconds, at least 1
     */
    void start(long now, long timeout);

    /**
     * A heartbeat has arrived. It is <em>fresh</em> if its sequence number is greater than that of every heartbeat that
     * arrived since {@link #start}; only a fresh heartbeat counts as a sign of life. Numbers may be missing: those
     * heartbeats were lost. A duplicate, or one that others have overtaken, is ignored.
     *
     * <p>A fresh heartbeat ends a suspicion: the primary was slow, not dead. Only after a {@linkplain #stopNotice stop
     * notice} does it change nothing any more.
     *
     * @param sequence the number the primary gave this heartbeat: 1 for its first, then 2, 3 …
     * @param now the time of arrival, in nanoseconds
     */
    void heartbeat(long sequence, long now);

    /**
     * The primary has said that it stops (fail-stop). It is suspected from now on, until {@link #start} is called again.
     *
     * @param now the time of arrival, in nanoseconds
     */
    void stopNotice(long now);

    /**
     * Is the primary suspected at this time? It is once more than {@code timeout} nanoseconds have passed since
     * {@link #start} and since the last fresh heartbeat, or once a stop notice has arrived. (At exactly {@code timeout}
     * nanoseconds either answer is right.) Asking changes nothing.
     *
     * @param now the time, in nanoseconds
     * @return true if the primary is suspected
     */
    boolean suspects(long now);
}
