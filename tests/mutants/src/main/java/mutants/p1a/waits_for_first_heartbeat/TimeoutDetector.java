// mutant of 1a
// why: counts only from the first heartbeat: a primary that never sends one is trusted for ever
// loses: DetectorExamples.silenceLeadsToSuspicion
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: DetectorProperties.stopsAndStartsAtAnyTime
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.waits_for_first_heartbeat;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private long timeout;
    private long last;
    private long highest;
    private boolean stopped;
    private boolean heard;

    @Override
    public void start(long now, long timeout) {
        this.timeout = timeout;
        last = now;
        highest = 0;
        stopped = false;
        heard = false;
    }

    @Override
    public void heartbeat(long sequence, long now) {
        if (sequence > highest) {
            highest = sequence;
            last = now;
            heard = true;
        }
    }

    @Override
    public void stopNotice(long now) {
        stopped = true;
    }

    @Override
    public boolean suspects(long now) {
        return stopped || (heard && now - last > timeout);
    }
}
