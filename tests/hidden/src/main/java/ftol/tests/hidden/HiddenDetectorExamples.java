package ftol.tests.hidden;

import static ftol.tests.DetectorStory.MS;

import ftol.check.Points;
import ftol.tests.DetectorStory;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Part 1a at the edges of the contract. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HiddenDetectorExamples {
    private static final long TIMEOUT = 300 * MS;

    @Test
    @Order(1)
    @Points(
            value = 1,
            hint =
                    "Only differences between two readings of the clock mean anything. What does your code do if a reading"
                            + " is negative, or if the clock passes Long.MAX_VALUE between two readings?")
    @DisplayName("the clock may read less than zero, and may pass Long.MAX_VALUE")
    void anyClockReadings() {
        long[] origins = {
            -10_000 * MS, // below zero all the time
            -200 * MS, // passes zero
            Long.MIN_VALUE,
            Long.MAX_VALUE - 50 * MS, // start before, heartbeat after the wrap
            Long.MAX_VALUE - 150 * MS, // heartbeat before, its deadline after the wrap
            Long.MAX_VALUE - 400 * MS, // the deadline just before, the suspicion after the wrap
        };
        for (long origin : origins) {
            new DetectorStory(origin)
                    .start(0, TIMEOUT)
                    .trusts(1, "The primary has only just been started.")
                    .heartbeat(1, 100 * MS)
                    .trusts(399 * MS, "300 ms count from heartbeat 1, at 100 ms.")
                    .suspects(401 * MS, "The last fresh heartbeat arrived more than 300 ms ago, at 100 ms.")
                    .heartbeat(2, 500 * MS)
                    .trusts(799 * MS, "300 ms count from heartbeat 2, at 500 ms.")
                    .suspects(801 * MS, "The last fresh heartbeat arrived more than 300 ms ago, at 500 ms.");
        }
    }

    @Test
    @Order(2)
    @Points(value = 1, hint = "What do two objects of your class share? Look for the word static.")
    @DisplayName("two detectors know nothing of each other")
    void twoDetectorsKnowNothingOfEachOther() {
        List<DetectorStory> both = DetectorStory.two();
        DetectorStory a = both.get(0);
        DetectorStory b = both.get(1);
        a.start(0, TIMEOUT);
        b.start(10 * MS, 5 * TIMEOUT);
        a.heartbeat(8, 100 * MS);
        b.heartbeat(1, 200 * MS);
        a.suspects(401 * MS, "A has heard nothing since its heartbeat 8, at 100 ms.");
        b.heartbeat(2, 1_000 * MS);
        b.trusts(2_499 * MS, "B has a timeout of 1500 ms, counted from its heartbeat 2, at 1000 ms.");
        b.stopNotice(2_500 * MS);
        a.heartbeat(9, 2_510 * MS);
        a.trusts(2_520 * MS, "The stop notice was for B.");
        a.start(2_600 * MS, TIMEOUT);
        b.suspects(2_610 * MS, "start was called on A; B has had a stop notice.");
    }

    @Test
    @Order(3)
    @Points(
            value = 1,
            hint =
                    "The timeout is whatever start was given, in nanoseconds: one nanosecond, or a hundred years. Is there a"
                            + " number or a unit in your code that should not be there?")
    @DisplayName("very short and very long timeouts are kept to the nanosecond")
    void extremeTimeouts() {
        new DetectorStory()
                .start(0, 1)
                .trusts(0, "No time has passed.")
                .suspects(2, "The timeout is 1 nanosecond.")
                .heartbeat(1, 10)
                .trusts(10, "Heartbeat 1 has arrived at this very time.")
                .suspects(12, "The last fresh heartbeat arrived 2 nanoseconds ago, the timeout is 1 nanosecond.");
        long seconds = 5_000 * MS + 7;
        new DetectorStory()
                .start(0, seconds)
                .trusts(seconds - 1, "One nanosecond is left.")
                .suspects(seconds + 1, "The time is up since one nanosecond.");
        long century = Long.MAX_VALUE / 4;
        new DetectorStory()
                .start(0, century)
                .heartbeat(1, 3)
                .trusts(century + 2, "One nanosecond is left.")
                .suspects(century + 4, "The time is up since one nanosecond.");
    }

    @Test
    @Order(4)
    @Points(value = 1, hint = "A sequence number is a long; a primary that runs for years needs it.")
    @DisplayName("sequence numbers may be larger than an int")
    void largeSequenceNumbers() {
        long large = 1L << 32;
        new DetectorStory()
                .start(0, TIMEOUT)
                .heartbeat(5, 100 * MS)
                .heartbeat(large + 1, 200 * MS)
                .trusts(450 * MS, "Heartbeat " + (large + 1) + " at 200 ms is fresh.")
                .heartbeat(large, 460 * MS)
                .suspects(501 * MS, "Heartbeat " + large + " was overtaken.")
                .heartbeat(Long.MAX_VALUE, 600 * MS)
                .trusts(899 * MS, "Heartbeat " + Long.MAX_VALUE + " at 600 ms is fresh.");
    }
}
