package ftol.tests.hidden;

import ftol.tests.DetectorStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a detector was told, and what the contract says it must answer: word for word, by looking at the whole past. */
final class Trace {
    private sealed interface Event {
        long at();
    }

    private record Heartbeat(long sequence, long at) implements Event {}

    private record StopNotice(long at) implements Event {}

    private final List<Event> sinceStart = new ArrayList<>();
    private long startedAt;
    private long timeout;

    void start(long at, long newTimeout) {
        sinceStart.clear();
        startedAt = at;
        timeout = newTimeout;
    }

    void heartbeat(long sequence, long at) {
        sinceStart.add(new Heartbeat(sequence, at));
    }

    void stopNotice(long at) {
        sinceStart.add(new StopNotice(at));
    }

    /** The right answer, or none where both are right. */
    Optional<Boolean> suspects(long now) {
        if (stopped()) {
            return Optional.of(true);
        }
        long silence = now - lastSignOfLife();
        return silence == timeout ? Optional.empty() : Optional.of(silence > timeout);
    }

    /** What the right answer rests on, in words. */
    String reason() {
        return stopped()
                ? "A stop notice has arrived since start."
                : "The last sign of life was at " + DetectorStory.ms(lastSignOfLife()) + ".";
    }

    private boolean stopped() {
        return sinceStart.stream().anyMatch(StopNotice.class::isInstance);
    }

    private long lastSignOfLife() {
        long last = startedAt;
        for (int i = 0; i < sinceStart.size(); i++) {
            if (isFresh(i)) {
                last = sinceStart.get(i).at();
            }
        }
        return last;
    }

    private boolean isFresh(int index) {
        return sinceStart.get(index) instanceof Heartbeat heartbeat
                && sinceStart.subList(0, index).stream()
                        .noneMatch(event ->
                                event instanceof Heartbeat earlier && earlier.sequence() >= heartbeat.sequence());
    }
}
