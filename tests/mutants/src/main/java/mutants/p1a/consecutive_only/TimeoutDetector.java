// mutant of 1a
// why: waits for exactly the next number, so one lost heartbeat makes the detector deaf for ever
// loses: DetectorExamples.freshHeartbeatMovesTheDeadline
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.consecutive_only;

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
        if (sequence == highest + 1) {
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
