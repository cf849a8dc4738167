// variant of 1a
// why: a sorted map from sequence number to time of first arrival
package variants.p1a.sorted_map;

import ftol.failover.FailureDetector;
import java.util.TreeMap;

public final class TimeoutDetector implements FailureDetector {
    private final TreeMap<Long, Long> arrivals = new TreeMap<>();
    private long timeout;
    private boolean stopped;

    @Override
    public void start(long now, long timeout) {
        arrivals.clear();
        arrivals.put(0L, now);
        this.timeout = timeout;
        stopped = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        arrivals.putIfAbsent(sequence, now);
    }

    @Override
    public void stopNotice(long now) {
        stopped = true;
    }

    @Override
    public boolean suspects(long now) {
        long silence = now - arrivals.lastEntry().getValue();
        return stopped || silence > timeout;
    }
}
