package ftol.tests;

import ftol.failover.Heartbeats;
import ftol.failover.datagram.Address;
import ftol.failover.datagram.Frames;

/**
 * Something that arrives at the student's socket in part 1b.
 *
 * @param what in words
 * @param from where it comes from
 * @param hex its bytes
 */
public record Parcel(String what, Address from, String hex) {
    /** Where the primary sends from. */
    public static final Address PRIMARY = new Address("192.0.2.1", 7000);

    /** Another port on the primary's host. */
    public static final Address OTHER_PORT = new Address("192.0.2.1", 7001);

    /** The primary's port on another host. */
    public static final Address OTHER_HOST = new Address("192.0.2.99", 7000);

    /** The cluster, unless a story says otherwise. */
    public static final int CLUSTER = 7;

    /** A heartbeat of the primary. */
    public static Parcel heartbeat(long incarnation, long sequence) {
        return new Parcel(
                "heartbeat " + name(incarnation, sequence), PRIMARY, Frames.of(CLUSTER, incarnation, sequence));
    }

    /** What only looks like a heartbeat of the primary; its bytes are in the story. */
    public static Parcel frame(String what, String hex) {
        return new Parcel(what + " (" + grouped(hex) + ")", PRIMARY, hex);
    }

    /** Its first bytes only. */
    public Parcel truncated(int length) {
        String name = length == 0 ? "an empty datagram" : "the beginning (" + length + " bytes) of " + what;
        return new Parcel(name, from, hex.substring(0, 2 * length));
    }

    /** With so many bytes behind it. */
    public Parcel longer(int bytes) {
        return new Parcel(
                what + " with " + bytes + (bytes == 1 ? " byte" : " bytes") + " too many",
                from,
                hex + "2a".repeat(bytes));
    }

    /** The same bytes from elsewhere. */
    public Parcel from(Address other) {
        return new Parcel(what + " from " + other.host() + " port " + other.port(), other, hex);
    }

    /** A heartbeat from the primary's address that belongs to another cluster. */
    public static Parcel ofCluster(int cluster, long incarnation, long sequence) {
        return new Parcel(
                "heartbeat " + name(incarnation, sequence) + " of cluster " + cluster,
                PRIMARY,
                Frames.of(cluster, incarnation, sequence));
    }

    /** A heartbeat with another number in front. */
    public static Parcel ofMagic(int magic, long incarnation, long sequence) {
        return frame("a frame with another magic number", Frames.of(magic, CLUSTER, incarnation, sequence));
    }

    /** A heartbeat whose magic number's bytes are in the wrong order. */
    public static Parcel magicBackwards(long incarnation, long sequence) {
        return ofMagic(Integer.reverseBytes(Heartbeats.MAGIC), incarnation, sequence);
    }

    /** How stories call a heartbeat: "(1, 2)". */
    public static String name(long incarnation, long sequence) {
        return "(" + incarnation + ", " + sequence + ")";
    }

    /** Bytes in groups of four: "66746f6c 00000007 …". */
    public static String grouped(String hex) {
        String shown = hex.length() > 96 ? hex.substring(0, 96) : hex;
        String groups = shown.replaceAll("(.{8})(?=.)", "$1 ");
        return hex.isEmpty() ? "no bytes" : shown.equals(hex) ? groups : groups + " …";
    }
}
