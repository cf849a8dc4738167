// mutant of 1a
// why: compares now with the deadline itself, which is wrong once the clock has passed Long.MAX_VALUE
// loses: HiddenDetectorExamples.anyClockReadings
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.compares_by_value;

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
            deadline = now + timeout;
        }
    }

    @Override
    public void stopNotice(long now) {
        stopped = true;
    }

    @Override
    public boolean suspects(long now) {
        return stopped || now > deadline;
    }
}
