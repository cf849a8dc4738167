package ftol.tests.hidden;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How few replicas two sets can share, found by trying all pairs of sets. */
final class Overlaps {
    private static final ConcurrentMap<Integer, int[][]> KNOWN = new ConcurrentHashMap<>();

    private Overlaps() {}

    /** In row a and column b, the fewest replicas that a set of a and a set of b out of n replicas share. */
    static int[][] of(int n) {
        return KNOWN.computeIfAbsent(n, Overlaps::count);
    }

    private static int[][] count(int n) {
        int[][] fewest = new int[n + 1][n + 1];
        for (int[] row : fewest) {
            Arrays.fill(row, n);
        }
        for (int one = 0; one < 1 << n; one++) {
            for (int other = 0; other < 1 << n; other++) {
                int[] row = fewest[Integer.bitCount(one)];
                int size = Integer.bitCount(other);
                row[size] = Math.min(row[size], Integer.bitCount(one & other));
            }
        }
        return fewest;
    }
}
