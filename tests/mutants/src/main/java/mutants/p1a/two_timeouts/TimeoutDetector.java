// mutant of 1a
// why: allows one timeout for the heartbeat and one more for the network, to be on the safe side
// loses: DetectorExamples.silenceLeadsToSuspicion
// loses: DetectorExamples.freshHeartbeatMovesTheDeadline
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.two_timeouts;

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
        return stopped || now - last > 2 * timeout;
    }
}
