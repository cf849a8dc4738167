package ftol.tests;

import static ftol.tests.HeartbeatStory.MS;

import ftol.check.Points;
import ftol.failover.datagram.Frames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 1b, one rule of the contract each. The timeout is 300 ms unless it is said to be another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HeartbeatExamples {
    private static final long TIMEOUT = 300 * MS;

    @Test
    @Order(1)
    @Points(1)
    @DisplayName("send: a heartbeat is one datagram to the peer, byte for byte as the frame says")
    void aHeartbeatIsOneFrame() {
        new HeartbeatStory()
                .sends(0, 1, 1)
                .sends(100 * MS, 1, 2)
                .sends(200 * MS, 2, 1)
                .play();
        new HeartbeatStory()
                .cluster(0xFEDCBA98)
                .sends(0, 0x0102030405060708L, 0x1112131415161718L)
                .sends(100 * MS, Long.MAX_VALUE, Long.MAX_VALUE)
                .play();
    }

    @Test
    @Order(2)
    @Points(1)
    @DisplayName("receive: each heartbeat is returned as soon as it is there, one by one")
    void heartbeatsComeOneByOne() {
        String queued = "It had arrived already, and was left to this call.";
        new HeartbeatStory()
                .arrives(20 * MS, Parcel.heartbeat(1, 1))
                .arrives(120 * MS, Parcel.heartbeat(1, 2))
                .arrives(130 * MS, Parcel.heartbeat(1, 3))
                .arrives(140 * MS, Parcel.heartbeat(1, 300))
                .receives(0, TIMEOUT, 1, 1, 20 * MS, "It arrived at 20 ms.")
                .receives(
                        50 * MS, TIMEOUT, 1, 2, 120 * MS, "It arrived at 120 ms, and there is no need to wait longer.")
                .receives(200 * MS, TIMEOUT, 1, 3, 200 * MS, queued)
                .receives(210 * MS, TIMEOUT, 1, 300, 210 * MS, queued + " That others are missing does not matter.")
                .play();
    }

    @Test
    @Order(3)
    @Points(1)
    @DisplayName("receive: if none comes, nothing is returned when the timeout has passed")
    void silenceEndsWithTheTimeout() {
        new HeartbeatStory()
                .arrives(7_500 * MS, Parcel.heartbeat(1, 1))
                .nothing(0, TIMEOUT, "300 ms have passed, and nothing has arrived.")
                .nothing(1_000 * MS, 5_000 * MS, "The timeout of this call is 5 s, and nothing has arrived.")
                .receives(7_000 * MS, 5_000 * MS, 1, 1, 7_500 * MS, "It arrived at 7500 ms, and the timeout is 5 s.")
                .play();
    }

    @Test
    @Order(4)
    @Points(1)
    @DisplayName("receive: duplicates and what was overtaken are ignored")
    void staleHeartbeatsAreIgnored() {
        new HeartbeatStory()
                .arrives(20 * MS, Parcel.heartbeat(1, 1))
                .arrives(120 * MS, Parcel.heartbeat(1, 3))
                .arrives(130 * MS, Parcel.heartbeat(1, 3))
                .arrives(140 * MS, Parcel.heartbeat(1, 2))
                .arrives(150 * MS, Parcel.heartbeat(1, 1))
                .arrives(320 * MS, Parcel.heartbeat(1, 4))
                .receives(0, TIMEOUT, 1, 1, 20 * MS, "It is the first.")
                .receives(30 * MS, TIMEOUT, 1, 3, 120 * MS, "It is fresh.")
                .receives(
                        125 * MS,
                        TIMEOUT,
                        1,
                        4,
                        320 * MS,
                        "(1, 3) came twice, (1, 2) was overtaken, (1, 1) is still older: the next fresh one is (1, 4).")
                .play();
    }

    @Test
    @Order(5)
    @Points(1)
    @DisplayName("receive: a new incarnation counts from 1 again, an earlier one never counts again")
    void incarnationsComeFirst() {
        new HeartbeatStory()
                .arrives(20 * MS, Parcel.heartbeat(3, 5))
                .arrives(30 * MS, Parcel.heartbeat(2, 9))
                .arrives(120 * MS, Parcel.heartbeat(4, 1))
                .arrives(130 * MS, Parcel.heartbeat(3, 6))
                .arrives(140 * MS, Parcel.heartbeat(1, 100))
                .arrives(220 * MS, Parcel.heartbeat(4, 2))
                .receives(0, TIMEOUT, 3, 5, 20 * MS, "It is the first.")
                .receives(
                        25 * MS,
                        TIMEOUT,
                        4,
                        1,
                        120 * MS,
                        "(2, 9) is of an earlier incarnation than (3, 5). After a restart the primary counts from 1:"
                                + " (4, 1) is fresh.")
                .receives(
                        125 * MS,
                        TIMEOUT,
                        4,
                        2,
                        220 * MS,
                        "(3, 6) and (1, 100) are of earlier incarnations than (4, 1).")
                .play();
    }

    @Test
    @Order(6)
    @Points(1)
    @DisplayName("receive: however much arrives that does not count, nobody waits longer for it, or gives up early")
    void aFloodDoesNotProlongTheWait() {
        HeartbeatStory story = new HeartbeatStory();
        Parcel garbage = Parcel.frame("garbage", "deadbeef");
        for (long at = 5; at < 1_000; at += 10) {
            story.arrives(at * MS, garbage);
        }
        story.arrives(299 * MS + MS / 2, garbage)
                .arrives(450 * MS, Parcel.heartbeat(1, 1))
                .nothing(0, TIMEOUT, "No heartbeat has arrived, and 300 ms have passed since receive was called.")
                .receives(310 * MS, TIMEOUT, 1, 1, 450 * MS, "It arrived among the garbage, at 450 ms.")
                .nothing(460 * MS, TIMEOUT, "Since (1, 1), no heartbeat has arrived.")
                .play();
        new HeartbeatStory()
                .connected()
                .unreachable(50 * MS)
                .arrives(120 * MS, Parcel.heartbeat(1, 1))
                .receives(
                        0, TIMEOUT, 1, 1, 120 * MS, "At 50 ms nobody was at the primary's port, at 120 ms it was back.")
                .play();
    }

    @Test
    @Order(7)
    @Points(1)
    @DisplayName("receive: what is no frame is ignored: too short, too long, or with other numbers in it")
    void malformedDatagramsAreIgnored() {
        Parcel next = Parcel.heartbeat(1, 0x0203);
        new HeartbeatStory()
                .arrives(10 * MS, Parcel.frame("a frame with incarnation 0", Frames.of(Parcel.CLUSTER, 0, 1)))
                .arrives(20 * MS, Parcel.heartbeat(1, 0x0101))
                .arrives(30 * MS, next.truncated(23))
                .arrives(40 * MS, next.truncated(8))
                .arrives(50 * MS, next.truncated(0))
                .arrives(60 * MS, next.longer(1))
                .arrives(70 * MS, next.longer(1_000))
                .arrives(80 * MS, Parcel.ofMagic(0x66746F6D, 1, 0x0203))
                .arrives(90 * MS, Parcel.magicBackwards(1, 0x0203))
                .arrives(100 * MS, Parcel.frame("a text", "48656c6c6f21"))
                .arrives(110 * MS, Parcel.frame("a frame with sequence number 0", Frames.of(Parcel.CLUSTER, 2, 0)))
                .arrives(250 * MS, next)
                .receives(
                        0,
                        TIMEOUT,
                        1,
                        0x0101,
                        20 * MS,
                        "It is the first that counts: where a number is below 1, it is no heartbeat.")
                .receives(
                        25 * MS,
                        TIMEOUT,
                        1,
                        0x0203,
                        250 * MS,
                        "Of what arrives between 25 and 250 ms nothing is a frame: it changes nothing, and ends nothing.")
                .play();
    }

    @Test
    @Order(8)
    @Points(1)
    @DisplayName("receive: what is not from the peer or not of the cluster is ignored")
    void foreignHeartbeatsAreIgnored() {
        new HeartbeatStory()
                .arrives(20 * MS, Parcel.heartbeat(1, 4).from(Parcel.OTHER_HOST))
                .arrives(30 * MS, Parcel.heartbeat(1, 5).from(Parcel.OTHER_PORT))
                .arrives(40 * MS, Parcel.ofCluster(8, 1, 6))
                .arrives(120 * MS, Parcel.heartbeat(1, 2))
                .arrives(130 * MS, Parcel.heartbeat(1, 8).from(Parcel.OTHER_HOST))
                .arrives(140 * MS, Parcel.heartbeat(1, 9).from(Parcel.OTHER_PORT))
                .arrives(150 * MS, Parcel.ofCluster(-7, 1, 10))
                .receives(0, TIMEOUT, 1, 2, 120 * MS, "The peer is at 192.0.2.1 port 7000, the cluster is 7.")
                .nothing(125 * MS, TIMEOUT, "The peer is at 192.0.2.1 port 7000, the cluster is 7.")
                .play();
    }
}
