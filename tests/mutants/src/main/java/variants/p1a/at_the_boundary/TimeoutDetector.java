// variant of 1a
// why: suspects at exactly the timeout already, which is as right; nested ifs
package variants.p1a.at_the_boundary;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private long highest;
    private boolean stopped;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        last = now;
        highest = 0;
        stopped = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (sequence > highest) {
            highest = sequence;
            last = now;
        }
    }

    @Override
    public void stopNotice(long now) {
        stopped = true;
    }

    @Override
    public boolean suspects(long now) {
        if (stopped) {
            return true;
        } else {
            if (now - last >= timeout) {
                return true;
            } else {
                return false;
            }
        }
    }
}
