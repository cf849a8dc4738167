// mutant of 1a
// why: the timeout is set only once, so a second start with another timeout changes nothing
// loses: DetectorExamples.startForgetsEverything
package mutants.p1a.restart_keeps_timeout;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private long highest;
    private boolean stopped;

    @Override
    public void start(long now, long timeout) {
        if (this.timeout == 0) {
            this.timeout = timeout;
        }
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
        return stopped || now - last > timeout;
    }
}
