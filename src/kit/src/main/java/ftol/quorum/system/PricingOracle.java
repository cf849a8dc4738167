package ftol.quorum.system;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.commons.math3.FieldElement;
import org.apache.commons.math3.util.Decimal64;

/**
 * Finds a quorum of least price, if each node has one. Where members share no node, the cheapest quorum is made of the
 * members' cheapest ones: a sum for "and", a minimum for "or", the k cheapest for "k of m", a knapsack for weights. Where
 * they do share nodes (which is no matter for "or"), the minimal quorums of that part are listed once.
 */
final class PricingOracle {
    /** A quorum and what its nodes cost together. */
    record Priced<C>(C price, BitSet quorum) {}

    private final NodeOrder order;
    private final Expr expr;
    private final IdentityHashMap<Vote, int[]> orders = new IdentityHashMap<>();
    private final IdentityHashMap<Vote, long[]> lists = new IdentityHashMap<>();

    PricingOracle(Expr expr, NodeOrder order) {
        this.expr = expr;
        this.order = order;
        prepare(expr);
    }

    /**
     * The cheapest quorum; it is minimal where a listing or equal votes make it so.
     *
     * @param prices of the nodes in their order, none negative
     */
    <C extends FieldElement<C> & Comparable<C>> Priced<C> cheapest(List<C> prices) {
        return new Search<>(prices).cheapest(expr);
    }

    /** One of the smallest quorums. */
    BitSet smallest() {
        return cheapest(Collections.nCopies(order.size(), Decimal64.ONE)).quorum();
    }

    private void prepare(Expr part) {
        if (part instanceof Vote vote) {
            if (vote.disjoint() || vote.anyOneIsEnough()) {
                orders.put(vote, vote.byVotes());
                vote.members().forEach(this::prepare);
            } else {
                lists.put(vote, MinimalQuorums.of(vote, order));
            }
        }
    }

    /** A coalition of members: the votes and price of the last one and those before it. */
    private record Coalition<C>(long votes, C price, BitSet last, Coalition<C> before) {}

    private final class Search<C extends FieldElement<C> & Comparable<C>> {
        private final List<C> prices;
        private final C zero;

        Search(List<C> prices) {
            this.prices = prices;
            this.zero = prices.get(0).getField().getZero();
        }

        Priced<C> cheapest(Expr part) {
            if (part instanceof Node node) {
                BitSet one = new BitSet();
                one.set(order.place(node));
                return new Priced<>(prices.get(order.place(node)), one);
            }
            Vote vote = (Vote) part;
            return lists.containsKey(vote) ? listed(lists.get(vote)) : voted(vote);
        }

        private Priced<C> listed(long[] masks) {
            C best = null;
            long cheapest = 0;
            for (long mask : masks) {
                C price = zero;
                for (long rest = mask; rest != 0; rest &= rest - 1) {
                    price = price.add(prices.get(Long.numberOfTrailingZeros(rest)));
                }
                if (best == null || price.compareTo(best) < 0) {
                    best = price;
                    cheapest = mask;
                }
            }
            return new Priced<>(best, BitSet.valueOf(new long[] {cheapest}));
        }

        /** Goes through the members, most votes first, and keeps those coalitions that none with more votes undercuts. */
        private Priced<C> voted(Vote vote) {
            List<Coalition<C>> coalitions = List.of(new Coalition<>(0, zero, new BitSet(), null));
            for (int i : orders.get(vote)) {
                coalitions = joined(
                        coalitions, vote.votes().get(i), cheapest(vote.members().get(i)), vote.quota());
            }
            Coalition<C> best = coalitions.get(0);
            BitSet quorum = new BitSet();
            for (Coalition<C> part = best; part != null; part = part.before()) {
                quorum.or(part.last());
            }
            return new Priced<>(best.price(), quorum);
        }

        /** The lists go from most votes to fewest, so also from the highest price to the lowest. */
        private List<Coalition<C>> joined(List<Coalition<C>> without, long votes, Priced<C> member, long quota) {
            List<Coalition<C>> joined = new ArrayList<>();
            C lowest = null;
            int old = 0;
            for (int next = 0; old < without.size() || next < without.size(); ) {
                if (next < without.size() && without.get(next).votes() >= quota) {
                    next++;
                    continue;
                }
                long oldVotes = old < without.size() ? without.get(old).votes() : -1;
                long newVotes = next < without.size()
                        ? Math.min(quota, without.get(next).votes() + Math.min(quota, votes))
                        : -1;
                Coalition<C> better;
                if (newVotes > oldVotes) {
                    better = with(without.get(next++), newVotes, member);
                } else {
                    better = without.get(old++);
                    if (newVotes == oldVotes) {
                        Coalition<C> other = with(without.get(next++), newVotes, member);
                        better = other.price().compareTo(better.price()) < 0 ? other : better;
                    }
                }
                if (lowest == null || better.price().compareTo(lowest) < 0) {
                    joined.add(better);
                    lowest = better.price();
                }
            }
            return joined;
        }

        private Coalition<C> with(Coalition<C> before, long votes, Priced<C> member) {
            return new Coalition<>(votes, before.price().add(member.price()), member.quorum(), before);
        }
    }
}
