package ftol.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HeartbeatRunTest {
    private static final HeartbeatRun.Builder RUN = HeartbeatRun.every(100);

    @Test
    void heartbeatsTakeTheirTimeOrAreLost() {
        HeartbeatRun run = HeartbeatRun.every(100).late(1, 0).lost(2, 2).until(300);

        assertThat(run.timeout()).isEqualTo(300_000_000);
        assertThat(run.heartbeats().stream().map(HeartbeatRun.Heartbeat::arrival))
                .containsExactly(
                        OptionalLong.of(0),
                        OptionalLong.empty(),
                        OptionalLong.of(200_000_000 + HeartbeatRun.USUAL_DELAY));
    }

    @Test
    void numbersThatMakeNoRunAreRefusedByName() {
        assertRefused(() -> HeartbeatRun.every(0), "every takes milliseconds from 1 to 3600000, not 0.");
        assertRefused(() -> RUN.timeout(0), "timeout takes milliseconds from 1 to 3600000, not 0.");
        assertRefused(() -> RUN.late(0, 5), "late takes the number of a heartbeat, from 1 to 1000, not 0.");
        assertRefused(() -> RUN.late(1, -5), "late takes milliseconds from 0 to 3600000, not -5.");
        assertRefused(() -> RUN.lost(0), "lost takes the number of a heartbeat, from 1 to 1000, not 0.");
        assertRefused(() -> RUN.lost(10, 8), "lost(10, ...) takes as the last number one from 10 to 1000, not 8.");
        assertRefused(() -> RUN.lost(1, Long.MAX_VALUE), "not 9223372036854775807.");
        assertRefused(() -> RUN.stops(-1), "stops takes milliseconds from 0 to 3600000, not -1.");
        assertRefused(() -> RUN.crashes(Long.MAX_VALUE), "crashes takes milliseconds from 0 to 3600000");
        assertRefused(() -> RUN.until(0), "until takes milliseconds from 1 to 3600000, not 0.");
        assertRefused(
                () -> RUN.until(3_600_000),
                "The number of heartbeats until 3600000 ms must be from 0 to 1000, not 36000.");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
