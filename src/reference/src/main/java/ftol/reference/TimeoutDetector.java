package ftol.reference;

import ftol.failover.FailureDetector;

/** Suspects the primary after a stop notice, or when no fresh heartbeat has come for longer than the timeout. */
public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long lastSignOfLife;
    private long highestSequence;
    private boolean stopped;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        lastSignOfLife = now;
        highestSequence = 0;
        stopped = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (sequence > highestSequence) {
            highestSequence = sequence;
            lastSignOfLife = now;
        }
    }

    @Override
    public void stopNotice(long now) {
        stopped = true;
    }

    @Override
    public boolean suspects(long now) {
        // By subtraction: the clock may pass Long.MAX_VALUE and go on at Long.MIN_VALUE.
        return stopped || now - lastSignOfLife > timeout;
    }
}
