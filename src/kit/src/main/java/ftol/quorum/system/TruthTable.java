package ftol.quorum.system;

import java.util.Arrays;

/** Which of the 2^n sets of n nodes contain a quorum: one bit for each set, 64 sets in a word. */
final class TruthTable {
    /** 2^28 bits are 32 MB. */
    static final int MOST_NODES = 28;

    private static final int WORD = 6;
    /** In a word, the sets without node 0, 1, ... 5. */
    private static final long[] WITHOUT = {
        0x5555555555555555L,
        0x3333333333333333L,
        0x0f0f0f0f0f0f0f0fL,
        0x00ff00ff00ff00ffL,
        0x0000ffff0000ffffL,
        0x00000000ffffffffL
    };

    private TruthTable() {}

    static IllegalArgumentException tooMany(int n) {
        return new IllegalArgumentException(
                "a failure profile goes through all sets of nodes where some occur twice: for " + "up to " + MOST_NODES
                        + " nodes, not for " + n);
    }

    /**
     * How many of the sets of k nodes contain one of these, for k = 0 ... n. All supersets are marked, node by node for 64
     * sets at a time.
     *
     * @param n at most {@link #MOST_NODES}
     */
    static long[] supersetsBySize(long[] masks, int n) {
        long[] words = new long[1 << Math.max(0, n - WORD)];
        for (long mask : masks) {
            words[(int) (mask >>> WORD)] |= 1L << (mask & 63);
        }
        for (int node = 0; node < n; node++) {
            addSupersets(words, node);
        }
        return countBySize(words, n);
    }

    private static void addSupersets(long[] words, int node) {
        if (node < WORD) {
            for (int w = 0; w < words.length; w++) {
                words[w] |= (words[w] & WITHOUT[node]) << (1 << node);
            }
        } else {
            int step = 1 << (node - WORD);
            for (int w = 0; w < words.length; w++) {
                if ((w & step) != 0) {
                    words[w] |= words[w ^ step];
                }
            }
        }
    }

    private static long[] countBySize(long[] words, int n) {
        long[] ofSize = new long[WORD + 1];
        for (int set = 0; set < 64; set++) {
            ofSize[Integer.bitCount(set)] |= 1L << set;
        }
        long[] counts = new long[Math.max(n, WORD) + 1 + WORD];
        for (int w = 0; w < words.length; w++) {
            for (int size = 0; size <= WORD && words[w] != 0; size++) {
                counts[Integer.bitCount(w) + size] += Long.bitCount(words[w] & ofSize[size]);
            }
        }
        return Arrays.copyOf(counts, n + 1);
    }
}
