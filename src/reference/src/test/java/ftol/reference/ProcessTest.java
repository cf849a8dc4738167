package ftol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.Event;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.check.Epochs;
import ftol.failover.check.OnePrimary;
import ftol.failover.check.Rules;
import ftol.failover.net.Client;
import ftol.failover.net.Cluster;
import ftol.failover.net.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Both references in real processes, to which the design's scenarios happen, by their numbers. Nothing here depends on how
 * fast the machine is: what must happen is waited for, and what must not happen cannot at any speed, since the timeout is
 * {@link #NEVER} where nobody is to be suspected.
 */
@Timeout(300)
class ProcessTest {
    private static final int FAULTS = Integer.getInteger("ftol.faults", 20);

    /** For what must happen; only a failure takes this long. */
    private static final Duration LONG = Duration.ofSeconds(60);
    /** For what cannot happen. */
    private static final Duration SHORT = Duration.ofMillis(300);
    /** A timeout that does not pass during a test, in milliseconds. */
    private static final int NEVER = 600_000;

    private static final Cluster.Settings CALM = Cluster.Settings.USUAL.times(100, NEVER);

    private Cluster cluster;
    private Client client;

    private void start(Class<? extends Node> replica, Cluster.Settings settings) throws InterruptedException {
        cluster = Cluster.start(Program.of(replica), settings);
        client = cluster.client(0);
    }

    @AfterEach
    void close() {
        if (cluster != null) {
            cluster.close();
            assertThat(cluster.isUp(0) || cluster.isUp(1)).isFalse();
        }
    }

    @Test
    void scenario1_aStopNoticeMeansTakeOverAtOnce() throws InterruptedException {
        start(SyncReplica.class, CALM);
        append("a1");
        int before = cluster.eventCount();
        cluster.stop(0);
        assertThat(cluster.awaitPrimary(before, 1, LONG).epoch()).isEqualTo(2);
        assertThat(cluster.events())
                .anyMatch(event -> event.kind() == Event.Kind.RECEIVE
                        && event.node() == 1
                        && event.text().equals("STOP"))
                .anyMatch(event -> event.kind() == Event.Kind.STOP && event.node() == 0);
        cluster.restart(0);
        append("a2");
        assertLogIs("a1", "a2");
    }

    @Test
    void scenario4_killIsNoticedByTheClosedConnection() throws InterruptedException {
        start(SyncReplica.class, CALM);
        append("a1");
        int before = cluster.eventCount();
        cluster.kill(0);
        assertThat(cluster.awaitPrimary(before, 1, LONG).epoch()).isEqualTo(2);
        assertThat(cluster.events())
                .filteredOn(
                        event -> event.kind() == Event.Kind.ROLE && event.text().equals(Role.PRIMARY.name()))
                .hasSize(2);
        cluster.restart(0);
        append("a2");
        assertLogIs("a1", "a2");
    }

    @Test
    void scenarios5And6_aFrozenPrimaryIsReplacedAndStepsDownWhenItWakes() throws InterruptedException {
        start(SyncReplica.class, Cluster.Settings.USUAL);
        append("a1");
        cluster.freeze(0);
        cluster.awaitPrimary(0, 1, LONG);
        cluster.thaw(0);
        awaitFollowing(0, 2);
        append("a2");
        assertLogIs("a1", "a2");
    }

    @Test
    void scenario8_aSecondaryThatWasFrozenReadsWhatArrivedBeforeItSuspectsAnybody() throws InterruptedException {
        start(SyncReplica.class, Cluster.Settings.USUAL.times(100, 2_000));
        append("a1");
        int before = cluster.eventCount();
        cluster.freeze(1);
        // Until its timer is long due, by the primary's clock: it sends a heartbeat every 100 ms.
        awaitHeartbeats(before, Event.Kind.SEND, 0, 24);
        cluster.thaw(1);
        awaitHeartbeats(before, Event.Kind.RECEIVE, 1, 24);
        assertThat(cluster.events())
                .noneMatch(event -> event.node() == 1
                        && event.kind() == Event.Kind.ROLE
                        && event.text().equals(Role.PRIMARY.name()));
    }

    @Test
    void scenarios10And13_inAPartitionNobodyAcknowledgesAloneAndTheHigherEpochWins() throws InterruptedException {
        start(SyncReplica.class, Cluster.Settings.USUAL.throughProxy());
        append("a1");
        cluster.cut(0, 1);
        cluster.cut(1, 0);
        cluster.awaitPrimary(0, 1, LONG);
        assertThat(client.append("a2", SHORT)).isFalse();
        assertThat(cluster.client(1).append("b1", SHORT)).isFalse();
        cluster.heal(0, 1);
        cluster.heal(1, 0);
        awaitFollowing(0, 2);
        append("a3");
        assertSafe();
    }

    @Test
    void scenario10_withoutEpochsTheBrainSplits() throws InterruptedException {
        start(AsyncReplica.class, Cluster.Settings.USUAL.throughProxy());
        append("a1");
        cluster.cut(0, 1);
        cluster.cut(1, 0);
        cluster.awaitPrimary(0, 1, LONG);
        assertThat(cluster.client(1).append("b1", LONG)).isTrue();
        append("a2");
        // The client may know of the answer before the node's own report of it has come.
        cluster.await(
                0,
                event -> event.node() == 0
                        && event.kind() == Event.Kind.SEND
                        && event.text().equals(Event.REPLY)
                        && event.log().contains("a2"),
                LONG);
        assertThat(OnePrimary.check(cluster.events())).isPresent();
    }

    @Test
    void scenario11_aPrimaryThatIsNotHeardStepsDown() throws InterruptedException {
        start(SyncReplica.class, Cluster.Settings.USUAL.throughProxy());
        append("a1");
        cluster.cut(0, 1);
        cluster.awaitPrimary(0, 1, LONG);
        awaitFollowing(0, 2);
        cluster.heal(0, 1);
        append("a2");
        assertSafe();
    }

    @Test
    void scenario12_aPrimaryThatDoesNotHearAcknowledgesNothing() throws InterruptedException {
        start(SyncReplica.class, CALM.throughProxy());
        append("a1");
        cluster.cut(1, 0);
        assertThat(client.append("a2", SHORT)).isFalse();
        cluster.heal(1, 0);
        append("a2");
        assertLogIs("a1", "a2");
        assertThat(primaries()).isEqualTo(1);
    }

    @Test
    void scenarios14And16_lostDoubledAndOvertakenHeartbeatsDoNotHurt() throws InterruptedException {
        start(SyncReplica.class, Cluster.Settings.USUAL.times(20, 2_000).throughProxy());
        cluster.proxy()
                .direction(0, 1)
                .seed(7)
                .drop(0.3)
                .duplicate(0.3)
                .reorder(0.3)
                .slice(7);
        append("a1");
        awaitHeartbeats(0, Event.Kind.RECEIVE, 1, 60);
        append("a2");
        assertLogIs("a1", "a2");
        List<Long> numbers = cluster.events().stream()
                .filter(event -> event.node() == 1
                        && event.kind() == Event.Kind.RECEIVE
                        && event.text().equals("HEARTBEAT"))
                .map(Event::number)
                .toList();
        assertThat(Set.copyOf(numbers)).as("some came twice").hasSizeLessThan(numbers.size());
        assertThat(numbers)
                .as("some were overtaken")
                .isNotEqualTo(numbers.stream().sorted().toList());
    }

    @Test
    void scenario15_lateIsSuspectedAndThenTrustedAgain() throws InterruptedException {
        start(SyncReplica.class, Cluster.Settings.USUAL.throughProxy());
        append("a1");
        cluster.proxy().direction(0, 1).delay(1_000);
        cluster.awaitPrimary(0, 1, LONG);
        cluster.proxy().direction(0, 1).delay(0);
        append("a2");
        assertSafe();
    }

    @Test
    void scenario18_aHalfOpenConnectionStopsNeitherHeartbeatsNorClients() throws InterruptedException {
        start(SyncReplica.class, CALM.throughProxy());
        append("a1");
        cluster.proxy().direction(0, 1).cutConnections();
        int before = cluster.eventCount();
        assertThat(client.append("a2", SHORT)).isFalse();
        awaitHeartbeats(before, Event.Kind.RECEIVE, 1, 3);
        assertThat(primaries()).isEqualTo(1);
        cluster.proxy().direction(0, 1).heal();
        append("a3");
        assertSafe();
    }

    @Test
    void scenario19_aResetConnectionIsMadeAgainBeforeAnybodyIsToldItClosed() throws InterruptedException {
        start(SyncReplica.class, CALM.throughProxy());
        for (int i = 1; i <= FAULTS; i++) {
            append("a" + i);
            cluster.proxy().reset();
        }
        append("last");
        assertThat(cluster.events()).noneMatch(event -> event.kind() == Event.Kind.CLOSED);
        assertThat(primaries()).isEqualTo(1);
        assertSafe();
    }

    @Test
    void damagedBytesAreNoticedAndTheConnectionIsMadeAgain() throws InterruptedException {
        start(SyncReplica.class, CALM.throughProxy());
        cluster.proxy().direction(0, 1).seed(3).corrupt(0.5);
        cluster.proxy().direction(1, 0).seed(4).corrupt(0.5);
        for (int i = 1; i <= 5; i++) {
            append("a" + i);
        }
        cluster.proxy().direction(0, 1).corrupt(0);
        cluster.proxy().direction(1, 0).corrupt(0);
        append("last");
        assertLogIs("a1", "a2", "a3", "a4", "a5", "last");
        assertThat(cluster.rejected(0) + cluster.rejected(1)).isPositive();
    }

    @Test
    void scenario20_withoutItsSecondaryThePrimaryAcknowledgesNothing() throws InterruptedException {
        start(SyncReplica.class, CALM);
        append("a1");
        cluster.kill(1);
        assertThat(client.append("a2", SHORT)).isFalse();
        cluster.restart(1);
        append("a3");
        assertSafe();
    }

    @Test
    void scenarios21To25_bothDieAndComeBackAloneOrTogether() throws InterruptedException {
        start(SyncReplica.class, Cluster.Settings.USUAL);
        append("a1");
        cluster.kill(1);
        cluster.kill(0);
        // A lone start: it waits for the other one.
        cluster.restart(1);
        assertThat(client.append("a2", SHORT)).isFalse();
        cluster.restart(0);
        append("a3");
        cluster.kill(0);
        cluster.kill(1);
        cluster.restart(0);
        cluster.restart(1);
        append("a4");
        cluster.kill(1);
        cluster.restartWithoutDisk(1);
        append("a5");
        cluster.kill(0);
        cluster.restart(0);
        append("a6");
        List<String> log = assertSafe();
        assertThat(log).contains("a1", "a3", "a4", "a5", "a6");
    }

    @Test
    void scenario26_withoutWaitingACrashLosesNoMoreThanTheLastMoments() throws InterruptedException {
        start(AsyncReplica.class, CALM);
        int before = cluster.eventCount();
        for (int i = 1; i <= 200; i++) {
            append("a" + i);
        }
        // On a fast machine all that may be done before the first backup.
        cluster.await(
                before,
                event -> event.kind() == Event.Kind.RECEIVE
                        && event.node() == 1
                        && event.text().equals("STATE")
                        && !event.log().isEmpty(),
                LONG);
        cluster.kill(0);
        cluster.awaitPrimary(before, 1, LONG);
        append("last");
        assertThat(client.read(LONG)).isPresent();
        List<Event> events = cluster.events();
        // What node 1 was sent last is what it goes on with.
        List<String> backup = events.stream()
                .filter(event -> event.kind() == Event.Kind.RECEIVE
                        && event.node() == 1
                        && event.text().equals("STATE"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .log();
        assertThat(client.read(LONG).orElseThrow())
                .startsWith(backup.toArray(String[]::new))
                .contains("last");
        assertThat(OnePrimary.check(events)).isEmpty();
    }

    @Test
    void scenarios27To29_whatWasAcknowledgedIsThereOnceHoweverOftenItIsAsked() throws InterruptedException {
        start(SyncReplica.class, CALM);
        for (int i = 1; i <= 50; i++) {
            append("a" + i);
        }
        cluster.kill(0);
        cluster.restart(0);
        // The same once more, as after an answer that was lost with the old primary.
        append("a50");
        append("a1");
        List<String> log = client.read(LONG).orElseThrow();
        assertThat(log)
                .hasSize(50)
                .doesNotHaveDuplicates()
                .startsWith("a1", "a2")
                .endsWith("a50");
        assertThat(Epochs.check(cluster.events())).isEmpty();
    }

    @Test
    void scenario35_aClientAtTheWrongNode() throws InterruptedException {
        start(SyncReplica.class, CALM);
        assertThat(cluster.client(1).append("b1", LONG)).isTrue();
        assertThat(cluster.events()).anyMatch(event -> event.text().equals(Event.REDIRECT) && event.node() == 1);
        assertLogIs("b1");
    }

    /** Also scenario 44, as far as it is about what is left of nodes that have ended. More with -Dftol.faults=300. */
    @Test
    // A thousand of them take minutes; each wait has a limit of its own.
    @Timeout(3_600)
    void scenario45_manyFailuresInARow() throws InterruptedException {
        start(SyncReplica.class, CALM);
        List<String> acknowledged = new ArrayList<>();
        long epoch = 1;
        for (int i = 1; i <= FAULTS; i++) {
            append("a" + i);
            acknowledged.add("a" + i);
            int primary = leader();
            int before = cluster.eventCount();
            if (i % 4 == 0) {
                cluster.stop(primary);
            } else {
                cluster.kill(primary);
            }
            Event takeOver = cluster.awaitPrimary(before, 1 - primary, LONG);
            assertThat(takeOver.epoch()).isGreaterThan(epoch);
            epoch = takeOver.epoch();
            cluster.restart(primary);
        }
        append("last");
        assertThat(assertSafe()).containsAll(acknowledged).endsWith("last");
    }

    /** The node that was primary in the highest epoch so far. */
    private int leader() {
        return cluster.events().stream()
                .filter(event -> event.kind() == Event.Kind.ROLE && event.text().equals(Role.PRIMARY.name()))
                .max(Comparator.comparingLong(Event::epoch))
                .orElseThrow()
                .node();
    }

    private void awaitHeartbeats(int after, Event.Kind kind, int node, int count) throws InterruptedException {
        AtomicInteger seen = new AtomicInteger();
        cluster.await(
                after,
                event -> event.kind() == kind
                        && event.node() == node
                        && event.text().equals("HEARTBEAT")
                        && seen.incrementAndGet() == count,
                LONG);
    }

    /** How often a node has become the primary. */
    private long primaries() {
        return cluster.events().stream()
                .filter(event -> event.kind() == Event.Kind.ROLE && event.text().equals(Role.PRIMARY.name()))
                .count();
    }

    /** Until this node has reported that it is the secondary in this epoch or a higher one. */
    private void awaitFollowing(int node, long epoch) throws InterruptedException {
        cluster.await(
                0,
                event -> event.node() == node
                        && event.kind() == Event.Kind.ROLE
                        && event.text().equals(Role.SECONDARY.name())
                        && event.epoch() >= epoch,
                LONG);
    }

    private void append(String entry) throws InterruptedException {
        assertThat(client.append(entry, LONG)).as("acknowledged " + entry).isTrue();
    }

    private void assertLogIs(String... entries) throws InterruptedException {
        assertThat(assertSafe()).containsExactly(entries);
    }

    /** No rule was broken up to now, given the log that is returned. */
    private List<String> assertSafe() throws InterruptedException {
        List<String> log = client.read(LONG).orElseThrow();
        List<Event> events = cluster.events();
        assertThat(Rules.SYNCHRONOUS.check(events)).as(Event.text(events)).isEmpty();
        return log;
    }
}
