// variant of 1a
// why: keeps every heartbeat and works the answer out with streams when it is asked
package variants.p1a.all_heartbeats;

import ftol.failover.FailureDetector;
import java.util.ArrayList;
import java.util.List;

public final class TimeoutDetector implements FailureDetector {
    private record Beat(long sequence, long at) {}

    private final List<Beat> beats = new ArrayList<>();
    private long timeout;
    private boolean stopped;

    @Override
    public void start(long now, long timeout) {
        beats.clear();
        beats.add(new Beat(0, now));
        this.timeout = timeout;
        stopped = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        beats.add(new Beat(sequence, now));
    }

    @Override
    public void stopNotice(long now) {
        stopped = true;
    }

    @Override
    public boolean suspects(long now) {
        long highest = beats.stream().mapToLong(Beat::sequence).max().orElseThrow();
        long last = beats.stream()
                .filter(beat -> beat.sequence() == highest)
                .findFirst()
                .orElseThrow()
                .at();
        return stopped || now - last > timeout;
    }
}
