// variant of 1a
// why: an enum for the phase and a switch over it
package variants.p1a.enum_switch;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private enum Phase {
        WATCHING,
        STOPPED
    }

    private Phase phase = Phase.STOPPED;
    private long timeout;
    private long[] lastHeard;

    @Override
    public void start(long now, long timeout) {
        phase = Phase.WATCHING;
        this.timeout = timeout;
        lastHeard = new long[] {0, now};
    }

    @Override
    public void heartbeat(long sequence, long now) {
        switch (phase) {
            case WATCHING:
                if (sequence > lastHeard[0]) {
                    lastHeard = new long[] {sequence, now};
                }
                break;
            case STOPPED:
                break;
        }
    }

    @Override
    public void stopNotice(long now) {
        phase = Phase.STOPPED;
    }

    @Override
    public boolean suspects(long now) {
        return switch (phase) {
            case WATCHING -> now - lastHeard[1] > timeout;
            case STOPPED -> true;
        };
    }
}
