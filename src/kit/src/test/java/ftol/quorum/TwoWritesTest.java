package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TwoWritesTest {
    @Test
    void writesThatDoNotMeetHaveTheSameVersion() {
        Table run = TwoWrites.of(4, 4, 2);

        assertThat(run.columnNames()).containsExactly("step", "result", "A", "B", "C", "D");
        assertThat(run.stringColumn("step").asList())
                .containsExactly("at first", "write x to A B", "write y to C D", "read from A B C D");
        assertThat(run.stringColumn("D").asList()).containsExactly("-", "-", "y v1", "y v1");
        assertThat(run.getString(3, "result")).isEqualTo("highest version there: x v1 and y v1");
    }

    @Test
    void writesThatMeetHaveRisingVersions() {
        Table run = TwoWrites.of(3, 2, 2);

        assertThat(run.getString(2, "result")).isEqualTo("highest version there: 1, so y v2");
        assertThat(run.getString(3, "result")).isEqualTo("highest version there: y v2");
    }

    @Test
    void refusesSizesThatDoNotFit() {
        assertThatThrownBy(() -> TwoWrites.of(11, 1, 1)).hasMessage("1 to 10 replicas can be shown, not 11");
        assertThatThrownBy(() -> TwoWrites.of(3, 1, 4)).hasMessage("R = 1 and W = 4 must be from 1 to 3");
        assertThatThrownBy(() -> TwoWrites.of(3, 0, 3)).hasMessage("R = 0 and W = 3 must be from 1 to 3");
    }
}
