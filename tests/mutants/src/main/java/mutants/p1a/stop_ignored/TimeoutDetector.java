// mutant of 1a
// why: leaves stopNotice empty, since the timeout will find out anyway
// loses: DetectorExamples.stopNoticeIsBelievedAtOnceAndForGood
// loses: DetectorProperties.stopsAndStartsAtAnyTime
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.stop_ignored;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private long highest;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        last = now;
        highest = 0;
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
        // the timeout will find out
    }

    @Override
    public boolean suspects(long now) {
        return now - last > timeout;
    }
}
