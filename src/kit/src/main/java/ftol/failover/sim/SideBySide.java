package ftol.failover.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Runs that go on side by side, each until it has to wait for a node: nodes that live elsewhere are asked for all of them in
 * one round trip. What comes of the runs is told in the order in which they were added, whichever ends first.
 *
 * <p>Used by one thread.
 */
final class SideBySide {
    /** So many runs wait at the same time, at most. */
    static final int WIDTH = 32;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private int waiting;

    private static final class Entry {
        private final Simulation run;
        private final Consumer<Run> ended;
        private boolean waits;

        Entry(Simulation run, boolean waits, Consumer<Run> ended) {
            this.run = run;
            this.waits = waits;
            this.ended = ended;
        }
    }

    /**
     * Adds a run that has begun.
     *
     * @param waits whether it waits for a node; else it has come to its end
     * @param ended is given the run when it and all before it have come to their ends
     */
    void add(Simulation run, boolean waits, Consumer<Run> ended) {
        entries.add(new Entry(run, waits, ended));
        waiting += waits ? 1 : 0;
        tell();
        while (waiting >= WIDTH) {
            goOn();
        }
    }

    /** Lets all come to their ends. */
    void finish() {
        while (waiting > 0) {
            goOn();
        }
    }

    /** Forgets those that have not come to their ends, and those after them. */
    void clear() {
        entries.clear();
        waiting = 0;
    }

    private void goOn() {
        for (Entry entry : entries) {
            if (entry.waits) {
                entry.waits = entry.run.goOn();
                waiting -= entry.waits ? 0 : 1;
            }
        }
        tell();
    }

    private void tell() {
        while (!entries.isEmpty() && !entries.peek().waits) {
            Entry first = entries.remove();
            first.ended.accept(first.run.result());
        }
    }
}
