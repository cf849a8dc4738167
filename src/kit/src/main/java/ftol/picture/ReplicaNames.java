package ftol.picture;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What pictures, tables and messages call replicas: A, B, C ... or, if there are more than 26, their numbers. */
public final class ReplicaNames {
    private static final int LETTERS = 26;

    private ReplicaNames() {}

    /**
     * The name of one replica.
     *
     * @param replica its number; 0 is the first of all
     * @param n how many replicas the system has
     */
    public static String of(int replica, int n) {
        boolean letter = n <= LETTERS && replica >= 0 && replica < n;
        return letter ? String.valueOf((char) ('A' + replica)) : String.valueOf(replica);
    }

    /** The names of several, in the order of their numbers: "{A, E, I}". */
    public static String of(Collection<Integer> replicas, int n) {
        return new TreeSet<>(replicas)
                .stream().map(replica -> of(replica, n)).collect(Collectors.joining(", ", "{", "}"));
    }
}
