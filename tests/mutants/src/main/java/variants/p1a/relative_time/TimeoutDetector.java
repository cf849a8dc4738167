// variant of 1a
// why: counts from start, so that its own times never wrap
package variants.p1a.relative_time;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long startedAt;
    private long timeout;
    private long aliveAfter;
    private long highest;
    private boolean stopNoticed;

    @Override
    public void start(long now, long timeout) {
        startedAt = now;
        this.timeout = timeout;
        aliveAfter = 0;
        highest = Long.MIN_VALUE;
        stopNoticed = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (stopNoticed || sequence <= highest) {
            return;
        }
        highest = sequence;
        aliveAfter = now - startedAt;
    }

    @Override
    public void stopNotice(long now) {
        stopNoticed = true;
    }

    @Override
    public boolean suspects(long now) {
        long passed = now - startedAt;
        return stopNoticed || passed > aliveAfter + timeout;
    }
}
