package ftol.quorum;

/**
 * How a reader makes one value out of the answers of its read quorum. Up to T replicas may lie, and the reader does not
 * know which.
 */
public enum ReadRule {

    /**
     * Replicas store plain values. The reader takes the value that most answers have; of two that equally many have, the
     * one that was answered first. It is certain of the right one only if more than half of the answers have it.
     */
    MAJORITY("majority of plain values", false, true),

    /**
     * Replicas store values with versions. The reader takes the answer with the highest version; of several with that
     * version, the first. No quorum is large enough for this rule if a single replica lies.
     */
    HIGHEST_VERSION("highest version", true, false),

    /**
     * Replicas store values with versions. The reader takes the answer, value and version, that most of them give; of two
     * that equally many give, the one with the higher version ("opaque" quorums in Malkhi and Reiter, "Byzantine Quorum
     * Systems", 1998).
     */
    PLURALITY("most answers, then highest version", true, true),

    /**
     * Replicas store values with versions. Of the answers, value and version, that at least T + 1 replicas give, so that
     * one of them does not lie, the reader takes the one with the highest version. If there is none, it has no answer
     * ("masking" quorums).
     */
    VOUCHERS("T + 1 vouchers", true, true),

    /**
     * Replicas store values with versions, signed by their writer, so that a liar can give an outdated answer but cannot
     * make one up. The reader takes the answer with the highest version ("dissemination" quorums).
     */
    SIGNED("signed values", true, true);

    private final String title;
    private final boolean versioned;
    private final boolean forLiars;

    ReadRule(String title, boolean versioned, boolean forLiars) {
        this.title = title;
        this.versioned = versioned;
        this.forLiars = forLiars;
    }

    /** What tables and pictures call it. */
    public String title() {
        return title;
    }

    /** Whether replicas store a version with each value. */
    public boolean versioned() {
        return versioned;
    }

    /** Whether large enough quorums make it safe even if T replicas lie. Only {@link #HIGHEST_VERSION} is not made for that. */
    public boolean forLiars() {
        return forLiars;
    }
}
