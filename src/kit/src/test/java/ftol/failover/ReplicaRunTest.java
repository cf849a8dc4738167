package ftol.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.NotWrittenYet;
import ftol.check.SubmissionFailure;
import ftol.failover.sim.Script.What;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReplicaRunTest {
    private static final long MS = 1_000_000;

    @Test
    void withoutAFaultNothingIsLostAndTheEndIsRead() {
        ReplicaRun run = ReplicaRun.of(Standby::new).until(1000);

        assertThat(takeOver(run)).isEqualTo(-1);
        assertThat(run.acknowledged()).startsWith("a1", "a2").hasSizeGreaterThan(10);
        assertThat(run.lost()).isEmpty();
        Event last = run.events().get(run.events().size() - 1);
        assertThat(last.kind()).isEqualTo(Event.Kind.DONE);
        assertThat(last.log()).isEqualTo(run.acknowledged());
    }

    @Test
    void aCrashIsNoticedByTheClosedConnectionAndLosesTheLastMoments() {
        ReplicaRun run = ReplicaRun.of(Standby::new).think(10).crash(0, 490).until(1000);

        assertThat(times(run, Event.Kind.CRASH, 0)).containsExactly(490L);
        assertThat(takeOver(run)).isEqualTo(500);
        assertThat(run.lost()).isNotEmpty().isEqualTo(run.acknowledged(401, 490));
        assertThat(run.acknowledged()).containsAll(run.lost());
    }

    @Test
    void whenTheWholeMachineIsGoneOnlyTheSilenceTells() {
        ReplicaRun run = ReplicaRun.of(Standby::new)
                .every(50)
                .timeout(200)
                .powerOff(0, 490)
                .until(1000);

        // The last state left at 450.
        assertThat(takeOver(run)).isEqualTo(450 + 10 + 200);
    }

    @Test
    void whoStopsSaysSo() {
        ReplicaRun run = ReplicaRun.of(Standby::new).stop(0, 490).until(1000);

        assertThat(takeOver(run)).isEqualTo(500);
        assertThat(run.lost()).isEmpty();
    }

    @Test
    void heartbeatsAreLostAndLateByTheirNumbers() {
        ReplicaRun run = ReplicaRun.of(Standby::new).lost(2, 3).late(4, 250).until(600);

        assertThat(run.events().stream()
                        .filter(event -> event.kind() == Event.Kind.RECEIVE
                                && event.text().equals("HEARTBEAT"))
                        .map(event -> event.time() / MS))
                .containsExactly(10L, 410L, 510L, 550L, 610L);
    }

    @Test
    void aCutSplitsThemAndOneWayIsEnough() {
        for (ReplicaRun run : List.of(
                ReplicaRun.of(Standby::new).twoClients().cut(300, 900).until(1000),
                ReplicaRun.of(Standby::new).twoClients().cutFrom(0, 300, 900).until(1000))) {
            assertThat(takeOver(run)).isEqualTo(510);
            assertThat(run.lost()).isNotEmpty().allMatch(entry -> entry.startsWith("b"));
        }
        ReplicaRun other =
                ReplicaRun.of(Standby::new).twoClients().cutFrom(1, 300, 900).until(1000);
        assertThat(takeOver(other)).isEqualTo(-1);
    }

    @Test
    void whoIsFrozenGoesOnLater() {
        ReplicaRun run = ReplicaRun.of(Standby::new).freeze(0, 300, 900).until(1200);

        assertThat(times(run, Event.Kind.PAUSE, 0)).containsExactly(300L);
        assertThat(times(run, Event.Kind.RESUME, 0)).containsExactly(900L);
        assertThat(times(run, Event.Kind.SEND, 0)).noneMatch(time -> time > 300 && time < 900);
        assertThat(takeOver(run)).isEqualTo(510);
    }

    @Test
    void whoCrashedCanBeStartedAgain() {
        ReplicaRun run =
                ReplicaRun.of(Standby::new).crash(1, 300).restart(1, 500).until(800);

        assertThat(times(run, Event.Kind.START, 1)).containsExactly(0L, 500L);
    }

    @Test
    void aLiarAcknowledgesAndForgets() {
        ReplicaRun run = ReplicaRun.of(Standby::new).lie(0, 300).crash(0, 550).until(900);

        Event read = run.events().get(run.events().size() - 1);
        assertThat(read.log()).doesNotContainAnyElementsOf(run.lost());
        assertThat(run.lost()).isNotEmpty();
    }

    @Test
    void theSameRunGivesTheSameEvents() {
        assertThat(ReplicaRun.of(Standby::new).twoClients().crash(0, 333).until(1000))
                .isEqualTo(
                        ReplicaRun.of(Standby::new).twoClients().crash(0, 333).until(1000));
    }

    @Test
    void aFailedScheduleIsRepeatedWithWhatItBroke() {
        ReplicaRun run = ReplicaRun.replay(Standby::new, "partitions:1.1cut600");

        assertThat(run.title()).isEqualTo("partitions:1.1cut600");
        assertThat(run.violation().orElseThrow().text()).startsWith("Split brain");
    }

    @Test
    void whatAReplicaThrowsComesOut() {
        assertThatThrownBy(() -> ReplicaRun.of(Unwritten::new).until(100)).isInstanceOf(NotWrittenYet.class);
        Standby broken = new Standby() {
            @Override
            public void timer(Env env, int id) {
                throw new IllegalStateException("broken");
            }
        };
        assertThatThrownBy(() -> ReplicaRun.of(() -> broken).until(100)).hasMessage("broken");
        assertThatThrownBy(() -> ReplicaRun.replay(() -> broken, "crashes:")).hasMessage("broken");
    }

    @Test
    void aReplicaThatSendsWithoutEndIsStopped() {
        Standby echo = new Standby() {
            @Override
            public void message(Env env, int from, Message message) {
                env.send(from, message);
                env.send(from, message);
            }
        };
        assertThatThrownBy(() -> ReplicaRun.of(() -> echo).until(1000))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessage("The nodes send messages without end.");
    }

    @Test
    void aTimerThatIsDueAtOnceWithoutEndIsNamed() {
        Standby busy = new Standby() {
            @Override
            public void timer(Env env, int id) {
                env.timer(id, 0);
            }
        };
        assertThatThrownBy(() -> ReplicaRun.of(() -> busy).until(1000))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessageContaining("One that is set to 0 ns is due at the same moment again");
    }

    @Test
    void aLostDiskStaysLostUntilSomethingIsPersisted() {
        ReplicaRun run = ReplicaRun.of(Standby::new)
                .crash(1, 200)
                .restartWithoutDisk(1, 300)
                .crash(1, 400)
                .restart(1, 500)
                .until(600);
        assertThat(run.events().stream()
                        .filter(event -> event.kind() == Event.Kind.START && event.node() == 1)
                        .map(Event::text))
                .containsExactly("FIRST_START", "DISK_LOST", "DISK_LOST");
    }

    @Test
    void whatAScriptDoesIsCalledAsInANotebook() {
        assertThat(What.values()).extracting(What::word).contains("powerOff", "restartWithoutDisk");
        assertThat(Arrays.stream(ReplicaRun.Builder.class.getMethods()).map(Method::getName))
                .containsAll(Arrays.stream(What.values()).map(What::word).toList());
    }

    @Test
    void numbersThatMakeNoRunAreRefusedByName() {
        ReplicaRun.Builder run = ReplicaRun.of(Standby::new);
        assertRefused(() -> run.every(0), "every takes milliseconds from 1 to 60000, not 0.");
        assertRefused(() -> run.timeout(0), "timeout takes milliseconds from 1 to 60000, not 0.");
        assertRefused(() -> run.think(0), "think takes milliseconds from 1 to 60000, not 0.");
        assertRefused(() -> run.crash(2, 100), "There are nodes 0 and 1, but no node 2.");
        assertRefused(() -> run.stop(0, -1), "stop takes milliseconds from 0 to 60000, not -1.");
        assertRefused(() -> run.freeze(0, 500, 400), "freeze takes milliseconds from 500 to 60000, not 400.");
        assertRefused(() -> run.late(1, -5), "late takes milliseconds from 0 to 60000, not -5.");
        assertRefused(() -> run.lost(0, 3), "lost takes the numbers of a first and a last heartbeat, from 1 to 60000");
        assertRefused(() -> run.lost(1, Long.MAX_VALUE), "lost takes the numbers of a first and a last heartbeat");
        assertRefused(() -> run.until(0), "until takes milliseconds from 1 to 60000, not 0.");
    }

    private static final class Unwritten extends Standby {
        @Override
        public void start(Env env) {
            throw new NotWrittenYet();
        }
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    /** When node 1 became primary, in milliseconds, or -1. */
    private static long takeOver(ReplicaRun run) {
        return run.events().stream()
                .filter(event -> event.node() == 1 && event.text().equals("PRIMARY"))
                .map(event -> event.time() / MS)
                .findFirst()
                .orElse(-1L);
    }

    private static Stream<Long> times(ReplicaRun run, Event.Kind kind, int node) {
        return run.events().stream()
                .filter(event -> event.kind() == kind && event.node() == node)
                .map(event -> event.time() / MS);
    }
}
