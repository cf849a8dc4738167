package ftol.failover.datagram;

import ftol.failover.Heartbeats;

/** Frames of part 1b, as hexadecimal digits. */
public final class Frames {
    private Frames() {}

    /** A frame with these numbers. */
    public static String of(int cluster, long incarnation, long sequence) {
        return of(Heartbeats.MAGIC, cluster, incarnation, sequence);
    }

    /** A frame with these numbers that begins with another magic number. */
    public static String of(int magic, int cluster, long incarnation, long sequence) {
        return String.format("%08x%08x%016x%016x", magic, cluster, incarnation, sequence);
    }
}
