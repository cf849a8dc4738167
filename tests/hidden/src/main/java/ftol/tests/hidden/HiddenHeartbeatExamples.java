package ftol.tests.hidden;

import static ftol.tests.HeartbeatStory.MS;

import ftol.check.Points;
import ftol.check.Submitted;
import ftol.failover.datagram.Address;
import ftol.failover.datagram.Frames;
import ftol.failover.datagram.HeartbeatSessions;
import ftol.tests.HeartbeatStory;
import ftol.tests.Parcel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 1b at the edges of the contract. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HiddenHeartbeatExamples {
    private static final long TIMEOUT = 300 * MS;

    @Test
    @Order(1)
    @Points(
            value = 1,
            hint =
                    "If the socket's owner has connected it, send and receive may throw PortUnreachableException. What becomes"
                            + " of it in your code, and of the time that is left?")
    @DisplayName("nobody at the peer's port is no more than a lost datagram")
    void unreachableIsLost() {
        String restarted = "The primary was away for a moment, and then there again.";
        new HeartbeatStory()
                .connected()
                .unreachable(10 * MS)
                .unreachable(50 * MS)
                .arrives(120 * MS, Parcel.heartbeat(2, 1))
                .unreachable(440 * MS)
                .unreachable(640 * MS)
                .receives(0, TIMEOUT, 2, 1, 120 * MS, restarted)
                .nothing(130 * MS, TIMEOUT, "No heartbeat has arrived since (2, 1).")
                .sends(500 * MS, 1, 1)
                .sends(600 * MS, 1, 2)
                .nothing(620 * MS, TIMEOUT, "No heartbeat has arrived since (2, 1).")
                .play();
    }

    @Test
    @Order(2)
    @Points(
            value = 1,
            hint =
                    "The owner may close the socket while your code waits. Which exceptions do you catch, and does your loop"
                            + " end for the others? The contract says who is to get them.")
    @DisplayName("if the socket is closed, the caller gets the exception")
    void aClosedSocketIsTheCallersBusiness() {
        new HeartbeatStory()
                .arrives(20 * MS, Parcel.heartbeat(1, 1))
                .closes(100 * MS)
                .receives(0, TIMEOUT, 1, 1, 20 * MS, "The socket is still open.")
                .receiveThrows(30 * MS, TIMEOUT, "The socket is closed while receive waits.")
                .receiveThrows(110 * MS, TIMEOUT, "The socket is closed.")
                .sendThrows(120 * MS, "The socket is closed.")
                .play();
    }

    @Test
    @Order(3)
    @Points(
            value = 1,
            hint =
                    "How much time is left, in nanoseconds and in whole milliseconds? Think of a clock that is negative or"
                            + " passes Long.MAX_VALUE, of half a millisecond left, and of more nanoseconds than an int holds.")
    @DisplayName("any clock and any timeout: the wait ends within a millisecond of it")
    void anyClockAndAnyTimeout() {
        long[] origins = {0, -400 * MS, Long.MIN_VALUE, Long.MAX_VALUE - 50 * MS, Long.MAX_VALUE - 350 * MS};
        Parcel garbage = Parcel.frame("a byte", "00");
        for (long origin : origins) {
            HeartbeatStory story = new HeartbeatStory().origin(origin);
            for (long at = 2; at < 900; at += 40) {
                story.arrives(at * MS + MS / 3, garbage);
            }
            story.arrives(330 * MS, Parcel.heartbeat(1, 1))
                    .nothing(0, TIMEOUT, "No heartbeat has arrived.")
                    .receives(310 * MS, TIMEOUT, 1, 1, 330 * MS, "It has arrived.")
                    .nothing(340 * MS, TIMEOUT, "No heartbeat has arrived since.")
                    .play();
        }
        long[] timeouts = {MS, MS + 1, 2 * MS - 1, 3 * MS / 2, 2_147 * MS, 2_148 * MS, 4_296 * MS + 1, 10_000 * MS};
        for (long timeout : timeouts) {
            new HeartbeatStory()
                    .arrives(timeout - MS / 2, garbage)
                    .arrives(timeout - MS / 3, garbage)
                    .nothing(0, timeout, "No heartbeat has arrived.")
                    .play();
        }
    }

    @Test
    @Order(4)
    @Points(
            value = 1,
            hint = "Compare whole longs, look at every number before you believe any of them, and remember nothing of a"
                    + " datagram that does not count.")
    @DisplayName("large numbers count, numbers below 1 never do, and what does not count leaves no trace")
    void anyNumbers() {
        long large = 1L << 32;
        new HeartbeatStory()
                .cluster(-2)
                .arrives(MS, numbers(0, 1))
                .arrives(2 * MS, numbers(1, 0))
                .arrives(3 * MS, numbers(-1, 5))
                .arrives(4 * MS, numbers(1, -5))
                .arrives(5 * MS, numbers(9, 0))
                .arrives(6 * MS, numbers(9, -1))
                .arrives(7 * MS, numbers(9, 1).from(Parcel.OTHER_HOST))
                .arrives(8 * MS, numbers(9, 1).from(Parcel.OTHER_PORT))
                .arrives(9 * MS, numbers(9, 1).longer(1))
                .arrives(10 * MS, Parcel.ofCluster(2, 9, 1))
                .arrives(20 * MS, numbers(1, 1))
                .arrives(120 * MS, numbers(1, large))
                .arrives(220 * MS, numbers(1, large + 1))
                .arrives(230 * MS, numbers(1, large))
                .arrives(320 * MS, numbers(2, 1))
                .arrives(330 * MS, numbers(1, large + 2))
                .arrives(420 * MS, numbers(large, 7))
                .arrives(430 * MS, numbers(3, large))
                .arrives(520 * MS, numbers(large + 1, 1))
                .arrives(530 * MS, numbers(Long.MAX_VALUE, Long.MAX_VALUE))
                .receives(0, TIMEOUT, 1, 1, 20 * MS, "It is the first that counts.")
                .receives(25 * MS, TIMEOUT, 1, large, 120 * MS, "It is fresh.")
                .receives(125 * MS, TIMEOUT, 1, large + 1, 220 * MS, "It is fresh.")
                .receives(225 * MS, TIMEOUT, 2, 1, 320 * MS, "It is the first of its incarnation.")
                .receives(325 * MS, TIMEOUT, large, 7, 420 * MS, "It is the first of its incarnation.")
                .receives(425 * MS, TIMEOUT, large + 1, 1, 520 * MS, "It is the first of its incarnation.")
                .receives(525 * MS, TIMEOUT, Long.MAX_VALUE, Long.MAX_VALUE, 530 * MS, "It is the greatest of all.")
                .nothing(535 * MS, TIMEOUT, "Nothing else has arrived.")
                .play();
    }

    /** A frame of cluster -2. */
    private static Parcel numbers(long incarnation, long sequence) {
        return Parcel.frame("a frame", Frames.of(-2, incarnation, sequence));
    }

    @Test
    @Order(5)
    @Points(
            value = 1,
            hint =
                    "One object for each primary, and what it has received is the object's own. Does each of your fields belong"
                            + " to one object, and is nothing kept in a method that the next call needs?")
    @DisplayName("each object remembers its own primary, on any socket and with any kind of address")
    void eachObjectRemembersItsOwn() {
        Address six = new Address("2001:db8:0:0:0:0:0:1", 7000);
        HeartbeatSessions a = Submitted.create(HeartbeatSessions.class);
        HeartbeatSessions b = Submitted.create(HeartbeatSessions.class);
        new HeartbeatStory(a)
                .arrives(20 * MS, Parcel.heartbeat(5, 5))
                .receives(0, TIMEOUT, 5, 5, 20 * MS, "It is the first.")
                .play();
        new HeartbeatStory(b)
                .peer(six)
                .arrives(10 * MS, Parcel.heartbeat(9, 9))
                .arrives(20 * MS, Parcel.heartbeat(1, 1).from(six))
                .receives(0, TIMEOUT, 1, 1, 20 * MS, "It is the first from this object's peer.")
                .sends(100 * MS, 7, 7)
                .play();
        new HeartbeatStory(a)
                .arrives(10 * MS, Parcel.heartbeat(5, 5))
                .arrives(20 * MS, Parcel.heartbeat(4, 9))
                .arrives(120 * MS, Parcel.heartbeat(5, 6))
                .receives(0, TIMEOUT, 5, 6, 120 * MS, "This object has received (5, 5) before.")
                .play();
        new HeartbeatStory(b)
                .peer(six)
                .arrives(20 * MS, Parcel.heartbeat(1, 2).from(six))
                .receives(0, TIMEOUT, 1, 2, 20 * MS, "This object has received (1, 1) before, and has sent (7, 7).")
                .play();
    }
}
