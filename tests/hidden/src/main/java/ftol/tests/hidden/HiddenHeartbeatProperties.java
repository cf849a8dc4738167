package ftol.tests.hidden;

import static ftol.tests.HeartbeatStory.MS;

import ftol.check.Points;
import ftol.failover.datagram.Address;
import ftol.failover.datagram.Frames;
import ftol.tests.HeartbeatStory;
import ftol.tests.Parcel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Part 1b in random traffic of frames that are right but for a byte, against the contract read word for word. */
class HiddenHeartbeatProperties {
    private static final long WAIT = 70 * MS;

    /** A datagram that arrives this many times 10 ms after the one before. */
    record Arrival(String hex, Address from, int after) {}

    /** How the socket is used: calls that follow each other at once, with this timeout. */
    record Traffic(int cluster, Address peer, long timeout, List<Arrival> arrivals) {}

    private record Beat(long at, long incarnation, long sequence) {
        boolean freshAfter(Beat last) {
            return last == null
                    || incarnation > last.incarnation
                    || (incarnation == last.incarnation && sequence > last.sequence);
        }
    }

    @Property(tries = 250, seed = "311", edgeCases = EdgeCasesMode.NONE)
    @Points(
            value = 1,
            hint =
                    "Go through the text of the part once more: every byte of a frame has a meaning, and so has its sender."
                            + " Which of them does your code not look at, and when may it remember what it has read?")
    @Label("a frame counts if all of it is right, whatever came before")
    void everyByteMatters(@ForAll("traffic") Traffic traffic) {
        HeartbeatStory story = new HeartbeatStory().cluster(traffic.cluster()).peer(traffic.peer());
        List<Beat> counting = new ArrayList<>();
        long now = 0;
        Beat last = null;
        for (Arrival arrival : traffic.arrivals()) {
            now += 10 * MS * arrival.after();
            Parcel parcel = Parcel.frame("a datagram", arrival.hex());
            story.arrives(now, arrival.from().equals(Parcel.PRIMARY) ? parcel : parcel.from(arrival.from()));
            Optional<Beat> beat = arrival.from().equals(traffic.peer())
                    ? decode(arrival.hex(), traffic.cluster(), now)
                    : Optional.empty();
            if (beat.isPresent() && beat.get().freshAfter(last)) {
                last = beat.get();
                counting.add(last);
            }
        }
        long at = 5 * MS;
        int next = 0;
        while (at < now + traffic.timeout() + WAIT) {
            if (next < counting.size() && counting.get(next).at() < at + traffic.timeout()) {
                Beat beat = counting.get(next++);
                long then = Math.max(at, beat.at());
                story.receives(
                        at, traffic.timeout(), beat.incarnation(), beat.sequence(), then, "It is the next to count.");
                at = then + 5 * MS;
            } else {
                story.nothing(at, traffic.timeout(), "Nothing that arrived counts.");
                at += traffic.timeout() + 2 * MS;
            }
            // To the next 5 ms beside the tens, at which all arrivals are.
            at += 10 * MS - Math.floorMod(at - 5 * MS, 10 * MS);
        }
        story.play();
    }

    private static Optional<Beat> decode(String hex, int cluster, long at) {
        String header = Frames.of(cluster, 0, 0).substring(0, 16);
        if (hex.length() != 48 || !hex.startsWith(header)) {
            return Optional.empty();
        }
        long incarnation = Long.parseUnsignedLong(hex.substring(16, 32), 16);
        long sequence = Long.parseUnsignedLong(hex.substring(32), 16);
        return incarnation < 1 || sequence < 1 ? Optional.empty() : Optional.of(new Beat(at, incarnation, sequence));
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        Arbitrary<Integer> clusters = Arbitraries.oneOf(Arbitraries.of(0, 1, -1), Arbitraries.integers());
        Arbitrary<Address> peers =
                Arbitraries.of(Parcel.PRIMARY, Parcel.OTHER_PORT, new Address("2001:db8:0:0:0:0:0:1", 9));
        // A wait may end 1 ms off its timeout: what arrives, at 0, 10, 20 ms ..., is never as near to that.
        Arbitrary<Long> timeouts = Arbitraries.of(23L, 43L, 113L, 308L).map(ms -> ms * MS);
        return Combinators.combine(clusters, peers, timeouts).flatAs((cluster, peer, timeout) -> arrivals(cluster, peer)
                .list()
                .ofMaxSize(14)
                .map(arrivals -> new Traffic(cluster, peer, timeout, arrivals)));
    }

    private static Arbitrary<Arrival> arrivals(int cluster, Address peer) {
        Arbitrary<Long> numbers = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(1, 5)),
                Tuple.of(1, Arbitraries.of(0L, -1L, 256L, 1L << 31, 1L << 32, 1L << 40, Long.MAX_VALUE)));
        Arbitrary<String> frames = Combinators.combine(numbers, numbers)
                .as((incarnation, sequence) -> Frames.of(cluster, incarnation, sequence));
        Arbitrary<String> damaged = Combinators.combine(
                        frames,
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(1, 255))
                .as(HiddenHeartbeatProperties::withByteChanged);
        Arbitrary<String> cut = Combinators.combine(
                        frames, Arbitraries.integers().between(0, 23))
                .as((frame, bytes) -> frame.substring(0, 2 * bytes));
        Arbitrary<String> longer = Combinators.combine(frames, Arbitraries.of(1, 2, 24, 500))
                .as((frame, bytes) -> frame + "00".repeat(bytes));
        Arbitrary<String> bytes = Arbitraries.frequencyOf(
                Tuple.of(8, frames), Tuple.of(2, damaged), Tuple.of(1, cut), Tuple.of(1, longer));
        Arbitrary<Address> senders = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(peer)),
                Tuple.of(1, Arbitraries.of(Parcel.PRIMARY, Parcel.OTHER_PORT, Parcel.OTHER_HOST)));
        return Combinators.combine(bytes, senders, Arbitraries.integers().between(0, 9))
                .as(Arrival::new);
    }

    private static String withByteChanged(String frame, int index, int change) {
        int changed = Integer.parseInt(frame.substring(2 * index, 2 * index + 2), 16) ^ change;
        return frame.substring(0, 2 * index) + String.format("%02x", changed) + frame.substring(2 * index + 2);
    }
}
