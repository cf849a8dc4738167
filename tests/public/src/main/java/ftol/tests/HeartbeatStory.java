package ftol.tests;

import ftol.check.Submitted;
import ftol.failover.Heartbeats.Heartbeat;
import ftol.failover.datagram.Address;
import ftol.failover.datagram.Datagram;
import ftol.failover.datagram.Frames;
import ftol.failover.datagram.HeartbeatSessions;
import ftol.failover.datagram.Session;
import ftol.failover.datagram.Session.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What arrives at the student's socket, what the student's object is asked to do, and what must become of it. A wrong
 * outcome is told as a story, one event a line.
 *
 * <p>Times are nanoseconds since the story began. A socket counts in milliseconds, so a call of {@code receive} may end 1 ms
 * off; the next one must be later than that.
 */
public final class HeartbeatStory {
    /** A millisecond in nanoseconds. */
    public static final long MS = 1_000_000;

    /** So often the same, one after the other, is told in one line. */
    private static final int MANY = 4;

    private record Line(long at, String text) {}

    private record Expected(Outcome.Kind kind, Heartbeat heartbeat, long earliest, long latest, String reason) {}

    private final HeartbeatSessions object;
    private final List<Datagram> arrivals = new ArrayList<>();
    private final List<Long> unreachable = new ArrayList<>();
    private final List<Session.Call> calls = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private Address peer = Parcel.PRIMARY;
    private int cluster = Parcel.CLUSTER;
    private boolean connected;
    private long origin;
    private long closes = Long.MAX_VALUE;

    /** A story about a new object. */
    public HeartbeatStory() {
        this(Submitted.create(HeartbeatSessions.class));
    }

    /** A story about this object, on a new socket. */
    public HeartbeatStory(HeartbeatSessions object) {
        this.object = object;
    }

    /** The other one is at this address. */
    public HeartbeatStory peer(Address address) {
        peer = address;
        return this;
    }

    public HeartbeatStory cluster(int number) {
        cluster = number;
        return this;
    }

    /** The clock reads {@code nanos} as the story begins. */
    public HeartbeatStory origin(long nanos) {
        origin = nanos;
        tell(0, "the clock reads " + nanos + " ns");
        return this;
    }

    /** The socket's owner has connected it to the peer. */
    public HeartbeatStory connected() {
        connected = true;
        tell(0, "the socket is connected to the peer");
        return this;
    }

    /** The socket's owner closes it. */
    public HeartbeatStory closes(long at) {
        closes = at;
        tell(at, "the socket's owner closes it");
        return this;
    }

    /** It becomes known that nobody is at the peer's port. */
    public HeartbeatStory unreachable(long at) {
        unreachable.add(at);
        tell(at, "nobody is at the peer's port: PortUnreachableException");
        return this;
    }

    public HeartbeatStory arrives(long at, Parcel parcel) {
        arrivals.add(new Datagram(at, parcel.from(), parcel.hex()));
        tell(at, parcel.what() + " arrives");
        return this;
    }

    /** A call of {@code receive} that must return this heartbeat, and then. */
    public HeartbeatStory receives(long at, long timeout, long incarnation, long sequence, long then, String reason) {
        Heartbeat heartbeat = new Heartbeat(incarnation, sequence);
        return receive(at, timeout, new Expected(Outcome.Kind.RECEIVED, heartbeat, then, then + MS, reason));
    }

    /** A call of {@code receive} that must return nothing when its timeout has passed. */
    public HeartbeatStory nothing(long at, long timeout, String reason) {
        long end = at + timeout;
        return receive(at, timeout, new Expected(Outcome.Kind.NOTHING, null, end - MS, end + MS, reason));
    }

    /** A call of {@code receive} that must throw what the socket throws once it is closed. */
    public HeartbeatStory receiveThrows(long at, long timeout, String reason) {
        long end = Math.max(at, closes);
        return receive(at, timeout, new Expected(Outcome.Kind.THREW, null, end, end, reason));
    }

    private HeartbeatStory receive(long at, long timeout, Expected outcome) {
        tell(at, "receive is called with a timeout of " + ms(timeout));
        return call(new Session.Call(at, null, timeout), outcome);
    }

    /** A call of {@code send} that must send this heartbeat. */
    public HeartbeatStory sends(long at, long incarnation, long sequence) {
        return send(at, incarnation, sequence, Outcome.Kind.SENT, "");
    }

    /** A call of {@code send} that must throw what the socket throws once it is closed. */
    public HeartbeatStory sendThrows(long at, String reason) {
        return send(at, 1, 1, Outcome.Kind.THREW, reason);
    }

    private HeartbeatStory send(long at, long incarnation, long sequence, Outcome.Kind kind, String reason) {
        Heartbeat heartbeat = new Heartbeat(incarnation, sequence);
        tell(at, "send is called with heartbeat " + name(heartbeat));
        return call(new Session.Call(at, heartbeat, 0), new Expected(kind, heartbeat, at, at, reason));
    }

