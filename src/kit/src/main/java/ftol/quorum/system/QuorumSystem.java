package ftol.quorum.system;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Read quorums and write quorums such that every read quorum meets every write quorum. If both are the same expression,
 * this is a quorum system (coterie) in the sense of Garcia-Molina and Barbara, "How to Assign Votes in a Distributed
 * System" (1985).
 *
 * <p>All numbers are exact. A read fraction is the probability that an operation is a read.
 *
 * @param reads what a read needs
 * @param writes what a write needs
 */
public record QuorumSystem(Expr reads, Expr writes) {

    /** @throws IllegalArgumentException if they do not intersect; the message names two quorums that do not */
    public QuorumSystem {
        disjoint(reads, writes).ifPresent(pair -> {
            throw new IllegalArgumentException("not a quorum system: " + pair);
        });
    }

    /** Reads and writes need the same. */
    public static QuorumSystem of(Expr both) {
        return new QuorumSystem(both, both);
    }

    /** These read quorums, and as write quorums all sets that meet each of them. */
    public static QuorumSystem ofReads(Expr reads) {
        return new QuorumSystem(reads, reads.dual());
    }

    /** These write quorums, and as read quorums all sets that meet each of them. */
    public static QuorumSystem ofWrites(Expr writes) {
        return new QuorumSystem(writes.dual(), writes);
    }

    /** A read quorum and a write quorum without a common node, or nothing if there are none. */
    public static Optional<Disjoint> disjoint(Expr reads, Expr writes) {
        return new Meeting(reads, writes).disjoint();
    }

    /** All nodes, in the order in which they first occur. */
    public Set<Node> nodes() {
        Set<Node> nodes = new LinkedHashSet<>(reads.nodes());
        nodes.addAll(writes.nodes());
        return Collections.unmodifiableSet(nodes);
    }

    /** With the parts of reads and writes exchanged. */
    public QuorumSystem dual() {
        return new QuorumSystem(/* reads= */ writes, /* writes= */ reads);
    }

    /** How many nodes may fail, whichever they are, so that both a read quorum and a write quorum are left. */
    public int resilience() {
        return Math.min(reads.resilience(), writes.resilience());
    }

    /**
     * True if no further set could be a read quorum or a write quorum. As they intersect, that is so exactly if their
     * failure probabilities at p = 1/2 add up to 1: then the write quorums are the dual of the read quorums (for a
     * coterie: Peleg and Wool 1995).
     *
     * @throws IllegalArgumentException if there are too many nodes, as for {@link FailureProfile#of}
     */
    public boolean nonDominated() {
        BigFraction read = reads.failureProfile().probability(BigFraction.ONE_HALF);
        BigFraction write = writes.failureProfile().probability(BigFraction.ONE_HALF);
        return read.add(write).equals(BigFraction.ONE);
    }

    /** The least number of nodes that a read quorum and a write quorum have in common. */
    public int minIntersection() {
        return new Meeting(reads, writes).fewest();
    }

    /**
     * The least load of the busiest node that a strategy can have, as a fraction of all operations (Naor and Wool 1998).
     *
     * @param readFraction from 0 to 1
     */
    public BigFraction load(BigFraction readFraction) {
        Fractions.requireProbability("the read fraction", readFraction);
        return Load.least(this, readFraction);
    }

    /** How many operations the system carries per operation that one node carries: 1 / load. */
    public BigFraction capacity(BigFraction readFraction) {
        return load(readFraction).reciprocal();
    }

    /**
     * A strategy of least load, with the proof.
     *
     * @param readFraction from 0 to 1
     */
    public Certificate optimal(BigFraction readFraction) {
        Fractions.requireProbability("the read fraction", readFraction);
        return Load.optimal(this, readFraction);
    }
}
