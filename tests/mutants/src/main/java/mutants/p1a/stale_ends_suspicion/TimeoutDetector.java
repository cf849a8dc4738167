// mutant of 1a
// why: has a flag for the suspicion, and any heartbeat at all clears it
// loses: DetectorExamples.freshHeartbeatEndsASuspicion
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.stale_ends_suspicion;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private long highest;
    private boolean stopped;
    private long forgivenAt;
    private boolean forgiven;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        last = now;
        highest = 0;
        stopped = false;
        forgiven = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (now - last > timeout) {
            forgiven = true;
            forgivenAt = now;
        }
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
        if (stopped) {
            return true;
        }
        if (forgiven && now - forgivenAt <= timeout) {
            return false;
        }
        return now - last > timeout;
    }
}
