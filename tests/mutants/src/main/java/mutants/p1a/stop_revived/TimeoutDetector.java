// mutant of 1a
// why: a heartbeat that was still on its way takes the stop notice back
// loses: DetectorExamples.stopNoticeIsBelievedAtOnceAndForGood
// loses: DetectorProperties.stopsAndStartsAtAnyTime
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.stop_revived;

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
            stopped = false;
        }
    }

    @Override
    public void stopNotice(long now) {
        stopped = true;
    }

    @Override
    public boolean suspects(long now) {
        return stopped || now - last > timeout;
    }
}
