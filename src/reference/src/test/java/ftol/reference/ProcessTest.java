package ftol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.Event;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.check.Rules;
import ftol.failover.net.Client;
import ftol.failover.net.Cluster;
import ftol.failover.net.Program;
import java.time.Duration;
import java.util.List;
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
    /** For what must happen; only a failure takes this long. */
    private static final Duration LONG = Duration.ofSeconds(60);
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
        assertThat(client.read(LONG)).hasValue(List.of(entries));
        List<Event> events = cluster.events();
        assertThat(Rules.SYNCHRONOUS.check(events)).as(Event.text(events)).isEmpty();
    }
}
