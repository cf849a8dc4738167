// variant of 1a
// why: keeps the deadline instead of the last sign of life
package variants.p1a.deadline_field;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long deadline;
    private long newest = 0;
    private boolean over;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        deadline = now + timeout;
        newest = 0;
        over = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (sequence <= newest) {
            return;
        }
        newest = sequence;
        deadline = now + timeout;
    }

    @Override
    public void stopNotice(long now) {
        over = true;
    }

    @Override
    public boolean suspects(long now) {
        return over || deadline - now < 0;
    }
}
