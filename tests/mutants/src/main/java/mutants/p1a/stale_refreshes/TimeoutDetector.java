// mutant of 1a
// why: takes every heartbeat for a sign of life and overlooks the sequence number
// loses: DetectorExamples.staleHeartbeatDoesNotMoveTheDeadline
// loses: DetectorExamples.duplicateDoesNotMoveTheDeadline
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: DetectorProperties.stopsAndStartsAtAnyTime
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.stale_refreshes;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private boolean stopped;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        last = now;
        stopped = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        last = now;
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
