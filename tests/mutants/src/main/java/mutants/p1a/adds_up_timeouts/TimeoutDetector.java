// mutant of 1a
// why: each heartbeat adds a timeout to the deadline instead of setting it anew
// loses: DetectorExamples.freshHeartbeatMovesTheDeadline
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.adds_up_timeouts;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long deadline;
    private long highest;
    private boolean stopped;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        deadline = now + timeout;
        highest = 0;
        stopped = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (sequence > highest) {
            highest = sequence;
            deadline += timeout;
        }
    }

    @Override
    public void stopNotice(long now) {
        stopped = true;
    }

    @Override
    public boolean suspects(long now) {
        return stopped || now - deadline > 0;
    }
}
