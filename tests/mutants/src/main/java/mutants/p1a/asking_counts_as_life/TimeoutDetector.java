// mutant of 1a
// why: suspects writes the time it was asked into the field of the last sign of life
// loses: DetectorExamples.silenceLeadsToSuspicion
// loses: HiddenDetectorProperties.askingChangesNothing
package mutants.p1a.asking_counts_as_life;

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
        boolean silent = now - last > timeout;
        last = now;
        return stopped || silent;
    }
}
