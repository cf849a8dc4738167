package ftol.tests;

import static ftol.tests.HeartbeatStory.MS;

import ftol.check.Points;
import ftol.failover.datagram.Frames;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Part 1b in random traffic. It is made so that the right answers are known: it is decided first which datagrams are to
 * count, and their numbers follow from that.
 */
class HeartbeatProperties {
    /** Between two calls of receive; each waits a little less, so that nothing happens just as it gives up. */
    private static final long PERIOD = 100 * MS;

    private static final long TIMEOUT = 93 * MS;

    /** What can arrive. All that does not count would be fresh if it did. */
    enum Arrives {
        NEXT,
        AFTER_LOSSES,
        AFTER_RESTART,
        DUPLICATE,
        OVERTAKEN,
        EARLIER_INCARNATION,
        TRUNCATED,
        TOO_LONG,
        OTHER_MAGIC,
        OTHER_CLUSTER,
        OTHER_HOST,
        OTHER_PORT,
        GARBAGE;

        boolean counts() {
            return compareTo(AFTER_RESTART) <= 0;
        }
    }

    /** Something that arrives this many times 10 ms after what came before. */
    record Step(Arrives what, int after) {}

    /** A heartbeat that counts. */
    private record Fresh(long at, long incarnation, long sequence) {}

    @Property(tries = 200, seed = "111")
    @Points(1)
    @Label("in any traffic, what counts is returned in time, and nothing else ever is")
    void anyTraffic(@ForAll("traffic") List<Step> traffic) {
        HeartbeatStory story = new HeartbeatStory();
        Deque<Fresh> fresh = new ArrayDeque<>();
        long now = 0;
        long incarnation = 1;
        long sequence = 0;
        for (Step step : traffic) {
            now += 10 * MS * step.after();
            if (step.what().counts()) {
                boolean restart = step.what() == Arrives.AFTER_RESTART;
                incarnation += restart ? 1 : 0;
                sequence = restart ? 1 : sequence + (step.what() == Arrives.NEXT ? 1 : 3);
                story.arrives(now, Parcel.heartbeat(incarnation, sequence));
                fresh.add(new Fresh(now, incarnation, sequence));
            } else {
                story.arrives(now, doesNotCount(step.what(), incarnation, sequence));
            }
        }
        for (long at = 5 * MS; at < now + 2 * PERIOD; at += PERIOD) {
            if (!fresh.isEmpty() && fresh.peek().at() < at + TIMEOUT) {
                Fresh next = fresh.remove();
                story.receives(
                        at,
                        TIMEOUT,
                        next.incarnation(),
                        next.sequence(),
                        Math.max(at, next.at()),
                        "It is the next one that counts.");
            } else {
                story.nothing(at, TIMEOUT, "Nothing that counts has arrived.");
            }
        }
        story.play();
    }

    private static Parcel doesNotCount(Arrives what, long incarnation, long sequence) {
        Parcel next = Parcel.heartbeat(incarnation, sequence + 1);
        return switch (what) {
            case TRUNCATED -> next.truncated((int) (sequence % 24));
            case TOO_LONG -> next.longer((int) (1 + sequence % 9));
            case OTHER_MAGIC -> Parcel.ofMagic(0x4654, incarnation, sequence + 1);
            case OTHER_CLUSTER -> Parcel.ofCluster(6, incarnation + 1, 1);
            case OTHER_HOST -> Parcel.heartbeat(incarnation + 1, 1).from(Parcel.OTHER_HOST);
            case OTHER_PORT -> Parcel.heartbeat(incarnation + 1, 1).from(Parcel.OTHER_PORT);
            case EARLIER_INCARNATION ->
                Parcel.frame("a frame", Frames.of(Parcel.CLUSTER, incarnation - 1, sequence + 1));
            // Before the first heartbeat these have the number 0, or less.
            case DUPLICATE -> Parcel.heartbeat(incarnation, sequence);
            case OVERTAKEN -> Parcel.heartbeat(incarnation, sequence - 1);
            default -> Parcel.frame("garbage", "00ff".repeat(12));
        };
    }

    @Provide
    Arbitrary<List<Step>> traffic() {
        Arbitrary<Integer> gaps = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 12)),
                Tuple.of(1, Arbitraries.integers().between(13, 30)));
        Arbitrary<Arrives> kinds = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(Arrives.NEXT, Arrives.AFTER_LOSSES, Arrives.AFTER_RESTART)),
                Tuple.of(2, Arbitraries.of(Arrives.class)));
        return Combinators.combine(kinds, gaps).as(Step::new).list().ofMaxSize(15);
    }
}
