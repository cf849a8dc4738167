// mutant of 1a
// why: a gap in the numbers means that the primary has trouble: suspects after a lost heartbeat
// loses: DetectorExamples.freshHeartbeatMovesTheDeadline
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.counts_missing_heartbeats;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private long highest;
    private boolean stopped;
    private boolean gap;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        last = now;
        highest = 0;
        stopped = false;
        gap = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (sequence > highest) {
            gap = sequence != highest + 1;
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
        return stopped || gap || now - last > timeout;
    }
}
