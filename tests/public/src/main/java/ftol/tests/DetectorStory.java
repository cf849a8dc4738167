package ftol.tests;

import ftol.check.Submitted;
import ftol.failover.FailureDetector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls the student's detector and remembers the calls, so that a wrong answer can be told as a story, one call a line.
 *
 * <p>Times are nanoseconds since the story began; the clock that the detector sees reads {@code origin} at that moment.
 */
public final class DetectorStory {
    /** A millisecond in nanoseconds. */
    public static final long MS = 1_000_000;

    private final FailureDetector detector = Submitted.create(FailureDetector.class);
    private final String name;
    private final long origin;
    private final List<String> calls;
    private final List<Long> sequences = new ArrayList<>();

    private DetectorStory(String name, long origin, List<String> calls) {
        this.name = name;
        this.origin = origin;
        this.calls = calls;
    }

    /** A story with a new detector and a clock that reads 0 as it begins. */
    public DetectorStory() {
        this(0);
    }

    /** A story with a new detector and a clock that reads {@code origin} nanoseconds as it begins. */
    public DetectorStory(long origin) {
        this("", origin, new ArrayList<>());
        if (origin != 0) {
            calls.add("at 0 ms the clock reads " + origin + " ns");
        }
    }

    /** Two new detectors in one story, which names them A and B. */
    public static List<DetectorStory> two() {
        List<String> calls = new ArrayList<>();
        return List.of(new DetectorStory("A: ", 0, calls), new DetectorStory("B: ", 0, calls));
    }

    public DetectorStory start(long at, long timeout) {
        tell("start at " + ms(at) + " with timeout " + ms(timeout));
        sequences.clear();
        detector.start(origin + at, timeout);
        return this;
    }

    public DetectorStory heartbeat(long sequence, long at) {
        String note = sequences.contains(sequence)
                ? " again"
                : sequences.stream().anyMatch(earlier -> earlier > sequence) ? ", overtaken," : "";
        tell("heartbeat " + sequence + note + " at " + ms(at));
        sequences.add(sequence);
        detector.heartbeat(sequence, origin + at);
        return this;
    }

    public DetectorStory stopNotice(long at) {
        tell("stop notice at " + ms(at));
        detector.stopNotice(origin + at);
        return this;
    }

    /** Asks, and fails with this reason if the primary is suspected. */
    public DetectorStory trusts(long at, String reason) {
        return answers(false, at, reason);
    }

    /** Asks, and fails with this reason if the primary is not suspected. */
    public DetectorStory suspects(long at, String reason) {
        return answers(true, at, reason);
    }

    /** Asks, and fails with this reason if the answer is another. */
    public DetectorStory answers(boolean expected, long at, String reason) {
        boolean answer = ask(at);
        if (answer != expected) {
            throw new AssertionError(
                    String.join("\n", calls) + ": expected " + expected + ", got " + answer + ".\n" + reason);
        }
        calls.set(calls.size() - 1, calls.get(calls.size() - 1) + " (" + answer + ")");
        return this;
    }

    /** Asks where either answer is right. */
    public boolean ask(long at) {
        tell("suspects at " + ms(at));
        return detector.suspects(origin + at);
    }

    /** A time in milliseconds, exact to the nanosecond: "300.000001 ms". */
    public static String ms(long nanos) {
        return BigDecimal.valueOf(nanos).movePointLeft(6).stripTrailingZeros().toPlainString() + " ms";
    }

    private void tell(String call) {
        calls.add(name + call);
    }
}
