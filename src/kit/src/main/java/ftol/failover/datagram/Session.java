package ftol.failover.datagram;

import ftol.failover.Heartbeats.Heartbeat;
import java.util.List;

/**
 * What happens around an object of the student's: what arrives at its socket and what it is asked to do. All times are in
 * nanoseconds since the session began.
 *
 * @param peer the address of the other one
 * @param cluster as in {@link ftol.failover.Heartbeats.Link}
 * @param connected whether the socket's owner has connected it to the peer
 * @param origin what the clock reads as the session begins
 * @param arrivals what arrives, in order
 * @param unreachable when it becomes known that nobody is at the peer's port; only if connected
 * @param closes when the socket's owner closes it; {@link Long#MAX_VALUE} for never
 * @param calls what the object is asked to do, one after the other
 */
public record Session(
        Address peer,
        int cluster,
        boolean connected,
        long origin,
        List<Datagram> arrivals,
        List<Long> unreachable,
        long closes,
        List<Call> calls) {

    public Session {
        arrivals = List.copyOf(arrivals);
        unreachable = List.copyOf(unreachable);
        calls = List.copyOf(calls);
    }

    /**
     * A call.
     *
     * @param at when, or as soon as the call before has returned
     * @param send what to send; null for a call of {@code receive}
     * @param timeout of {@code receive}
     */
    public record Call(long at, Heartbeat send, long timeout) {}

    /**
     * What became of a call.
     *
     * @param kind how it ended
     * @param heartbeat what was received, or null
     * @param end when it ended
     * @param sent what it sent
     * @param closed whether it closed the socket
     * @param text what was thrown, or what it waits for; else ""
     */
    public record Outcome(Kind kind, Heartbeat heartbeat, long end, List<Datagram> sent, boolean closed, String text) {
        public Outcome {
            sent = List.copyOf(sent);
        }

        /** How a call ended. */
        public enum Kind {
            /** {@code send} has returned. */
            SENT,
            /** {@code receive} returned a heartbeat. */
            RECEIVED,
            /** {@code receive} returned an empty Optional. */
            NOTHING,
            /** {@code receive} returned null. */
            NULL,
            /** The socket was closed, and the call threw an IOException. */
            THREW,
            /** The call would never have ended. It is the last one. */
            NEVER_ENDS
        }
    }
}
