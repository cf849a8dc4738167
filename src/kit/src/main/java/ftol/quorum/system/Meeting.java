package ftol.quorum.system;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.Decimal64;

/** Do the quorums of two families meet, and in how many nodes? */
final class Meeting {
    private final Expr one;
    private final Expr other;
    private final NodeOrder order;

    Meeting(Expr one, Expr other) {
        this.one = one;
        this.other = other;
        Set<Node> nodes = new LinkedHashSet<>(one.nodes());
        nodes.addAll(other.nodes());
        this.order = new NodeOrder(nodes);
    }

    /** A quorum of the one and a quorum of the other that share no node; the lists are gone through only if need be. */
    Optional<Disjoint> disjoint() {
        if (other.equals(one.dual()) || (equalNodes() && overlap() > 0)) {
            return Optional.empty();
        }
        if (equalNodes()) {
            return Optional.of(new Disjoint(first(Vote.ofEqualNodes(one)), last(Vote.ofEqualNodes(other))));
        }
        return fewerQuorums() == one
                ? disjoint(one, other).map(pair -> new Disjoint(pair.get(0), pair.get(1)))
                : disjoint(other, one).map(pair -> new Disjoint(pair.get(1), pair.get(0)));
    }

    /** The least number of nodes that a quorum of the one and a quorum of the other share. */
    int fewest() {
        if (equalNodes()) {
            return Math.max(0, overlap());
        }
        Expr listed = fewerQuorums();
        PricingOracle oracle = new PricingOracle(listed == one ? other : one, order);
        int fewest = Integer.MAX_VALUE;
        for (long mask : MinimalQuorums.of(listed, order)) {
            // A node costs 1 if it is in this quorum, so the price of another quorum is what they share.
            List<Decimal64> prices = IntStream.range(0, order.size())
                    .mapToObj(place -> new Decimal64((mask >>> place) & 1))
                    .toList();
            fewest = Math.min(fewest, oracle.cheapest(prices).price().intValue());
        }
        return fewest;
    }

    /** A quorum of the first misses one of the second if the nodes outside of it hold one. */
    private Optional<List<Set<Node>>> disjoint(Expr listed, Expr asked) {
        for (long mask : MinimalQuorums.of(listed, order)) {
            if (holds(asked, ~mask)) {
                long missed = ~mask & (-1L >>> (NodeOrder.MASK - order.size()));
                for (int place = 0; place < order.size(); place++) {
                    long less = missed & ~(1L << place);
                    missed = holds(asked, less) ? less : missed;
                }
                return Optional.of(List.of(order.set(mask), order.set(missed)));
            }
        }
        return Optional.empty();
    }

    private boolean holds(Expr expr, long alive) {
        if (expr instanceof Node node) {
            return ((alive >>> order.place(node)) & 1) == 1;
        }
        Vote vote = (Vote) expr;
        long missing = vote.quota();
        for (int i = 0; i < vote.members().size() && missing > 0; i++) {
            if (holds(vote.members().get(i), alive)) {
                missing -= vote.votes().get(i);
            }
        }
        return missing <= 0;
    }

    private Expr fewerQuorums() {
        return one.equals(other) || MinimalQuorums.count(one).compareTo(MinimalQuorums.count(other)) <= 0 ? one : other;
    }

    /** True if each quorum is any so many of the same nodes: then no list is needed. */
    private boolean equalNodes() {
        return Vote.ofEqualNodes(one) > 0
                && Vote.ofEqualNodes(other) > 0
                && one.nodes().equals(other.nodes());
    }

    private int overlap() {
        return Vote.ofEqualNodes(one) + Vote.ofEqualNodes(other) - order.size();
    }

    private Set<Node> first(int k) {
        return nodes(0, k);
    }

    private Set<Node> last(int k) {
        return nodes(order.size() - k, order.size());
    }

    private Set<Node> nodes(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(order::node)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }
}
