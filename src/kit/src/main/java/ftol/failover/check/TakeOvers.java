package ftol.failover.check;

import static ftol.failover.check.Epochs.ms;

import ftol.failover.Env.Boot;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.Role;

/**
 * A take-over is due when the primary has crashed or stopped and the other node runs undisturbed: within a timeout and an
 * interval after it last heard of the primary or began to run. A heartbeat counts only if it was sent after all that had
 * arrived; messages are numbered in the order in which they are sent. Times are in nanoseconds since the run began.
 */
public final class TakeOvers extends Watch {
    private final long bound;
    private final long[] since;
    private final long[] heartbeats;
    private final boolean[] fit;
    private final boolean[] leads;
    private int due;
    private int takeOvers;
    private int primary = -1;
    private long gone = -1;
    private long deadline = Long.MAX_VALUE;

    /**
     * @param interval between heartbeats, in nanoseconds
     * @param timeout after which the primary is suspected, in nanoseconds
     */
    public TakeOvers(long interval, long timeout) {
        bound = interval + timeout;
        since = new long[2];
        heartbeats = new long[2];
        fit = new boolean[2];
        leads = new boolean[2];
    }

    private TakeOvers(TakeOvers other) {
        super(other);
        bound = other.bound;
        since = other.since.clone();
        heartbeats = other.heartbeats.clone();
        fit = other.fit.clone();
        leads = other.leads.clone();
        due = other.due;
        takeOvers = other.takeOvers;
        primary = other.primary;
        gone = other.gone;
        deadline = other.deadline;
    }

    @Override
    public TakeOvers copy() {
        return new TakeOvers(this);
    }

    /** How many take-overs were due. */
    public int due() {
        return due;
    }

    /** How many times a node became primary after another was, due or not. */
    public int count() {
        return takeOvers;
    }

    @Override
    String next(Event event) {
        if (event.time() > deadline) {
            due++;
            return "Node " + primary + " was gone at " + ms(gone) + ", but node " + (1 - primary)
                    + " had not taken over by " + ms(deadline) + ".";
        }
        int node = event.node();
        if (node > 1) {
            return null;
        }
        switch (event.kind()) {
            case START -> {
                since[node] = event.time();
                fit[node] = !event.text().equals(Boot.DISK_LOST.name());
                deadline = Long.MAX_VALUE;
            }
            case RESUME -> since[node] = event.time();
            case PAUSE -> {
                since[node] = Long.MAX_VALUE / 2;
                deadline = Long.MAX_VALUE;
            }
            case CRASH, STOP -> ended(node, event.time());
            case RECEIVE -> received(node, event);
            case ROLE -> {
                leads[node] = event.text().equals(Role.PRIMARY.name());
                if (leads[node] && node != primary) {
                    takeOvers += primary < 0 ? 0 : 1;
                    due += deadline == Long.MAX_VALUE ? 0 : 1;
                    primary = node;
                    deadline = Long.MAX_VALUE;
                }
            }
            default -> {}
        }
        return null;
    }

    private void ended(int node, long time) {
        fit[node] = false;
        leads[node] = false;
        deadline = Long.MAX_VALUE;
        if (node == primary && fit[1 - node] && !leads[1 - node]) {
            gone = time;
            deadline = Math.max(since[1 - node], gone) + bound;
        }
    }

    private void received(int node, Event event) {
        if (event.text().equals(Message.Kind.HEARTBEAT.name())) {
            if (event.number() <= heartbeats[node]) {
                // Overtaken or a duplicate: no sign of life.
                return;
            }
            heartbeats[node] = event.number();
        }
        since[node] = Math.max(since[node], event.time());
        if (node == 1 - primary && event.peer() == primary && deadline != Long.MAX_VALUE) {
            deadline = event.time() + bound;
        }
    }
}
