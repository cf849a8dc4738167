// mutant of 1a
// why: takes a heartbeat for fresh if it comes later than the one before, whatever its number
// loses: DetectorExamples.staleHeartbeatDoesNotMoveTheDeadline
// loses: DetectorExamples.duplicateDoesNotMoveTheDeadline
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.fresh_by_time;

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
        if (now - last > 0) {
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
