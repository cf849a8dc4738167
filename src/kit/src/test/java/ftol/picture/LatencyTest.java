package ftol.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.Event;
import ftol.failover.ReplicaRun;
import ftol.failover.Standby;
import ftol.failover.check.Operation;
import ftol.failover.check.Outage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final List<Event> EVENTS = Event.parseAll(
            """
            0 ROLE 0 -1 0 0 PRIMARY -
            10000000 INVOKE 100 -1 1 0 APPEND a1
            10000000 SEND 100 0 1 0 APPEND a1
            12000000 RECEIVE 0 100 1 0 APPEND a1
            13000000 SEND 0 100 1 0 REPLY a1
            15000000 RECEIVE 100 0 1 0 REPLY a1
            15000000 DONE 100 0 1 0 APPEND a1
            20000000 INVOKE 100 -1 2 0 APPEND a2
            20000000 SEND 100 0 2 0 APPEND a2
            21000000 CRASH 0 -1 0 0 - -
            70000000 ROLE 1 -1 0 0 PRIMARY -
            80000000 SEND 100 1 3 0 APPEND a2
            83000000 RECEIVE 1 100 3 0 APPEND a2
            87000000 SEND 1 100 3 0 REPLY a2
            88000000 RECEIVE 100 1 3 0 REPLY a2
            88000000 DONE 100 1 2 0 APPEND a2
            90000000 INVOKE 100 -1 3 0 READ -
            91000000 DONE 100 1 3 0 READ a2
            95000000 INVOKE 101 -1 1 0 APPEND b1
            99000000 INVOKE 100 -1 4 0 READ -
            """);

    @Test
    void operationsAreReadFromTheLog() {
        List<Operation> all = Operation.all(EVENTS);
        assertThat(all).extracting(Operation::entry).containsExactly("a1", "a2", "", "b1", "");
        assertThat(all.get(0))
                .isEqualTo(new Operation(100, "a1", 10_000_000, 0, 12_000_000, 13_000_000, 15_000_000, true));
        assertThat(all.get(1).lost()).isFalse();
        assertThat(all.get(3).done()).isEqualTo(-1);
        assertThat(Operation.acknowledged(EVENTS)).extracting(Operation::entry).containsExactly("a1", "a2");
    }

    @Test
    void whatWasAcknowledgedAfterTheLastReadBeganIsNotLost() {
        List<Event> events = Event.parseAll(
                """
                1 INVOKE 100 -1 1 0 READ -
                2 INVOKE 101 -1 1 0 APPEND b1
                3 DONE 101 0 1 0 APPEND b1
                4 DONE 100 0 1 0 READ -
                """);
        assertThat(Operation.acknowledged(events)).extracting(Operation::lost).containsExactly(false);
    }

    @Test
    void theOutageIsSplit() {
        Outage outage = Outage.of(EVENTS).orElseThrow();
        assertThat(outage.failed()).isEqualTo(21_000_000);
        assertThat(outage.takenOver()).isEqualTo(70_000_000);
        assertThat(outage.asked()).isEqualTo(83_000_000);
        assertThat(outage.answered()).isEqualTo(87_000_000);
        assertThat(outage.done()).isEqualTo(88_000_000);
        assertThat(Latency.of(EVENTS).text())
                .isEqualTo("3 answers, half of them within 5 ms, the slowest after 68 ms; 2 without an answer."
                        + " After the crash the new primary's first answer took 67 ms:"
                        + " detect 49 + redirect 13 + promote 4 + answer 1.");
    }

    @Test
    void withoutAFailureOrATakeOverThereIsNoOutage() {
        assertThat(Outage.of(EVENTS.subList(0, 9))).isEmpty();
        assertThat(Outage.of(EVENTS.subList(0, 10))).isEmpty();
        assertThat(Outage.of(EVENTS.subList(0, 11))).isEmpty();
        assertThat(Latency.of(EVENTS.subList(0, 9)).svg()).doesNotContain(">outage<");
        assertThat(Latency.of(List.of()).text()).isEqualTo("0 answers.");
    }

    @Test
    void aLogThatKnowsOnlyWhatClientsSawIsEnough() {
        List<Event> seen = EVENTS.stream()
                .filter(event -> event.kind() != Event.Kind.SEND && event.kind() != Event.Kind.RECEIVE)
                .toList();
        assertThat(Latency.of(seen).text()).contains("detect 49 + redirect 0 + promote 18 + answer 0.");
    }

    @Test
    void lostWritesAreBoxesWithACross() {
        Picture picture = LostWrites.of(
                ReplicaRun.of(Standby::new).think(10).crash(0, 490).until(700),
                ReplicaRun.of(Standby::new).until(700));
        assertThat(picture.text())
                .isEqualTo("heartbeat every 100 ms, timeout 300 ms: 2 of 22 lost (a14, a15)."
                        + " heartbeat every 100 ms, timeout 300 ms: 0 of 9 lost.");
        // Two, and the one in the legend.
        assertThat(picture.svg().split("class=\"lost\"", -1)).hasSize(1 + 2 + 1);
    }
}
