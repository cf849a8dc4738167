package ftol.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.Event;
import ftol.failover.check.Violation;
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
        assertThat(svg).contains(">crash<", ">takes over<", ">✗ a1 lost<", ">secondary e1<", "class=\"cross\"");
    }

    @Test
    void anEmptyLogIsAnEmptyPicture() {
        assertThat(Swimlane.of(List.of()).text()).isEqualTo("Acknowledged: nothing.");
    }
}
