// mutant of 1a
// why: start sets the time only the first time; a restarted detector counts from the old primary's last heartbeat
// loses: DetectorExamples.startForgetsEverything
// loses: DetectorProperties.stopsAndStartsAtAnyTime
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.restart_keeps_deadline;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private long highest;
    private boolean stopped;
    private boolean started;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        if (!started) {
            last = now;
            started = true;
        }
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
