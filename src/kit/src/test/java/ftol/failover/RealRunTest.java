package ftol.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.failover.check.Rules;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real processes, so nothing here depends on when something happens, only on what. */
@Timeout(120)
class RealRunTest {
    @Test
    void aKilledPrimaryIsReplacedAndTheClientsGoOn() throws InterruptedException {
        ReplicaRun run = longEnough(
                ms -> run().timeout(60_000).twoClients().think(1).kill(0, 400).until(ms), RealRunTest::node1Served);

        assertThat(kinds(run, 0)).contains(Event.Kind.START, Event.Kind.CRASH).doesNotContain(Event.Kind.CLOSED);
        assertThat(kinds(run, 1)).containsSubsequence(Event.Kind.START, Event.Kind.CLOSED, Event.Kind.ROLE);
        assertThat(run.events()).anyMatch(event -> event.kind() == Event.Kind.CRASH && event.time() >= 400_000_000);
        assertThat(node1Served(run.events())).isTrue();
        assertThat(run.events()).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    }

    @Test
    void timeCountsFromWhenBothNodesAreThere() throws InterruptedException {
        ReplicaRun run = run().kill(0, 200).until(400);

        assertThat(run.events())
                .allMatch(event -> event.time() >= 0)
                .filteredOn(event -> event.kind() == Event.Kind.START)
                .hasSize(2)
                .allMatch(event -> event.time() == 0);
    }

    @Test
    void aLiarIsNotNoticedAndWhatItForgetsIsFound() throws InterruptedException {
        ReplicaRun run = longEnough(
                ms -> run().timeout(60_000).lie(0, 300).until(ms),
                events -> events.stream().anyMatch(event -> event.kind() == Event.Kind.LIE)
                        && events.stream()
                                .dropWhile(event -> event.kind() != Event.Kind.LIE)
                                .anyMatch(event -> event.kind() == Event.Kind.DONE
                                        && event.text().equals(Event.APPEND))
                        && events.get(events.size() - 1).kind() == Event.Kind.DONE);

        assertThat(run.events()).anyMatch(event -> event.kind() == Event.Kind.LIE && event.node() == 0);
        assertThat(run.events())
                .noneMatch(event -> event.node() == 1
                        && event.kind() == Event.Kind.ROLE
                        && event.text().equals(Role.PRIMARY.name()));
        assertThat(run.lost()).isNotEmpty();
        assertThat(run.violation()).isPresent();
    }

    @Test
    void numbersThatMakeNoRunAreRefused() {
        assertThatThrownBy(() -> run().kill(2, 10)).hasMessage("There are nodes 0 and 1, but no node 2.");
        assertThatThrownBy(() -> run().kill(0, -1)).hasMessageContaining("from 0 to 15000, not -1");
        assertThatThrownBy(() -> run().until(20_000)).hasMessageContaining("not 20000");
        assertThatThrownBy(() -> run().timeout(200).until(100)).hasMessageContaining("more than two intervals");
        assertThatThrownBy(() -> RealRun.of("1c")).hasMessage("There is no notebook here.");
        assertThatThrownBy(() -> RealRun.of("1a")).hasMessageContaining("1c or 1d");
    }

    private static RealRun run() {
        return RealRun.of(Standby.class, Rules.ASYNCHRONOUS);
    }

    /** A run of a second, or a longer one if the machine is so busy that nothing came of that. */
    private static ReplicaRun longEnough(Run run, Predicate<List<Event>> enough) throws InterruptedException {
        ReplicaRun result = run.until(1_000);
        for (long ms = 2_000; ms < 15_000 && !enough.test(result.events()); ms *= 2) {
            result = run.until(ms);
        }
        return result;
    }

    private interface Run {
        ReplicaRun until(long ms) throws InterruptedException;
    }

    private static boolean node1Served(List<Event> events) {
        return Stream.of(Event.CLIENT, Event.CLIENT + 1).allMatch(client -> events.stream()
                .anyMatch(event -> event.kind() == Event.Kind.DONE && event.node() == client && event.peer() == 1));
    }

    private static List<Event.Kind> kinds(ReplicaRun run, int node) {
        return run.events().stream()
                .filter(event -> event.node() == node)
                .map(Event::kind)
                .toList();
    }
}
