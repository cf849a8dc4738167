// mutant of 1a
// why: writes down the 300 ms of the example instead of the timeout it is given
// loses: DetectorExamples.startForgetsEverything
// loses: HiddenDetectorExamples.twoDetectorsKnowNothingOfEachOther
// loses: HiddenDetectorExamples.extremeTimeouts
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.hard_coded_timeout;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private static final long TIMEOUT = 300_000_000;
    private long last;
    private long highest;
    private boolean stopped;

    @Override
    public void start(long now, long timeout) {
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
        return stopped || now - last > TIMEOUT;
    }
}
