package ftol.tests;

import static ftol.failover.Event.CLIENT;
import static ftol.failover.sim.Fault.Action.CRASH;
import static ftol.failover.sim.Fault.Action.CUT;
import static ftol.failover.sim.Fault.Action.DEAF;
import static ftol.failover.sim.Fault.Action.DELAY;
import static ftol.failover.sim.Fault.Action.DROP;
import static ftol.failover.sim.Fault.Action.LOSE;
import static ftol.failover.sim.Fault.Action.PAUSE;
import static ftol.failover.sim.Fault.Action.TWICE;
import static ftol.failover.sim.Incident.at;
import static ftol.tests.FaultRuns.DELAYS;
import static ftol.tests.FaultRuns.EVERYTHING;
import static ftol.tests.FaultRuns.story;

import ftol.check.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 1d: at most one node answers in each epoch, and nothing that was acknowledged is lost, whatever goes wrong. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SplitBrainTests {

    @Test
    @Order(1)
    @Points(1)
    @DisplayName("node 0 answers all clients, node 1 sends them there; while cut off from each other, neither answers")
    void noFault() {
        EVERYTHING.noFault();
        EVERYTHING.nobodyAnswersAlone();
    }

    @Test
    @Order(2)
    @Points(2)
    @DisplayName("nothing gets through between the nodes, or only one way: never two that answer")
    void partition() {
        EVERYTHING.stories(
                story(80, at(1, CUT, DEAF).lasting(600)), story(40, at(0, DEAF).lasting(600)));
    }

    @Test
    @Order(3)
    @Points(2)
    @DisplayName("a node is frozen for longer than the timeout, and goes on without noticing")
    void pause() {
        EVERYTHING.stories(
                story(80, at(0, PAUSE).lasting(600)), story(40, at(1, PAUSE).lasting(600)));
        ScriptedRuns.frozenInTurn();
    }

    @Test
    @Order(4)
    @Points(2)
    @DisplayName("a node crashes, at whatever moment, and comes back: nothing that was acknowledged is lost")
    void crash() {
        EVERYTHING.stories(story(150, at(0, CRASH)), story(100, at(1, CRASH)));
    }

    @Test
    @Order(5)
    @Points(2)
    @DisplayName("both nodes crash, and either comes back first; or nodes restart while nothing gets through")
    void bothCrash() {
        EVERYTHING.stories(story(150, at(0, CRASH), at(1, CRASH)), story(100, at(1, CRASH), at(0, CRASH)));
        ScriptedRuns.restartsWhileCut();
    }

    @Test
    @Order(6)
    @Points(1)
    @DisplayName("messages are lost, late, doubled and overtaken; only when it is too bad, the secondary takes over")
    void messages() {
        DELAYS.stories(
                story(60, at(1, DROP, DELAY, TWICE).when("HEARTBEAT")),
                story(60, at(0, PAUSE), at(1, DROP, DELAY, TWICE).when("HEARTBEAT")),
                story(60, at(1, PAUSE)));
        EVERYTHING.stories(
                story(100, at(1, DROP, DELAY, TWICE), at(0, CRASH)),
                story(60, at(0, DROP, DELAY, TWICE), at(0, CRASH)),
                story(60, at(CLIENT, DROP, DELAY), at(0, CRASH)),
                // A log that a heartbeat has overtaken comes after all, and the one after it is lost.
                story(
                                120,
                                at(1, DELAY).when("STATE").lasting(25),
                                at(1, DROP).when("STATE").within(25),
                                at(0, CRASH).within(60))
                        .ifPossible());
    }

    @Test
    @Order(7)
    @Points(2)
    @DisplayName("a node loses its disk and crashes once more; and all of this together, by chance")
    void anything() {
        EVERYTHING.stories(story(
                100,
                at(0, LOSE).lasting(60),
                at(0, CRASH).lasting(60),
                at(1, CRASH).lasting(600)));
        EVERYTHING.anything(12, 150);
    }
}
