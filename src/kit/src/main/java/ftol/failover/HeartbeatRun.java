package ftol.failover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What a network did to the heartbeats of a primary, from the moment at which the secondary began to watch it. All times
 * are in nanoseconds since then.
 *
 * <pre>{@code
 * HeartbeatRun.every(100).timeout(300).late(4, 250).lost(6, 9).until(1800)
 * }</pre>
 *
 * @param interval between two heartbeats
 * @param timeout how long the primary may stay silent
 * @param heartbeats in the order in which they were sent
 * @param stopNotice when the primary said that it stops, if it did
 * @param crash when the primary stopped without a word, if it did
 * @param end when the run ends
 */
public record HeartbeatRun(
        long interval,
        long timeout,
        List<Heartbeat> heartbeats,
        OptionalLong stopNotice,
        OptionalLong crash,
        long end) {
    /** How long a message takes if nothing delays it. */
    public static final long USUAL_DELAY = 20_000_000;

    private static final long MS = 1_000_000;
    private static final long MAX_MS = 3_600_000;
    private static final long MAX_HEARTBEATS = 1_000;

    public HeartbeatRun {
        heartbeats = List.copyOf(heartbeats);
    }

    /**
     * One heartbeat.
     *
     * @param arrival when it arrived; empty if it was lost
     */
    public record Heartbeat(long sequence, long sent, OptionalLong arrival) {}

    /** Something that the secondary's detector is told. */
    public record Event(long time, Kind kind, long sequence) {
        /** What it is; only a heartbeat has a sequence number, the others have 0. */
        public enum Kind {
            START,
            HEARTBEAT,
            STOP_NOTICE
        }

        private void tell(FailureDetector detector, long origin, long timeout) {
            switch (kind) {
                case START -> detector.start(origin + time, timeout);
                case HEARTBEAT -> detector.heartbeat(sequence, origin + time);
                case STOP_NOTICE -> detector.stopNotice(origin + time);
            }
        }
    }

    /** Begins a run whose primary sends a heartbeat every so many milliseconds (at least 1), the first one at once. */
    public static Builder every(long intervalMs) {
        return new Builder(nanos("every", intervalMs, 1));
    }

    private static long nanos(String method, long ms, long least) {
        return MS * require(method + " takes milliseconds", ms, least, MAX_MS);
    }

    private static long require(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " from " + least + " to " + most + ", not " + value + ".");
        }
        return value;
    }

    /** What the detector is told, in the order of arrival: start first, then all that arrives before the end. */
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (Heartbeat heartbeat : heartbeats) {
            heartbeat
                    .arrival()
                    .ifPresent(time -> events.add(new Event(time, Event.Kind.HEARTBEAT, heartbeat.sequence())));
        }
        stopNotice.ifPresent(sent -> events.add(new Event(sent + USUAL_DELAY, Event.Kind.STOP_NOTICE, 0)));
        events.removeIf(event -> event.time() >= end);
        events.sort(Comparator.comparingLong(Event::time));
        events.add(0, new Event(0, Event.Kind.START, 0));
        return events;
    }

    /** Has a heartbeat with a greater number arrived before this one? False if it was lost itself. */
    public boolean overtaken(Heartbeat heartbeat) {
        return heartbeats.stream()
                .anyMatch(other -> other.sequence() > heartbeat.sequence()
                        && other.arrival().orElse(Long.MAX_VALUE)
                                < heartbeat.arrival().orElse(Long.MIN_VALUE));
    }

    /**
     * Asks a new detector, after it was told of the first {@code told} events, whether it suspects the primary at this
     * time. A new one each time, so that one question cannot influence the next.
     */
    public boolean suspects(Supplier<? extends FailureDetector> detectors, int told, long time) {
        // A clock such as System.nanoTime counts from no particular moment.
        long origin = 86_400_000 * MS;
        FailureDetector detector = detectors.get();
        events().subList(0, told).forEach(event -> event.tell(detector, origin, timeout));
        return detector.suspects(origin + time);
    }

    /**
     * Says step by step what happens in a run. All times are in milliseconds, an hour at most; heartbeats are numbered from
     * 1, and there are a thousand at most. All methods throw an {@link IllegalArgumentException} for other numbers.
     */
    public static final class Builder {
        private final long interval;
        private final Map<Long, OptionalLong> delays = new HashMap<>();
        private long timeout;
        private OptionalLong stopNotice = OptionalLong.empty();
        private OptionalLong crash = OptionalLong.empty();

        private Builder(long interval) {
            this.interval = interval;
            this.timeout = 3 * interval;
        }

        /** How long the primary may stay silent, at least 1; three intervals unless you say otherwise. */
        public Builder timeout(long ms) {
            timeout = nanos("timeout", ms, 1);
            return this;
        }

        /** The heartbeat with this number takes so long, instead of the usual 20 ms. */
        public Builder late(long sequence, long delayMs) {
            delays.put(
                    require("late takes the number of a heartbeat,", sequence, 1, MAX_HEARTBEATS),
                    OptionalLong.of(nanos("late", delayMs, 0)));
            return this;
        }

        /** The heartbeat with this number is lost. */
        public Builder lost(long sequence) {
            return lost(sequence, sequence);
        }

        /** The heartbeats from the first to the last of these numbers are lost. */
        public Builder lost(long first, long last) {
            require("lost takes the number of a heartbeat,", first, 1, MAX_HEARTBEATS);
            require("lost(" + first + ", ...) takes as the last number one", last, first, MAX_HEARTBEATS);
            for (long sequence = first; sequence <= last; sequence++) {
                delays.put(sequence, OptionalLong.empty());
            }
            return this;
        }

        /** The primary stops at this time, and says so (fail-stop). */
        public Builder stops(long ms) {
            stopNotice = OptionalLong.of(nanos("stops", ms, 0));
            return this;
        }

        /** The primary stops at this time without a word (crash-stop). */
        public Builder crashes(long ms) {
            crash = OptionalLong.of(nanos("crashes", ms, 0));
            return this;
        }

        /** Ends the run at this time, and makes it. */
        public HeartbeatRun until(long ms) {
            long end = nanos("until", ms, 1);
            require("The number of heartbeats until " + ms + " ms must be", end / interval, 0, MAX_HEARTBEATS);
            long lastSent = Math.min(end, Math.min(stopNotice.orElse(end), crash.orElse(end)));
            List<Heartbeat> heartbeats = new ArrayList<>();
            for (long sequence = 1; (sequence - 1) * interval < lastSent; sequence++) {
                long sent = (sequence - 1) * interval;
                OptionalLong delay = delays.getOrDefault(sequence, OptionalLong.of(USUAL_DELAY));
                OptionalLong arrival =
                        delay.isPresent() ? OptionalLong.of(sent + delay.getAsLong()) : OptionalLong.empty();
                heartbeats.add(new Heartbeat(sequence, sent, arrival));
            }
            return new HeartbeatRun(interval, timeout, heartbeats, stopNotice, crash, end);
        }
    }
}
