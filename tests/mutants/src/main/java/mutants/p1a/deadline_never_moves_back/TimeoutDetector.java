// mutant of 1a
// why: Math.max keeps the deadline from moving back, and so from passing Long.MAX_VALUE
// loses: HiddenDetectorExamples.anyClockReadings
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.deadline_never_moves_back;

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
            deadline = Math.max(deadline, now + timeout);
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
