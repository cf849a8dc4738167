// mutant of 1a
// why: static fields, as in a notebook cell with only one detector
// loses: HiddenDetectorExamples.twoDetectorsKnowNothingOfEachOther
package mutants.p1a.static_fields;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private static long timeout;
    private static long last;
    private static long highest;
    private static boolean stopped;

    @Override
    public void start(long now, long timeout) {
        TimeoutDetector.timeout = timeout;
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
        return stopped || now - last > timeout;
    }
}
