package ftol.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.Event;
import ftol.failover.ReplicaRun;
import ftol.failover.Standby;
import ftol.failover.check.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwimlaneTest {
    private static final List<Event> EVENTS = Event.parseAll(
            """
            0 START 0 -1 0 0 FIRST_START -
            0 ROLE 0 -1 0 1 PRIMARY -
            0 ROLE 1 -1 0 1 SECONDARY -
            0 SEND 0 1 1 1 HEARTBEAT -
            10000000 RECEIVE 1 0 1 1 HEARTBEAT -
            20000000 INVOKE 100 -1 1 0 APPEND a1
            30000000 DONE 100 0 1 1 APPEND a1
            40000000 SEND 0 1 2 1 STATE a1
            50000000 CRASH 0 -1 0 0 - -
            90000000 ROLE 1 -1 0 2 PRIMARY -
            100000000 INVOKE 100 -1 2 0 READ -
            120000000 DONE 100 1 2 2 READ b1
            """);

    @Test
    void theTextSaysWhatThePictureShows() {
        Picture picture = Swimlane.of(EVENTS, Optional.of(new Violation("a1 is lost.", 11)));
        assertThat(picture.text())
                .isEqualTo("Node 0 is primary from 0 ms in epoch 1. Node 0 crashes at 50 ms."
                        + " Node 1 takes over at 90 ms in epoch 2. Acknowledged: a1 by node 0 (lost). a1 is lost.");
    }

    @Test
    void whatMattersIsThereInWordsNotOnlyInColour() {
        String svg = Swimlane.of(EVENTS).svg();
        assertThat(svg)
                .contains(">crash<", ">takes over<", ">✗ a1<", ">acknowledged, yet lost<", ">secondary e1<")
                .contains("class=\"cross\"", ">primary, coloured by epoch<")
                .doesNotContain(">frozen<", ">cut<");
    }

    @Test
    void whoDoesNotKnowThatItIsNoLongerPrimaryIsHatched() {
        Picture cut = Swimlane.of(ReplicaRun.of(Standby::new).cut(300, 900).until(1000));
        assertThat(cut.svg()).contains("class=\"zombie\"", ">still thinks it is primary<", ">cut both ways<");
        assertThat(cut.text()).contains("though node 1 is primary from 510 ms.");

        Picture crash = Swimlane.of(ReplicaRun.of(Standby::new).crash(0, 300).until(1000));
        assertThat(crash.svg()).doesNotContain("class=\"zombie\"").contains("heartbeat every 100 ms");
    }

    @Test
    void whatIsOnlyEverLostIsExplainedToo() {
        assertThat(Swimlane.of(EVENTS.subList(7, 9)).svg()).doesNotContain(">state<");
        List<Event> lost = List.of(EVENTS.get(7), new Event(90_000_000, Event.Kind.CRASH, 0, -1, 0, 0, "", List.of()));
        assertThat(Swimlane.of(lost).svg()).contains(">state<", ">lost<");
    }

    /** Of a counterexample, which holds nothing that does not matter. */
    @Test
    void whatBefellMessagesIsSaid() {
        List<Event> events = Event.parseAll(
                """
                0 START 0 -1 0 0 FIRST_START -
                0 SEND 0 1 1 0 HEARTBEAT -
                0 START 1 -1 0 0 FIRST_START -
                100000000 SEND 0 1 2 0 HEARTBEAT -
                200000000 SEND 0 1 3 0 STATE -
                300000000 SEND 0 1 4 0 STOP -
                310000000 RECEIVE 1 0 4 0 STOP -
                350000000 RECEIVE 1 0 3 0 STATE -
                370000000 RECEIVE 1 0 4 0 STOP -
                400000000 CUT 1 0 0 0 - -
                410000000 SEND 1 0 5 0 ACK -
                420000000 HEAL 1 0 0 0 - -
                430000000 SEND 1 0 6 0 ACK -
                440000000 CRASH 0 -1 0 0 - -
                500000000 SEND 1 0 7 0 ACK -
                600000000 SEND 1 100 8 0 REPLY -
                700000000 ROLE 1 -1 0 0 PRIMARY -
                """);
        Picture picture = Swimlane.of(events, Optional.of(new Violation("Wrong.", 11)));
        assertThat(picture.text())
                .contains("The heartbeat from node 0 to node 1, sent at 100 ms, is lost."
                        + " The state from node 0 to node 1, sent at 200 ms, arrives only at 350 ms."
                        + " The stop notice from node 0 to node 1, sent at 300 ms, arrives twice, the second time at 370 ms."
                        + " Node 1 is not told that the connection closed."
                        + " The answer from node 1 to client 1, sent at 600 ms, is lost. Acknowledged: nothing.");
        assertThat(picture.svg()).contains(">ACK, stop notice<");
        assertThat(Swimlane.of(events).text()).doesNotContain("is lost");
    }

    @Test
    void oneWayIsSaid() {
        assertThat(Swimlane.of(ReplicaRun.of(Standby::new).cutFrom(1, 300, 900).until(1000))
                        .svg())
                .contains(">nothing gets from 1 to 0<");
    }

    @Test
    void aLongExplanationIsBrokenIntoLines() {
        Picture picture = Swimlane.of(EVENTS, Optional.of(new Violation("aaaa ".repeat(39) + "aaaa", 11)));
        assertThat(picture.svg().split("aaaa</text>", -1)).hasSize(3);
    }

    @Test
    void ofALogWithoutEndTheBeginningIsDrawn() {
        List<Event> events = Collections.nCopies(50_000, EVENTS.get(3));
        Picture picture =
                Swimlane.of(events, Optional.of(new Violation("The nodes send messages without end.", 49_999)));
        assertThat(picture.svg()).contains("(the first 2000 of 50000 events)").hasSizeLessThan(1_000_000);
        assertThat(picture.text()).endsWith("The nodes send messages without end.");
    }

    @Test
    void ofVeryMuchTheFirstAndTheLastIsSaid() {
        List<Event> events = new ArrayList<>(EVENTS);
        for (int i = 0; i < 100; i++) {
            events.add(new Event(200_000_000 + i, Event.Kind.ROLE, 1, -1, 0, i, "PRIMARY", List.of()));
        }
        Picture picture = Swimlane.of(events, Optional.of(new Violation("a1 is lost.", 11)));
        assertThat(picture.text())
                .startsWith("Node 0 is primary")
                .containsPattern("\\(\\d+ more things happen\\.\\)")
                .endsWith("a1 is lost.")
                .hasSizeLessThan(3_000);
    }

    @Test
    void anEmptyLogIsAnEmptyPicture() {
        assertThat(Swimlane.of(List.of()).text()).isEqualTo("Acknowledged: nothing.");
    }
}
