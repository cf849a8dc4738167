package ftol.failover;

import ftol.failover.Heartbeats.Heartbeat;
import ftol.failover.datagram.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What is sent to a secondary, one datagram after the other: by its primary, by the network, which repeats and delays, and by
 * a stranger.
 *
 * <pre>{@code
 * DatagramTraffic.begin().heartbeats(2).again().stranger().restart().heartbeats(1).end()
 * }</pre>
 *
 * @param items in order
 */
public record DatagramTraffic(List<Item> items) {
    /** The cluster of the primary and the secondary. */
    public static final int CLUSTER = 7;

    private static final int MAX_HEARTBEATS = 100;

    public DatagramTraffic {
        items = List.copyOf(items);
    }

    /** What an item is. */
    public enum Kind {
        /** A heartbeat that the primary sends; it counts. All others do not. */
        HEARTBEAT,
        /** One that the primary sends and the network loses. */
        LOST,
        /** One from the primary's address that is not to count. */
        FROM_PRIMARY,
        /** One from another address. */
        FROM_STRANGER,
        /** Garbage from the primary's address, again and again until the secondary gives up waiting. */
        FLOOD
    }

    /**
     * A datagram.
     *
     * @param heartbeat whose numbers are in it, if any are
     * @param note what is special about it, in a word or two; or ""
     * @param hex its bytes, two hexadecimal digits each
     */
    public record Item(Kind kind, Optional<Heartbeat> heartbeat, String note, String hex) {
        /** The numbers of its heartbeat: "(1, 2)"; or "". */
        public String numbers() {
            return heartbeat
                    .map(numbers -> "(" + numbers.incarnation() + ", " + numbers.sequence() + ")")
                    .orElse("");
        }
    }

    /** Begins with a primary in its first incarnation. */
    public static Builder begin() {
        return new Builder();
    }

    /** What is sent, with all bytes: magic, cluster, incarnation, sequence. */
    public Table table() {
        return Table.create("What is sent to the secondary (cluster " + CLUSTER + ")")
                .addColumns(
                        IntColumn.create(
                                "no.", IntStream.rangeClosed(1, items.size()).toArray()),
                        strings("from", item -> item.kind() == Kind.FROM_STRANGER ? "stranger" : "primary"),
                        strings("datagram", item -> (item.numbers() + " " + item.note()).strip()),
                        strings("bytes", item -> spaced(item.hex())));
    }

    private StringColumn strings(String name, Function<Item, String> value) {
        return StringColumn.create(name, items.stream().map(value).toList());
    }

    /** In groups as in a frame. */
    private static String spaced(String hex) {
        return hex.replaceFirst("^(.{8})(.{8})(.{1,16})(.{0,16})", "$1 $2 $3 $4 ")
                .strip();
    }

    /** Says one after the other what is sent. Throws IllegalArgumentException where that makes no sense. */
    public static final class Builder {
        private final List<Item> items = new ArrayList<>();
        private long incarnation = 1;
        private long sequence;
        private Heartbeat newest = new Heartbeat(0, 0);

        private Builder() {}

        private static void require(boolean condition, String otherwise) {
            if (!condition) {
                throw new IllegalArgumentException(otherwise);
            }
        }

        /** The primary sends so many heartbeats, from 1 to 100. */
        public Builder heartbeats(int count) {
            require(
                    count >= 1 && count <= MAX_HEARTBEATS,
                    "heartbeats takes a number from 1 to 100, not " + count + ".");
            for (int i = 0; i < count; i++) {
                sequence++;
                add(Kind.HEARTBEAT, incarnation, sequence, "");
            }
            newest = new Heartbeat(incarnation, sequence);
            return this;
        }

        /** The primary sends its next heartbeat, and the network loses it. */
        public Builder lost() {
            sequence++;
            return add(Kind.LOST, incarnation, sequence, "lost");
        }

        /** The network delivers the last heartbeat that arrived once more. */
        public Builder again() {
            require(newest.sequence() > 0, "again comes after a heartbeat.");
            return add(Kind.FROM_PRIMARY, newest.incarnation(), newest.sequence(), "again");
        }

        /** The network delivers a heartbeat late, when another of the same incarnation has overtaken it. */
        public Builder late(long number) {
            require(
                    number >= 1 && number < newest.sequence(),
                    "late takes a number less than that of the last heartbeat, " + newest.sequence() + ", not " + number
                            + ".");
            return add(Kind.FROM_PRIMARY, newest.incarnation(), number, "late");
        }

        /** The primary restarts: its next heartbeat is the first of its next incarnation. */
        public Builder restart() {
            incarnation++;
            sequence = 0;
            return this;
        }

        /** A heartbeat from before the restart arrives, when one from after it already has: until then nobody can know. */
        public Builder fromBeforeRestart() {
            require(newest.incarnation() > 1, "fromBeforeRestart comes after restart and a heartbeat.");
            return add(Kind.FROM_PRIMARY, newest.incarnation() - 1, 9, "earlier");
        }

        /** All but the last byte of the next heartbeat. */
        public Builder truncated() {
            String hex = Frames.of(CLUSTER, incarnation, sequence + 1);
            return add(Kind.FROM_PRIMARY, sequence + 1, "short", hex.substring(0, 46));
        }

        /** The next heartbeat with a byte too many. */
        public Builder oversized() {
            return add(Kind.FROM_PRIMARY, sequence + 1, "long", Frames.of(CLUSTER, incarnation, sequence + 1) + "00");
        }

        /** The next heartbeat with another magic number. */
        public Builder otherMagic() {
            return add(
                    Kind.FROM_PRIMARY,
                    sequence + 1,
                    "magic",
                    Frames.of(0x6C6F7466, CLUSTER, incarnation, sequence + 1));
        }

        /** A heartbeat of another cluster, from the primary's address. */
        public Builder otherCluster() {
            return add(Kind.FROM_PRIMARY, sequence + 1, "cluster 8", Frames.of(CLUSTER + 1, incarnation, sequence + 1));
        }

        /** The next heartbeat, from a stranger. */
        public Builder stranger() {
            return add(Kind.FROM_STRANGER, incarnation, sequence + 1, "stranger");
        }

        /** A text. */
        public Builder garbage() {
            items.add(new Item(Kind.FROM_PRIMARY, Optional.empty(), "garbage", "48656c6c6f"));
            return this;
        }

        /** Nothing but garbage, and no heartbeat, until the secondary gives up. */
        public Builder flood() {
            items.add(new Item(Kind.FLOOD, Optional.empty(), "a flood of garbage", "48656c6c6f"));
            return this;
        }

        /** Ends it. Throws IllegalArgumentException if nothing is sent. */
        public DatagramTraffic end() {
            require(!items.isEmpty(), "Nothing is sent yet: begin().heartbeats(1).end()");
            return new DatagramTraffic(items);
        }

        private Builder add(Kind kind, long life, long number, String note) {
            items.add(new Item(kind, Optional.of(new Heartbeat(life, number)), note, Frames.of(CLUSTER, life, number)));
            return this;
        }

        private Builder add(Kind kind, long number, String note, String hex) {
            items.add(new Item(kind, Optional.of(new Heartbeat(incarnation, number)), note, hex));
            return this;
        }
    }
}
