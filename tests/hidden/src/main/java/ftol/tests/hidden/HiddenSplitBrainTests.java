package ftol.tests.hidden;

import static ftol.failover.Event.CLIENT;
import static ftol.failover.sim.Fault.Action.CRASH;
import static ftol.failover.sim.Fault.Action.CUT;
import static ftol.failover.sim.Fault.Action.DEAF;
import static ftol.failover.sim.Fault.Action.DELAY;
import static ftol.failover.sim.Fault.Action.DROP;
import static ftol.failover.sim.Fault.Action.LOSE;
import static ftol.failover.sim.Fault.Action.PAUSE;
import static ftol.failover.sim.Fault.Action.RESET;
import static ftol.failover.sim.Fault.Action.STOP;
import static ftol.failover.sim.Fault.Action.TWICE;
import static ftol.failover.sim.Incident.at;
import static ftol.tests.FaultRuns.EVERYTHING;
import static ftol.tests.FaultRuns.story;

import ftol.check.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 1d, the nastier faults. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HiddenSplitBrainTests {

    @Test
    @Order(1)
    @Points(
            value = 2,
            hint =
                    "A node whose disk was lost (Boot.DISK_LOST) knows nothing, not even that it knows nothing new. What may"
                            + " it do before it has been given the log, and how does it get it?")
    @DisplayName("a node loses its disk, then the other one fails")
    void diskLost() {
        EVERYTHING.stories(
                story(80, at(0, LOSE)),
                story(40, at(1, LOSE)),
                story(120, at(1, LOSE), at(0, CRASH)),
                story(80, at(0, LOSE), at(1, CRASH)),
                // It restarts once more before it has been given the log.
                story(
                        150,
                        at(0, LOSE).lasting(60),
                        at(0, CRASH).lasting(60),
                        at(1, CRASH).lasting(600)));
    }

    @Test
    @Order(2)
    @Points(
            value = 1,
            hint =
                    "A closed connection does not prove that the peer has crashed. Suppose that both nodes are told so while"
                            + " both live: who leads, in which epoch?")
    @DisplayName("the network ends the connection though both nodes are alive")
    void reset() {
        EVERYTHING.stories(
                story(80, at(1, RESET)), story(80, at(0, RESET), at(1, CRASH)), story(80, at(1, RESET), at(0, CRASH)));
    }

    @Test
    @Order(3)
    @Points(
            value = 1,
            hint =
                    "A node that was asked to stop comes back later with what it had persisted. Which role and which epoch"
                            + " does it begin with?")
    @DisplayName("nodes are asked to stop, one after the other, and come back")
    void stops() {
        EVERYTHING.stories(
                story(100, at(0, STOP), at(1, STOP)),
                story(60, at(1, STOP), at(0, CRASH)),
                // It knows the epoch, but has no log when it is stopped, and the other one has just come back.
                story(
                                120,
                                at(1, LOSE).lasting(10),
                                at(1, DROP).when("STATE").within(120),
                                at(0, CRASH).within(30).lasting(10),
                                at(1, STOP).within(60))
                        .ifPossible());
    }

    @Test
    @Order(4)
    @Points(
            value = 1,
            hint =
                    "An answer may be lost, and the client asks again, perhaps a node that has taken over since. Is its entry"
                            + " in the log once, and is it answered?")
    @DisplayName("a client that lost its answer asks a node that has taken over")
    void lostAnswer() {
        EVERYTHING.stories(
                story(120, at(CLIENT, DROP).when("REPLY"), at(0, CRASH).lasting(600)),
                story(60, at(CLIENT, DROP).when("REPLY"), at(1, CUT).lasting(600)));
    }

    @Test
    @Order(5)
    @Points(
            value = 1,
            hint =
                    "While nothing gets through, each node may believe something else. What does a node have to know before"
                            + " it acknowledges, and what does it forget when it crashes?")
    @DisplayName("a node crashes while nothing gets through")
    void crashInPartition() {
        EVERYTHING.stories(
                story(120, at(1, CUT, DEAF).lasting(600), at(0, CRASH)),
                story(120, at(1, CUT, DEAF).lasting(600), at(1, CRASH)),
                story(80, at(0, DEAF).lasting(600), at(1, CRASH)));
    }

    @Test
    @Order(6)
    @Points(
            value = 1,
            hint =
                    "A confirmation may come late: from an earlier epoch, or for less than the answer rests on. Which answers"
                            + " does it release?")
    @DisplayName("late confirmations and late states, before and after a take-over")
    void lateMessages() {
        EVERYTHING.stories(
                story(120, at(0, DELAY).when("ACK"), at(1, CUT, DEAF).lasting(600)),
                story(120, at(1, DELAY).when("STATE"), at(0, CRASH)),
                story(100, at(0, PAUSE).lasting(600), at(1, CRASH)),
                // A log comes again two epochs later, when its receiver is the secondary again.
                story(
                        200,
                        at(1, TWICE).when("STATE").lasting(250),
                        at(0, RESET).within(120),
                        at(0, RESET).within(120),
                        at(0, CRASH).within(150).lasting(600)));
    }

    @Test
    @Order(7)
    @Points(
            value = 1,
            hint =
                    "Your class breaks a rule in a run in which several things go wrong. Look at each message: what if it"
                            + " comes late, twice, or in an epoch that is over?")
    @DisplayName("many more runs by chance")
    void anything() {
        EVERYTHING.anything(22, 250);
    }
}
