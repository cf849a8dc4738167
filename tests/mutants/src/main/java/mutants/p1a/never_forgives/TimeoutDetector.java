// mutant of 1a
// why: once suspected, always suspected: forgets that a slow primary may come back
// loses: DetectorExamples.freshHeartbeatEndsASuspicion
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: HiddenDetectorProperties.anyOrderOfCalls
// loses: HiddenDetectorProperties.askingChangesNothing
package mutants.p1a.never_forgives;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private long highest;
    private boolean stopped;
    private boolean suspected;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        last = now;
        highest = 0;
        stopped = false;
        suspected = false;
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
        if (stopped || now - last > timeout) {
            suspected = true;
        }
        return suspected;
    }
}
