package ftol.tests;

import static ftol.failover.sim.Fault.Action.CRASH;
import static ftol.failover.sim.Fault.Action.DELAY;
import static ftol.failover.sim.Fault.Action.DROP;
import static ftol.failover.sim.Fault.Action.PAUSE;
import static ftol.failover.sim.Fault.Action.STOP;
import static ftol.failover.sim.Fault.Action.TWICE;
import static ftol.failover.sim.Incident.at;
import static ftol.tests.FaultRuns.CRASHES;
import static ftol.tests.FaultRuns.story;

import ftol.check.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 1c: crashes and stops, short pauses, lost, late and doubled heartbeats, lost answers to clients. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaTests {

    @Test
    @Order(1)
    @Points(2)
    @DisplayName("without a fault, node 0 answers all clients, and node 1 sends them there")
    void noFault() {
        CRASHES.noFault();
    }

    @Test
    @Order(2)
    @Points(3)
    @DisplayName("when the primary crashes, at whatever moment, the secondary takes over at once and goes on")
    void crash() {
        CRASHES.stories(story(200, at(0, CRASH)));
    }

    @Test
    @Order(3)
    @Points(3)
    @DisplayName("a crash that closes no connection is noticed by the timeout, whatever interval and timeout are")
    void silence() {
        CRASHES.stories(story(200, at(0, CRASH), at(1, DROP).when("CLOSED")));
        ScriptedRuns.otherTimes();
    }

    @Test
    @Order(4)
    @Points(3)
    @DisplayName("a primary that is asked to stop says so, loses nothing, and the secondary takes over at once")
    void stop() {
        CRASHES.stories(
                story(100, at(0, STOP)), story(100, at(0, STOP), at(1, DROP).when("CLOSED")));
    }

    @Test
    @Order(5)
    @Points(3)
    @DisplayName("lost, late and doubled heartbeats alone are no reason to take over, a crash after them is")
    void heartbeats() {
        CRASHES.stories(
                story(200, at(1, DROP, DELAY, TWICE).when("HEARTBEAT"), at(0, CRASH)),
                // One that comes late puts off no take-over; where the connection closes, it could not.
                story(
                        60,
                        at(1, TWICE).when("HEARTBEAT").lasting(150),
                        at(0, CRASH),
                        at(1, DROP).when("CLOSED")),
                // Nor does one that comes after younger ones.
                story(
                        60,
                        at(1, TWICE).when("HEARTBEAT").lasting(150),
                        at(1, TWICE).when("HEARTBEAT").lasting(150),
                        at(0, CRASH),
                        at(1, DROP).when("CLOSED")));
    }

    @Test
    @Order(6)
    @Points(2)
    @DisplayName("pauses shorter than the timeout are no reason to take over, a crash after them is")
    void pauses() {
        CRASHES.stories(story(100, at(0, PAUSE), at(0, CRASH)), story(100, at(1, PAUSE), at(0, CRASH)));
    }

    @Test
    @Order(7)
    @Points(2)
    @DisplayName("all of this together, by chance")
    void anything() {
        CRASHES.anything(11, 300);
    }
}
