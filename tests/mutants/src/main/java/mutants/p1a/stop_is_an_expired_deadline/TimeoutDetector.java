// mutant of 1a
// why: a stop notice moves the deadline to now, and the next heartbeat moves it away again
// loses: DetectorExamples.stopNoticeIsBelievedAtOnceAndForGood
// loses: DetectorProperties.stopsAndStartsAtAnyTime
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.stop_is_an_expired_deadline;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long deadline;
    private long highest;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        deadline = now + timeout;
        highest = 0;
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
        deadline = now - 1;
    }

    @Override
    public boolean suspects(long now) {
        return now - deadline > 0;
    }
}
