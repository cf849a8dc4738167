package ftol.tests;

import static ftol.tests.DetectorStory.MS;

import ftol.check.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 1a, one rule of the contract each. The timeout is 300 ms. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DetectorExamples {
    private static final long TIMEOUT = 300 * MS;

    @Test
    @Order(1)
    @Points(1)
    @DisplayName("a silent primary is trusted until its timeout has passed, then suspected")
    void silenceLeadsToSuspicion() {
        new DetectorStory()
                .start(50 * MS, TIMEOUT)
                .trusts(50 * MS, "The primary has only just been started.")
                .trusts(350 * MS - 1, "It may stay silent for 300 ms, counted from start.")
                .suspects(350 * MS + 1, "It has been silent for more than 300 ms since start.")
                .suspects(9_000 * MS, "It is still silent.");
        // The same with a clock that passes the greatest long on the way.
        new DetectorStory(Long.MAX_VALUE - 100 * MS)
                .start(50 * MS, TIMEOUT)
                .trusts(90 * MS, "It may stay silent for 300 ms. Subtract times first, then compare.")
                .trusts(350 * MS - 1, "It may stay silent for 300 ms. Subtract times first, then compare.")
                .suspects(350 * MS + 1, "It has been silent for more than 300 ms. Subtract times first, then compare.");
    }

    @Test
    @Order(2)
    @Points(1)
    @DisplayName("a fresh heartbeat moves the deadline, even if others were lost before it")
    void freshHeartbeatMovesTheDeadline() {
        new DetectorStory()
                .start(0, TIMEOUT)
                .heartbeat(1, 100 * MS)
                .trusts(399 * MS, "300 ms count from the last fresh heartbeat, at 100 ms.")
                .heartbeat(5, 399 * MS)
                .trusts(698 * MS, "Heartbeats 2 to 4 were lost, but heartbeat 5 at 399 ms is fresh.")
                .suspects(700 * MS, "The last fresh heartbeat arrived more than 300 ms ago, at 399 ms.");
    }

    @Test
    @Order(3)
    @Points(1)
    @DisplayName("a heartbeat that was overtaken does not move the deadline")
    void staleHeartbeatDoesNotMoveTheDeadline() {
        new DetectorStory()
                .start(0, TIMEOUT)
                .heartbeat(1, 100 * MS)
                .heartbeat(3, 150 * MS)
                .heartbeat(2, 400 * MS)
                .trusts(449 * MS, "Heartbeat 3 at 150 ms is the last fresh one.")
                .suspects(451 * MS, "Heartbeat 2 was sent before heartbeat 3: it is no new sign of life.");
    }

    @Test
    @Order(4)
    @Points(1)
    @DisplayName("a duplicate does not move the deadline")
    void duplicateDoesNotMoveTheDeadline() {
        new DetectorStory()
                .start(0, TIMEOUT)
                .heartbeat(1, 100 * MS)
                .heartbeat(1, 250 * MS)
                .trusts(399 * MS, "Heartbeat 1 arrived at 100 ms; that it came twice does no harm.")
                .suspects(401 * MS, "The network delivered heartbeat 1 twice; the primary sent it once.");
    }

    @Test
    @Order(5)
    @Points(1)
    @DisplayName("a fresh heartbeat ends a suspicion, a duplicate does not")
    void freshHeartbeatEndsASuspicion() {
        new DetectorStory()
                .start(0, TIMEOUT)
                .heartbeat(1, 100 * MS)
                .suspects(500 * MS, "The last fresh heartbeat arrived more than 300 ms ago, at 100 ms.")
                .heartbeat(1, 510 * MS)
                .suspects(511 * MS, "A duplicate is no sign of life.")
                .heartbeat(2, 520 * MS)
                .trusts(520 * MS, "Heartbeat 2 is fresh: the primary was slow, not dead.")
                .trusts(819 * MS, "300 ms count from heartbeat 2, at 520 ms.")
                .suspects(821 * MS, "The last fresh heartbeat arrived more than 300 ms ago, at 520 ms.");
    }

    @Test
    @Order(6)
    @Points(1)
    @DisplayName("a stop notice is believed at once, and for good")
    void stopNoticeIsBelievedAtOnceAndForGood() {
        new DetectorStory()
                .start(0, TIMEOUT)
                .heartbeat(1, 100 * MS)
                .stopNotice(150 * MS)
                .suspects(150 * MS, "The primary has said that it stops; there is nothing to wait for.")
                .heartbeat(2, 160 * MS)
                .suspects(161 * MS, "After a stop notice no heartbeat counts: this one was still on its way.")
                .suspects(900 * MS, "Only start ends what a stop notice said.");
    }

    @Test
    @Order(7)
    @Points(1)
    @DisplayName("start forgets sequence numbers, deadline and stop notice")
    void startForgetsEverything() {
        new DetectorStory()
                .start(0, TIMEOUT)
                .heartbeat(7, 100 * MS)
                .stopNotice(150 * MS)
                .start(1_000 * MS, 200 * MS)
                .trusts(1_001 * MS, "start was called again: the stop notice came from the earlier primary.")
                .heartbeat(1, 1_100 * MS)
                .trusts(1_299 * MS, "Sequence numbers begin at 1 again, so heartbeat 1 at 1100 ms is fresh.")
                .suspects(1_301 * MS, "The timeout is 200 ms since start was called again.");
    }
}
