package ftol.tests.hidden;

import static ftol.failover.Event.CLIENT;
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

/** Part 1c at the edges of the contract. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HiddenReplicaTests {

    @Test
    @Order(1)
    @Points(
            value = 2,
            hint = "What does your primary do when its connection to the secondary closes? It is to go on alone.")
    @DisplayName("when the secondary is gone, the primary goes on alone")
    void secondaryIsGone() {
        CRASHES.stories(story(120, at(1, CRASH, STOP), at(CLIENT, DROP).when("REPLY")), story(60, at(0, CRASH)));
    }

    @Test
    @Order(2)
    @Points(
            value = 2,
            hint =
                    "An answer may be lost, and the client asks again with a new request number. What happens to its entry,"
                            + " at the same node and at one that has taken over since?")
    @DisplayName("a client that lost its answer and asks again finds its entry in the log once")
    void lostAnswer() {
        CRASHES.stories(
                story(60, at(CLIENT, DROP).when("REPLY"), at(0, CRASH)),
                story(150, at(0, CRASH), at(CLIENT, DROP).when("REPLY")));
    }

    @Test
    @Order(3)
    @Points(
            value = 2,
            hint =
                    "A heartbeat that comes twice was sent once. From when does the timeout count if the second copy comes"
                            + " late, and the primary crashes in between?")
    @DisplayName("a late duplicate of a heartbeat does not put off the take-over")
    void lateDuplicate() {
        CRASHES.stories(story(
                200,
                at(1, TWICE).when("HEARTBEAT").lasting(150),
                at(0, CRASH),
                at(1, DROP).when("CLOSED")));
    }

    @Test
    @Order(4)
    @Points(
            value = 2,
            hint =
                    "The stop notice is the last thing that the primary sends. Is everything that it has acknowledged with"
                            + " the secondary by then?")
    @DisplayName("a stop after pauses and lost heartbeats loses nothing either")
    void stopAfterTrouble() {
        CRASHES.stories(
                story(80, at(0, PAUSE), at(0, STOP)),
                story(80, at(1, PAUSE), at(0, STOP)),
                story(80, at(1, DROP).when("HEARTBEAT"), at(0, STOP)));
    }

    @Test
    @Order(5)
    @Points(
            value = 2,
            hint =
                    "Which timers run in the secondary when something has just delayed a heartbeat, and which in a node that"
                            + " has just taken over?")
    @DisplayName("a secondary that is paused while the primary crashes takes over when it goes on")
    void pausedWhileThePrimaryCrashes() {
        CRASHES.stories(
                story(
                        150,
                        at(1, DELAY).when("HEARTBEAT").lasting(60),
                        at(0, CRASH),
                        at(1, PAUSE).lasting(60)),
                story(150, at(0, CRASH), at(1, PAUSE), at(1, DROP).when("CLOSED")));
    }

    @Test
    @Order(6)
    @Points(
            value = 2,
            hint =
                    "Your class breaks a rule in a run in which several things go wrong. Look at each method: is it right in"
                            + " both roles, and when it is called a second time?")
    @DisplayName("many more runs by chance")
    void anything() {
        CRASHES.anything(21, 600);
    }
}
