// variant of 1a
// why: an Optional that is empty once the primary has stopped
package variants.p1a.optional_deadline;

import ftol.failover.FailureDetector;
import java.util.Optional;

public final class TimeoutDetector implements FailureDetector {
    private Optional<Long> deadline = Optional.empty();
    private long timeout;
    private long highest;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        highest = 0;
        deadline = Optional.of(now + timeout);
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (sequence > highest) {
            highest = sequence;
            deadline = deadline.map(old -> now + timeout);
        }
    }

    @Override
    public void stopNotice(long now) {
        deadline = Optional.empty();
    }

    @Override
    public boolean suspects(long now) {
        return deadline.map(time -> now - time > 0).orElse(true);
    }
}
