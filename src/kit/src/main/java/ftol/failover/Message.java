package ftol.failover;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What one node sends to another. Apart from HEARTBEAT, which travels as a datagram while all other kinds travel over the
 * connection, the kinds mean what you make of them.
 *
 * @param kind what it is
 * @param epoch the sender's epoch, at least 0; always 0 if you have none
 * @param number for what needs a number, such as a heartbeat's sequence number
 * @param log for what carries entries; a copy is taken, so the sender may go on changing its own
 */
public record Message(Kind kind, long epoch, long number, List<String> log) {
    /** What a message is. */
    public enum Kind {
        /** "I am alive." Sent as a datagram. */
        HEARTBEAT,
        /** "I stop now" (fail-stop). */
        STOP,
        /** "This is my log." */
        STATE,
        /** "I have received and kept what you sent." */
        ACK,
        /** "Please send me what I lack." */
        ASK
    }

    public Message {
        Objects.requireNonNull(kind, "kind");
        log = List.copyOf(log);
    }

    public Message(Kind kind, long epoch, long number, Collection<String> log) {
        this(kind, epoch, number, List.copyOf(log));
    }

    /** A message without entries. */
    public Message(Kind kind, long epoch, long number) {
        this(kind, epoch, number, List.of());
    }
}