    private HeartbeatStory call(Session.Call call, Expected outcome) {
        if (!expected.isEmpty() && call.at() < expected.get(expected.size() - 1).latest()) {
            throw new IllegalArgumentException("The call before may not be over at " + ms(call.at()));
        }
        calls.add(call);
        expected.add(outcome);
        return this;
    }

    /** Plays the story and compares. */
    public void play() {
        arrivals.sort(Comparator.comparingLong(Datagram::at));
        List<Outcome> outcomes =
                object.play(new Session(peer, cluster, connected, origin, arrivals, unreachable, closes, calls));
        for (int i = 0; i < Math.min(calls.size(), outcomes.size()); i++) {
            compare(i, outcomes.get(i));
        }
        if (outcomes.size() != calls.size()) {
            throw new AssertionError(calls.size() + " calls have " + outcomes.size() + " outcomes.");
        }
    }

    private void compare(int index, Outcome outcome) {
        Session.Call call = calls.get(index);
        Expected right = expected.get(index);
        if (outcome.closed()) {
            fail(outcome, "The socket was closed. It is not yours: leave it open.");
        }
        boolean same = outcome.kind() == right.kind()
                && (call.send() != null || Objects.equals(outcome.heartbeat(), right.heartbeat()))
                && outcome.end() >= right.earliest()
                && outcome.end() <= right.latest();
        if (!same) {
            fail(outcome, "expected: " + words(right) + ", got: " + words(outcome) + ".\n" + right.reason());
        }
        if (right.kind() == Outcome.Kind.SENT) {
            compareSent(call, index == 0 ? 0 : expected.get(index - 1).latest(), outcome);
        } else if (!outcome.sent().isEmpty()) {
            fail(outcome, "This call sent a datagram. Only send sends any.");
        }
    }

    private void compareSent(Session.Call call, long before, Outcome outcome) {
        String right = Frames.of(cluster, call.send().incarnation(), call.send().sequence());
        // What has become known since the call before takes the datagram's place: it is lost, or sent again.
        boolean mayBeLost = unreachable.stream().anyMatch(at -> at > before && at <= call.at());
        if (outcome.sent().size() != 1 && !(mayBeLost && outcome.sent().isEmpty())) {
            fail(outcome, "send sent " + outcome.sent().size() + " datagrams. A heartbeat is one.");
        }
        for (Datagram datagram : outcome.sent()) {
            if (!datagram.address().equals(peer)) {
                fail(outcome, "It went to " + words(datagram.address()) + ". The peer is at " + words(peer) + ".");
            }
            if (!datagram.hex().equals(right)) {
                fail(
                        outcome,
                        "expected these " + right.length() / 2 + " bytes:\n  " + Parcel.grouped(right) + "\ngot "
                                + datagram.hex().length() / 2 + ":\n  " + Parcel.grouped(datagram.hex())
                                + "\nThey are magic, cluster (" + cluster + "), incarnation and sequence number.");
            }
        }
    }

    private void fail(Outcome outcome, String what) {
        List<Line> told = lines.stream()
                .filter(line -> line.at() <= outcome.end())
                .sorted(Comparator.comparingLong(Line::at))
                .toList();
        StringBuilder story = new StringBuilder();
        for (int from = 0, to = 1; from < told.size(); from = to++) {
            String text = told.get(from).text();
            while (to < told.size() && told.get(to).text().equals(text)) {
                to++;
            }
            if (to - from < MANY) {
                told.subList(from, to).forEach(line -> story.append(ms(line.at()))
                        .append(": ")
                        .append(text)
                        .append('\n'));
            } else {
                story.append(ms(told.get(from).at()))
                        .append(" to ")
                        .append(ms(told.get(to - 1).at()))
                        .append(": ")
                        .append(text)
                        .append(", ")
                        .append(to - from)
                        .append(" times\n");
            }
        }
        throw new AssertionError(story + what);
    }

    private static String words(Expected right) {
        return switch (right.kind()) {
            case RECEIVED -> "heartbeat " + name(right.heartbeat()) + " at " + ms(right.earliest());
            case NOTHING -> "nothing, at " + ms(right.latest() - MS);
            case THREW -> "the socket's IOException at " + ms(right.earliest());
            default -> "that it returns";
        };
    }

    private static String words(Outcome outcome) {
        String at = " at " + ms(outcome.end());
        return switch (outcome.kind()) {
            case RECEIVED -> outcome.heartbeat() == null ? "?" : "heartbeat " + name(outcome.heartbeat()) + at;
            case NOTHING -> "nothing," + at;
            case NULL -> "null" + at + " instead of an Optional";
            case SENT -> "it returned" + at;
            case THREW -> outcome.text() + at;
            case NEVER_ENDS -> "the call never ends, since " + outcome.text();
        };
    }

    private static String words(Address address) {
        return address.host() + " port " + address.port();
    }

    private static String name(Heartbeat heartbeat) {
        return Parcel.name(heartbeat.incarnation(), heartbeat.sequence());
    }

    private static String ms(long nanos) {
        return DetectorStory.ms(nanos);
    }

    private void tell(long at, String text) {
        lines.add(new Line(at, text));
    }
}
