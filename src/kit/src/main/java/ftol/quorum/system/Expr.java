package ftol.quorum.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A family of quorums, written as an expression over nodes: a set of nodes is a quorum if the expression holds for it.
 * {@code a.times(b).plus(c.times(d))} has the quorums {a, b} and {c, d}, and every set that contains one of them.
 *
 * <p>The notation is the one of Whittaker, Charapko, Hellerstein, Howard and Stoica, "Read-Write Quorum Systems Made
 * Practical" (PaPoC 2021). There are no negations, so a superset of a quorum is one too. Expressions are values: equal
 * if they are written alike.
 */
public sealed interface Expr permits Node, Vote {

    /** The nodes that occur, in the order in which they first do, each once. */
    Set<Node> nodes();

    /** True if these nodes contain a quorum. */
    boolean holds(Set<Node> alive);

    /**
     * The expression whose quorums are the sets that meet every quorum of this one: "and" and "or" change places, and a
     * quota of q among v votes becomes v - q + 1. The dual of the dual has the quorums of the first.
     */
    Expr dual();

    /**
     * The quorums of which no proper subset is one, smallest first.
     *
     * @throws IllegalArgumentException if there are more than 64 nodes or 5 million of these quorums
     */
    default List<Set<Node>> minimalQuorums() {
        NodeOrder order = new NodeOrder(nodes());
        return Arrays.stream(MinimalQuorums.of(this, order))
                .mapToObj(order::set)
                .toList();
    }

    /** The number of minimal quorums; exact for any number of nodes if no node occurs twice. */
    default BigInteger countMinimalQuorums() {
        return MinimalQuorums.count(this);
    }

    /** The number of nodes in a smallest quorum. */
    default int minQuorumSize() {
        return new PricingOracle(this, new NodeOrder(nodes())).smallest().cardinality();
    }

    /** The size of a smallest set of nodes that meets every quorum. */
    default int minTransversal() {
        return dual().minQuorumSize();
    }

    /** How many nodes may fail, whichever they are, so that a quorum is left. */
    default int resilience() {
        return minTransversal() - 1;
    }

    /** How many sets of failed nodes leave no quorum, by size. */
    default FailureProfile failureProfile() {
        return FailureProfile.of(this);
    }

    /**
     * What a cheapest quorum costs.
     *
     * @param prices of all nodes that occur; none negative
     */
    default BigFraction leastPrice(Map<Node, BigFraction> prices) {
        List<Node> nodes = List.copyOf(nodes());
        return new PricingOracle(this, new NodeOrder(nodes))
                .cheapest(nodes.stream().map(prices::get).toList())
                .price();
    }

    /** Both: a quorum of this one and a quorum of the other, which may share nodes. */
    default Expr times(Expr other) {
        return Vote.all(List.of(this, other));
    }

    /** Either: a quorum of this one or a quorum of the other. */
    default Expr plus(Expr other) {
        return Vote.any(List.of(this, other));
    }

    /** At least k of these hold. */
    static Expr choose(int k, Expr... of) {
        return choose(k, List.of(of));
    }

    /**
     * At least k of these hold.
     *
     * @throws IllegalArgumentException if k is not between 1 and their number
     */
    static Expr choose(int k, List<? extends Expr> of) {
        return weighted(k, Collections.nCopies(of.size(), 1L), of);
    }

    /** More than half of these hold. */
    static Expr majority(Expr... of) {
        return majority(List.of(of));
    }

    /** More than half of these hold. */
    static Expr majority(List<? extends Expr> of) {
        return choose(of.size() / 2 + 1, of);
    }

    /**
     * Weighted voting (Gifford, SOSP 1979): those that hold have at least {@code quota} votes together.
     *
     * @param votes how many each has, in the same order; none negative
     * @throws IllegalArgumentException if the numbers do not fit together or the quota is not between 1 and all votes
     */
    static Expr weighted(long quota, List<Long> votes, List<? extends Expr> of) {
        Vote vote = new Vote(quota, votes, List.copyOf(of));
        return of.size() == 1 ? of.get(0) : vote;
    }

    /** The nodes of these names. */
    static List<Node> nodes(String... names) {
        List<Node> nodes = new ArrayList<>();
        for (String name : names) {
            nodes.add(new Node(name));
        }
        return List.copyOf(nodes);
    }

    /**
     * Nodes A, B, C ... Z, then N27, N28 ...
     *
     * @throws IllegalArgumentException if n is less than 1
     */
    static List<Node> nodes(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("the number of nodes is " + n + ", but must be at least 1");
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            nodes.add(new Node(i < 26 ? String.valueOf((char) ('A' + i)) : "N" + (i + 1)));
        }
        return List.copyOf(nodes);
    }
}
