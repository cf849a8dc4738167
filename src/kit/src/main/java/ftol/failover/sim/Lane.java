package ftol.failover.sim;

import ftol.failover.State;

/** A node or a client in a run: where it stands. What happens to it is up to {@link Simulation}. */
class Lane {
    final int id;
    int steps;

    private Lane(int id) {
        this.id = id;
    }

    private Lane(Lane other) {
        id = other.id;
        steps = other.steps;
    }

    /** The machine that a node runs on, in all its incarnations. Times are in nanoseconds since the run began. */
    static final class Machine extends Lane {
        /** By timer, the order of the item that is still to come. */
        final FewNumbers timers;
        /** By request, the client who waits for the answer. */
        final FewNumbers requests;

        Forkable node;
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
            timers = new FewNumbers();
            requests = new FewNumbers();
        }

        Machine(Machine other) {
            super(other);
            timers = new FewNumbers(other.timers);
            requests = new FewNumbers(other.requests);
            node = other.node.fork();
            up = other.up;
            incarnation = other.incarnation;
            seen = other.seen;
            pausedUntil = other.pausedUntil;
            cutUntil = other.cutUntil;
            epoch = other.epoch;
            disk = other.disk;
            blank = other.blank;
        }
    }

    /** A client with one operation at a time. */
    static final class Client extends Lane {
        final String[] entries;
        /** The node that it asked last. */
        int asked;

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

        Client(int id, String[] entries, int asked) {
            super(id);
            this.entries = entries;
            this.asked = asked;
        }

        Client(Client other) {
            super(other);
            entries = other.entries;
            asked = other.asked;
            operations = other.operations;
            appended = other.appended;
            entry = other.entry;
            busy = other.busy;
            waiting = other.waiting;
            finished = other.finished;
            last = other.last;
            first = other.first;
            request = other.request;
            epoch = other.epoch;
        }
    }
}
