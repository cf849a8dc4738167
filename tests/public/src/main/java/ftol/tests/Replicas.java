package ftol.tests;

import java.util.BitSet;
import java.util.stream.Collectors;

/** Sets of the replicas of a system of N, as a write or a read uses them. */
public final class Replicas {
    private Replicas() {}

    /** {@code count} replicas, beginning with the replica {@code first} (0 is the first of all). */
    public static BitSet range(int first, int count) {
        BitSet replicas = new BitSet();
        replicas.set(first, first + count);
        return replicas;
    }

    /** How many replicas the two sets share. */
    public static int shared(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    /** The replicas' names: "A B D" in a system of at most 26, else "1 to 20" for neighbours. */
    public static String names(BitSet replicas, int n) {
        if (n > 26) {
            return (replicas.nextSetBit(0) + 1) + " to " + replicas.length();
        }
        return replicas.stream()
                .mapToObj(replica -> String.valueOf((char) ('A' + replica)))
                .collect(Collectors.joining(" "));
    }
}
