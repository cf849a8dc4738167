package ftol.failover.net;

import ftol.failover.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The events of a run, as they come in from several processes. Any thread may use it. */
final class EventLog {
    /** Replicas that send messages without end fill the memory no further than this. */
    private static final int MAX_EVENTS = 300_000;

    private final List<Event> events = new ArrayList<>();
    private volatile long origin = System.nanoTime();

    /** This moment of {@link System#nanoTime} is time 0. Before the first event. */
    void begin(long nanoTime) {
        origin = nanoTime;
    }

    /** The moment of {@link System#nanoTime} that is time 0. */
    long origin() {
        return origin;
    }

    /**
     * Adds an event of this process or another one.
     *
     * @param event its time is {@link System#nanoTime}, which all processes of a machine share on Linux and macOS
     */
    synchronized void add(Event event) {
        if (events.size() < MAX_EVENTS) {
            events.add(event.at(event.time() - origin));
        }
        notifyAll();
    }

    void add(Event.Kind kind, int node, int peer, long number, long epoch, String text, List<String> log) {
        add(new Event(System.nanoTime(), kind, node, peer, number, epoch, text, log));
    }

    /** Are there so many events that no more are kept? */
    synchronized boolean isFull() {
        return events.size() >= MAX_EVENTS;
    }

    /** How many events there are now. */
    synchronized int size() {
        return events.size();
    }

    /** All events so far, in the order of their times. */
    synchronized List<Event> sorted() {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingLong(Event::time));
        return sorted;
    }

    /** The first event like this that came in after so many others, as soon as there is one; empty if none does in time. */
    synchronized Optional<Event> await(int after, Predicate<Event> condition, Duration limit)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        int next = after;
        while (true) {
            for (; next < events.size(); next++) {
                if (condition.test(events.get(next))) {
                    return Optional.of(events.get(next));
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
    }
}
