// mutant of 1a
// why: reads System.nanoTime itself instead of the time it is given
// loses: DetectorExamples.silenceLeadsToSuspicion
// loses: DetectorExamples.freshHeartbeatMovesTheDeadline
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: HiddenDetectorExamples.anyClockReadings
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.own_clock;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private long highest;
    private boolean stopped;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        last = System.nanoTime();
        highest = 0;
        stopped = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (sequence > highest) {
            highest = sequence;
            last = System.nanoTime();
        }
    }

    @Override
    public void stopNotice(long now) {
        stopped = true;
    }

    @Override
    public boolean suspects(long now) {
        return stopped || System.nanoTime() - last > timeout;
    }
}
