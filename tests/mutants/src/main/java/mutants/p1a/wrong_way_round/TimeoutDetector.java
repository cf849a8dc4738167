// mutant of 1a
// why: < instead of >: suspects a primary that has just been heard of
// loses: DetectorExamples.silenceLeadsToSuspicion
// loses: DetectorExamples.freshHeartbeatMovesTheDeadline
// loses: DetectorExamples.staleHeartbeatDoesNotMoveTheDeadline
// loses: DetectorExamples.duplicateDoesNotMoveTheDeadline
// loses: DetectorExamples.freshHeartbeatEndsASuspicion
// loses: DetectorExamples.startForgetsEverything
// loses: DetectorProperties.silenceCountsFromTheLastFreshHeartbeat
// loses: DetectorProperties.stopsAndStartsAtAnyTime
// loses: HiddenDetectorExamples.anyClockReadings
// loses: HiddenDetectorExamples.twoDetectorsKnowNothingOfEachOther
// loses: HiddenDetectorExamples.extremeTimeouts
// loses: HiddenDetectorExamples.largeSequenceNumbers
// loses: HiddenDetectorProperties.anyOrderOfCalls
package mutants.p1a.wrong_way_round;

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
        return stopped || now - last < timeout;
    }
}
