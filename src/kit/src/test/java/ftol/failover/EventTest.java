package ftol.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {

    @Test
    void everyEventSurvivesItsTextForm() {
        List<Event> events = List.of(
                new Event(0, Event.Kind.START, 0, -1, 0, 0, "FIRST_START", List.of()),
                new Event(7, Event.Kind.CRASH, 1, -1, 0, 0, "", List.of()),
                new Event(9, Event.Kind.SEND, 0, 1, 12, 3, "STATE", List.of("a1", "b1")));
        assertThat(Event.parseAll(Event.text(events))).isEqualTo(events);
        assertThat(events.get(2).line()).isEqualTo("9 SEND 0 1 12 3 STATE a1,b1");
    }

    @Test
    void whatIsNotAnEventIsRefused() {
        assertThatThrownBy(() -> Event.parse("9 SEND 0 1")).hasMessage("Not an event: 9 SEND 0 1");
        assertThatThrownBy(() -> Event.parse("9 SING 0 1 0 0 - -")).isInstanceOf(IllegalArgumentException.class);
    }
}
