// mutant of 1a
// why: after it has reported the suspicion it begins to count anew, as an alarm that goes off once
// loses: DetectorExamples.freshHeartbeatEndsASuspicion
// loses: DetectorProperties.stopsAndStartsAtAnyTime
// loses: HiddenDetectorProperties.askingChangesNothing
package mutants.p1a.asking_ends_suspicion;

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
        if (now - last > timeout) {
            last = now;
            return true;
        }
        return stopped;
    }
}
