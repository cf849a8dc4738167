// variant of 1a
// why: a sealed state that handles its own events; a stopped state that nothing leaves
package variants.p1a.state_machine;

import ftol.failover.FailureDetector;

public final class TimeoutDetector implements FailureDetector {
    private State state = new Stopped();

    @Override
    public void start(long now, long timeout) {
        state = new Watching(timeout, now, 0);
    }

    @Override
    public void heartbeat(long sequence, long now) {
        state = state.heartbeat(sequence, now);
    }

    @Override
    public void stopNotice(long now) {
        state = new Stopped();
    }

    @Override
    public boolean suspects(long now) {
        return state.suspects(now);
    }

    private sealed interface State permits Watching, Stopped {
        State heartbeat(long sequence, long now);

        boolean suspects(long now);
    }

    private record Watching(long timeout, long last, long highest) implements State {
        @Override
        public State heartbeat(long sequence, long now) {
            return sequence > highest ? new Watching(timeout, now, sequence) : this;
        }

        @Override
        public boolean suspects(long now) {
            return now - last > timeout;
        }
    }

    private record Stopped() implements State {
        @Override
        public State heartbeat(long sequence, long now) {
            return this;
        }

        @Override
        public boolean suspects(long now) {
            return true;
        }
    }
}
