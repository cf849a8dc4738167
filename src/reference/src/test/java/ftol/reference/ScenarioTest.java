package ftol.reference;

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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ftol.failover.Event;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.check.Violation;
import ftol.failover.sim.Exploration;
import ftol.failover.sim.Exploration.Verdict;
import ftol.failover.sim.Explorer;
import ftol.failover.sim.HostedNode;
import ftol.failover.sim.Incident;
import ftol.failover.sim.Run;
import ftol.failover.sim.Scenario;
import ftol.failover.sim.Schedule;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The scenarios of the design that take place in the simulator, by their numbers. Those that are about sockets are tested
 * with real processes.
 */
class ScenarioTest {
    private static final long BUDGET = 400;

    private static Exploration told(Supplier<Node> replica, Scenario scenario, Incident... story) {
        Exploration result =
                Explorer.exploreStory(() -> new HostedNode(replica.get()), scenario, List.of(story), 1, BUDGET);
        assertThat(result.failure()).as(result.toString()).isEmpty();
        assertThat(result.faults()).as("faults").isGreaterThanOrEqualTo(story.length);
        return result;
    }

    private static Exploration async(Incident... story) {
        Exploration result = told(AsyncReplica::new, Scenario.CRASHES, story);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASSED);
        return result;
    }

    private static Exploration sync(Incident... story) {
        Exploration result = told(SyncReplica::new, Scenario.EVERYTHING, story);
        assertThat(result.takeOvers()).as("take-overs").isPositive();
        return result;
    }

    /** When node 1 began to lead, in milliseconds. */
    private static long takeOver(Supplier<Node> replica, String schedule) {
        Run run = Explorer.replay(replica, Schedule.parse(schedule));
        assertThat(run.violation()).map(Violation::text).isEmpty();
        return run.events().stream()
                        .filter(event -> event.kind() == Event.Kind.ROLE
                                && event.node() == 1
                                && event.text().equals(Role.PRIMARY.name()))
                        .findFirst()
                        .orElseThrow()
                        .time()
                / 1_000_000;
    }

    private static long end(Supplier<Node> replica, String schedule) {
        return Explorer.replay(replica, Schedule.parse(schedule)).events().stream()
                        .filter(event -> event.kind() == Event.Kind.CRASH || event.kind() == Event.Kind.STOP)
                        .findFirst()
                        .orElseThrow()
                        .time()
                / 1_000_000;
    }

    @Test
    @DisplayName("scenario 1: a stop notice; take-over at once, nothing lost")
    void stopNotice() {
        async(at(0, STOP));
        async(at(0, STOP), at(1, DROP).when("CLOSED"));
        assertThat(takeOver(AsyncReplica::new, "crashes:0.7stop") - end(AsyncReplica::new, "crashes:0.7stop"))
                .isEqualTo(Scenario.TRANSIT);
        sync(at(0, STOP));
    }

    @Test
    @DisplayName("scenario 2: the stop notice is lost; the closed connection or the timeout tells")
    void stopNoticeLost() {
        sync(at(0, STOP), at(1, DROP).when("STOP"));
        sync(at(0, STOP), at(1, DROP).when("STOP"), at(1, DROP).when("CLOSED"));
    }

    @Test
    @DisplayName("scenario 3: the stop notice comes late, in an epoch that is over; it is ignored")
    void stopNoticeOfAnOldEpoch() {
        sync(at(0, STOP), at(1, DELAY, TWICE).when("STOP"));
        sync(at(0, STOP), at(1, TWICE).when("STOP"), at(1, CRASH));
    }

    @Test
    @DisplayName("scenario 4: the primary crashes; one take-over, in the next epoch")
    void crash() {
        Exploration result = async(at(0, CRASH));
        assertThat(result.takeOversDue()).isEqualTo(result.faults());
        assertThat(result.takeOvers()).isEqualTo(result.faults());
        sync(at(0, CRASH));
        Run run = Explorer.replay(SyncReplica::new, Schedule.parse("everything:0.7crash600"));
        assertThat(run.events())
                .filteredOn(
                        event -> event.kind() == Event.Kind.ROLE && event.text().equals(Role.PRIMARY.name()))
                .extracting(Event::node, Event::epoch)
                .containsExactly(tuple(0, 1L), tuple(1, 2L));
    }

    @Test
    @DisplayName(
            "scenarios 5, 6, 8: frozen for longer than the timeout, then a zombie; it answers nobody and steps down")
    void zombie() {
        sync(at(0, PAUSE).lasting(600));
        sync(at(0, PAUSE).lasting(600), at(1, CRASH));
    }

    @Test
    @DisplayName("scenario 7: a pause shorter than the timeout; no take-over")
    void shortPause() {
        for (int node = 0; node <= 1; node++) {
            assertThat(told(SyncReplica::new, Scenario.DELAYS, at(node, PAUSE)).takeOvers())
                    .isZero();
            assertThat(told(AsyncReplica::new, Scenario.CRASHES, at(node, PAUSE))
                            .takeOvers())
                    .isZero();
        }
    }

    @Test
    @DisplayName("scenarios 10-13: partitions both ways and one way, and their healing; 1c splits, 1d does not")
    void partitions() {
        sync(at(1, CUT).lasting(600));
        sync(at(1, DEAF).lasting(600));
        // Node 1 hears the primary, so it does not take over; the primary hears no confirmation, so it answers nobody.
        told(SyncReplica::new, Scenario.EVERYTHING, at(0, DEAF).lasting(600));
        for (Incident cut : List.of(at(1, CUT), at(1, DEAF))) {
            Exploration split = Explorer.exploreStory(
                    () -> new HostedNode(new AsyncReplica()),
                    Scenario.PARTITIONS,
                    List.of(cut.lasting(600)),
                    1,
                    BUDGET);
            assertThat(split.failure().orElseThrow().violation())
                    .map(Violation::text)
                    .get()
                    .asString()
                    .startsWith("Split brain");
        }
    }

    @Test
    @DisplayName("scenarios 14, 15: heartbeats are lost and late; no take-over as long as the timeout is kept")
    void lostAndLate() {
        Incident disturbed = at(1, DROP, DELAY).when("HEARTBEAT");
        assertThat(told(SyncReplica::new, Scenario.DELAYS, disturbed).takeOvers())
                .isZero();
        assertThat(told(AsyncReplica::new, Scenario.CRASHES, disturbed).takeOvers())
                .isZero();
        async(disturbed, at(0, CRASH));
    }

    @Test
    @DisplayName("scenario 16: doubled and overtaken messages; a stale heartbeat never puts off a take-over")
    void doubledAndOvertaken() {
        async(
                at(1, TWICE).when("HEARTBEAT").lasting(150),
                at(0, CRASH),
                at(1, DROP).when("CLOSED"));
        sync(at(1, TWICE, DELAY), at(0, CRASH));
        sync(at(0, TWICE, DELAY), at(0, CRASH));
    }

    @Test
    @DisplayName("scenarios 18, 19: the connection ends though both live; the higher epoch wins")
    void reset() {
        sync(at(1, RESET));
        sync(at(0, RESET), at(1, CRASH));
    }

    @Test
    @DisplayName("scenario 20: the secondary dies; 1c goes on alone, 1d answers when it is back")
    void secondaryDies() {
        assertThat(told(AsyncReplica::new, Scenario.CRASHES, at(1, CRASH)).takeOvers())
                .isZero();
        assertThat(told(SyncReplica::new, Scenario.EVERYTHING, at(1, CRASH)).failure())
                .isEmpty();
    }

    @Test
    @DisplayName("scenarios 21-23: both die, either comes back first; the epoch is on the disk, nothing is lost")
    void bothDie() {
        sync(at(0, CRASH), at(1, CRASH));
        sync(at(1, CRASH), at(0, CRASH));
        sync(at(0, LOSE), at(1, CRASH));
        sync(at(1, LOSE), at(0, CRASH));
    }

    @Test
    @DisplayName("scenarios 24, 25: simultaneous and lone start; exactly one primary, and a node without a log waits")
    void starts() {
        for (String scenario : List.of("crashes:", "everything:")) {
            Supplier<Node> replica = scenario.startsWith("c") ? AsyncReplica::new : SyncReplica::new;
            Run run = Explorer.replay(replica, Schedule.parse(scenario));
            assertThat(run.violation()).map(Violation::text).isEmpty();
            assertThat(run.events())
                    .filteredOn(event ->
                            event.kind() == Event.Kind.ROLE && event.text().equals(Role.PRIMARY.name()))
                    .extracting(Event::node)
                    .containsExactly(0);
        }
        sync(at(1, LOSE), at(0, CRASH), at(0, CRASH));
    }

    @Test
    @DisplayName("scenarios 26, 27: after a crash, 1c loses the last moments at most, 1d nothing")
    void whatIsLost() {
        async(at(0, CRASH));
        async(at(0, PAUSE), at(0, CRASH));
        sync(at(0, CRASH), at(1, CUT, DEAF));
    }

    @Test
    @DisplayName(
            "scenarios 28, 29: a crash between replication and answer; the retry is answered, its entry there once")
    void retries() {
        async(at(0, CRASH), at(CLIENT, DROP).when("REPLY"));
        async(at(CLIENT, DROP).when("REPLY"), at(0, CRASH));
        sync(at(CLIENT, DROP).when("REPLY"), at(0, CRASH));
        sync(at(0, CRASH).when("ACK"));
    }

    @Test
    @DisplayName("scenarios 35, 36: clients at the wrong node are sent on, and reject answers of an older epoch")
    void clients() {
        Run run = Explorer.replay(SyncReplica::new, Schedule.parse("everything:"));
        assertThat(run.events())
                .anyMatch(event -> event.node() == 1 && event.text().equals(Event.REDIRECT));
        sync(at(CLIENT, DELAY).when("REPLY").lasting(600), at(0, CRASH));
        sync(at(CLIENT + 1, DELAY).when("REPLY").lasting(600), at(0, CRASH));
    }
}
