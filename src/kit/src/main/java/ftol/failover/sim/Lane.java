package ftol.failover.sim;

import ftol.failover.State;
import java.util.HashMap;
import java.util.Map;

/** A node or a client in a run: where it stands. What happens to it is up to {@link Simulation}. */
class Lane {
    final int id;
    int steps;

    private Lane(int id) {
        this.id = id;
    }

    /** The machine that a node runs on, in all its incarnations. Times are in nanoseconds since the run began. */
    static final class Machine extends Lane {
        final Map<Integer, Agenda.Item> timers = new HashMap<>();
        final Map<Long, Client> requests = new HashMap<>();
        Handlers node;
        boolean up;
        /** Rises with each start and each end. */
        int incarnation;
        /** The incarnation of the peer from which something has arrived; older ones are heard no more. */
        int seen;

        long pausedUntil;
        /** Until then nothing arrives from the peer. */
        long cutUntil;
        /** As the node reported last. */
        long epoch;

        State disk = State.NOTHING;
        /** The disk was lost, and nothing has been persisted since. */
        boolean blank;

        Machine(int id) {
            super(id);
        }
    }

    /** A client with one operation at a time. */
    static final class Client extends Lane {
        final String[] entries;
        Machine asked;
        int operations;
        int appended;
        /** What it wants to append, or null for a read. */
        String entry;

        boolean busy;
        boolean waiting;
        boolean finished;
        /** How many of the two operations at the end of the run it has begun. */
        int last;

        /** The number of the first request of this operation; answers to any of them count. */
        long first;

        long request;
        long epoch;

        Client(int id, String[] entries, Machine asked) {
            super(id);
            this.entries = entries;
            this.asked = asked;
        }
    }
}
