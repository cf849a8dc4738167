package ftol.failover.net;

import java.util.List;

/**
 * What travels between two processes, in one piece.
 *
 * @param kind what it is
 * @param from who sends it: 0 or 1 for a node, {@link ftol.failover.Event#CLIENT} and more for a client
 * @param incarnation which start of the sender it is from: each start of a node has a greater number than those before
 * @param to the receiver's incarnation as the sender knows it; 0 if it knows none
 * @param id names the frame, or the request that is answered
 * @param epoch of a message or an answer
 * @param number of a message; the node that a redirection names
 * @param log entries: of a message, of an answer, or the one to append
 */
record Frame(Kind kind, int from, long incarnation, long to, long id, long epoch, long number, List<String> log) {
    /** What a frame is. Those with the name of a {@link ftol.failover.Message.Kind} carry a message. */
    enum Kind {
        /** "This is my incarnation." Begins a connection between nodes, and answers it. */
        HELLO,
        HEARTBEAT,
        STOP,
        STATE,
        ACK,
        ASK,
        /** A client's requests. */
        APPEND,
        READ,
        /** The answers to them. */
        REPLY,
        REDIRECT
    }

    Frame {
        log = List.copyOf(log);
    }
}
