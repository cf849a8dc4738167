package ftol.failover;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Part 1b: sends heartbeats as datagrams, and receives those of one primary, on a {@link DatagramSocket} that it is handed.
 *
 * <p><b>The frame.</b> A heartbeat is one datagram of exactly {@link #LENGTH} bytes. All numbers are signed and in network
 * byte order, the most significant byte first:
 *
 * <table>
 * <caption>Bytes of a frame</caption>
 * <tr><td>0-3</td><td>{@link #MAGIC}</td></tr>
 * <tr><td>4-7</td><td>the cluster, {@link Link#cluster}, any int</td></tr>
 * <tr><td>8-15</td><td>the incarnation, {@link Heartbeat#incarnation}, a long, at least 1</td></tr>
 * <tr><td>16-23</td><td>the sequence number, {@link Heartbeat#sequence}, a long, at least 1</td></tr>
 * </table>
 *
 * <p><b>What counts.</b> A datagram that arrives counts if all of this is true:
 *
 * <ul>
 *   <li>it is a frame as above: not a byte shorter or longer, with the magic number, its incarnation and sequence
 *       number at least 1;
 *   <li>it comes from the peer, {@link Link#peer}: its sender has the same address and the same port;
 *   <li>it belongs to the same cluster, {@link Link#cluster};
 *   <li>it is <em>fresh</em>: its incarnation is greater than that of the last heartbeat that counted, or it has the same
 *       incarnation and a greater sequence number. The first one is fresh. Numbers may be missing: those were lost.
 * </ul>
 *
 * <p>Any other datagram is ignored: it changes nothing, now or later, and does not make anybody wait longer. It may hold
 * anything at all, and there may be any number of them.
 *
 * <p><b>The socket</b> is open and bound. It is not yours: leave it open, and do not connect or disconnect it, since it may
 * serve other peers as well. You may set its timeout (SO_TIMEOUT), which nobody else relies on. Its owner may have
 * connected it to the peer. Then {@code send} and {@code receive} throw a {@link java.net.PortUnreachableException} when an
 * earlier datagram found nobody at the peer's port, perhaps since the peer is starting again. That is no more than a lost
 * datagram: ignore it.
 *
 * <p><b>Threads.</b> One thread calls an object of this type, and the object does its work in that thread. Two objects know
 * nothing of each other.
 */
public interface Heartbeats {
    /** What a frame begins with, so that what is no heartbeat is not taken for one: "ftol" in ASCII. */
    int MAGIC = 0x66746F6C;

    /** How many bytes a frame has. */
    int LENGTH = 24;

    /**
     * What a primary says in a heartbeat.
     *
     * @param incarnation which life of the primary this is: 1 for the first, and greater after each restart; at least 1
     * @param sequence 1 for the first heartbeat of an incarnation, then 2, 3 …; at least 1
     */
    record Heartbeat(long incarnation, long sequence) {}

    /**
     * The way from here to a peer and back.
     *
     * @param socket what to send and receive with
     * @param peer where to send to, and the only address from which heartbeats count
     * @param cluster the cluster to which both belong; several may use the same network
     * @param clock see {@link #nanoTime}
     */
    record Link(DatagramSocket socket, InetSocketAddress peer, int cluster, LongSupplier clock) {
        /**
         * The time in nanoseconds, from a clock such as {@link System#nanoTime}: monotonic, it starts anywhere, and counting
         * may pass {@link Long#MAX_VALUE} and go on at {@link Long#MIN_VALUE}. Compare by subtraction. Ask this clock and no
         * other: the socket's timeout passes on it. Time passes in the socket's {@code receive} alone.
         */
        public long nanoTime() {
            return clock.getAsLong();
        }
    }

    /**
     * Sends this heartbeat to the peer, as one datagram. It has no influence on what is received.
     *
     * @param link the way to the peer
     * @param heartbeat what to say
     * @throws IOException what the socket throws, for instance if it is closed; not PortUnreachableException
     */
    void send(Link link, Heartbeat heartbeat) throws IOException;

    /**
     * Waits for the next datagram that counts. Returns as soon as one has arrived, and leaves those behind it to the next
     * call; or gives up when the timeout has passed, whatever else arrives meanwhile.
     *
     * @param link the way from the peer; of one object, all calls are about the same peer
     * @param timeout how long to wait at most, in nanoseconds, from 1,000,000 (1 ms) to 3,600,000,000,000 (an hour). To
     *     give up 1 ms too early or too late is right, since a socket counts in milliseconds
     * @return the heartbeat, or nothing if none came in time
     * @throws IOException what the socket throws, for instance if it is closed meanwhile; not PortUnreachableException, and
     *     not that its timeout has passed
     */
    Optional<Heartbeat> receive(Link link, long timeout) throws IOException;
}
