// mutant of 1a
// why: puts the silence into an int, which overflows after about two seconds
// loses: HiddenDetectorExamples.extremeTimeouts
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.int_difference;

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
        int silence = (int) (now - last);
        return stopped || silence > timeout;
    }
}
