package ftol.quorum.system;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The quorums of which no proper subset is a quorum, as bit masks. */
final class MinimalQuorums {
    /** More of them than this are not listed. */
    static final int MOST = 5_000_000;

    private final NodeOrder order;
    private final Expr expr;

    private MinimalQuorums(NodeOrder order, Expr expr) {
        this.order = order;
        this.expr = expr;
    }

    /**
     * All of them, smallest first, each once.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST}, or more than 64 nodes
     */
    static long[] of(Expr expr, NodeOrder order) {
        if (order.size() > NodeOrder.MASK) {
            throw new IllegalArgumentException(
                    "quorums are listed for up to " + NodeOrder.MASK + " nodes, not for " + order.size());
        }
        long[] masks = new MinimalQuorums(order, expr).of(expr);
        return smallestFirst(masks);
    }

    /** Their number; counted without listing them if no node occurs twice. */
    static BigInteger count(Expr expr) {
        if (!(expr instanceof Vote vote)) {
            return BigInteger.ONE;
        }
        if (!readOnce(vote)) {
            return BigInteger.valueOf(of(vote, new NodeOrder(vote.nodes())).length);
        }
        // Most votes first: the coalition is complete with a member without which it is not, and every other has more.
        Map<Long, BigInteger> open = new TreeMap<>(Map.of(0L, BigInteger.ONE));
        BigInteger complete = BigInteger.ZERO;
        for (int i : vote.byVotes()) {
            BigInteger member = count(vote.members().get(i));
            for (Map.Entry<Long, BigInteger> had :
                    new TreeMap<>(open).descendingMap().entrySet()) {
                BigInteger more = had.getValue().multiply(member);
                if (had.getKey() >= vote.quota() - vote.votes().get(i)) {
                    complete = complete.add(more);
                } else {
                    open.merge(had.getKey() + vote.votes().get(i), more, BigInteger::add);
                }
            }
        }
        return complete;
    }

    private static boolean readOnce(Expr expr) {
        return !(expr instanceof Vote vote)
                || (vote.disjoint() && vote.members().stream().allMatch(MinimalQuorums::readOnce));
    }

    private long[] of(Expr part) {
        if (part instanceof Node node) {
            return new long[] {1L << order.place(node)};
        }
        Members members = members((Vote) part);
        Masks found = new Masks(expr);
        coalitions(members, 0, ((Vote) part).quota(), new long[] {0}, found);
        return members.minimal(found);
    }

    private Members members(Vote vote) {
        int[] places = vote.byVotes();
        long[] votes = new long[places.length];
        long[] votesFrom = new long[places.length + 1];
        long[][] quorums = new long[places.length][];
        for (int i = places.length - 1; i >= 0; i--) {
            votes[i] = vote.votes().get(places[i]);
            votesFrom[i] = votesFrom[i + 1] + votes[i];
            quorums[i] = of(vote.members().get(places[i]));
        }
        return new Members(votes, votesFrom, quorums, vote.disjoint());
    }

    /** Adds to each of the sets, in every way, the members from this one on that are still needed. */
    private void coalitions(Members members, int from, long missing, long[] sets, Masks found) {
        if (missing <= 0) {
            found.addAll(sets);
            return;
        }
        for (int i = from; members.votesFrom[i] >= missing; i++) {
            Masks joined = new Masks(expr);
            for (long set : sets) {
                for (long member : members.quorums[i]) {
                    joined.add(set | member);
                }
            }
            coalitions(members, i + 1, missing - members.votes[i], members.minimal(joined), found);
        }
    }

    /** The members of a vote, those with most votes first; {@code votesFrom} are those of this and all later ones. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Members(long[] votes, long[] votesFrom, long[][] quorums, boolean disjoint) {
        long[] minimal(Masks masks) {
            return disjoint ? masks.masks() : MinimalQuorums.minimal(masks.masks());
        }
    }

    private static long[] smallestFirst(long[] masks) {
        long[][] bySize = new long[NodeOrder.MASK + 1][];
        int[] counts = new int[NodeOrder.MASK + 1];
        for (long mask : masks) {
            counts[Long.bitCount(mask)]++;
        }
        Arrays.setAll(bySize, size -> new long[counts[size]]);
        for (long mask : masks) {
            int size = Long.bitCount(mask);
            bySize[size][--counts[size]] = mask;
        }
        int next = 0;
        long[] sorted = new long[masks.length];
        for (long[] group : bySize) {
            Arrays.sort(group);
            System.arraycopy(group, 0, sorted, next, group.length);
            next += group.length;
        }
        return sorted;
    }

    /** Leaves out each set that contains another one: an equal one, which is next to it, or a smaller one. */
    private static long[] minimal(long[] masks) {
        long[] sorted = smallestFirst(masks);
        int kept = 0;
        int smaller = 0;
        for (long mask : sorted) {
            if (kept > 0 && Long.bitCount(sorted[kept - 1]) < Long.bitCount(mask)) {
                smaller = kept;
            }
            boolean minimal = kept == 0 || sorted[kept - 1] != mask;
            for (int i = 0; i < smaller && minimal; i++) {
                minimal = (sorted[i] & ~mask) != 0;
            }
            if (minimal) {
                sorted[kept++] = mask;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    /** A growing list of masks. */
    private static final class Masks {
        private final Expr expr;
        private long[] masks = new long[8];
        private int size;

        Masks(Expr expr) {
            this.expr = expr;
        }

        void add(long mask) {
            if (size == MOST) {
                throw new IllegalArgumentException("more than " + MOST + " quorums to list in " + expr);
            }
            if (size == masks.length) {
                masks = Arrays.copyOf(masks, 2 * size);
            }
            masks[size++] = mask;
        }

        void addAll(long[] more) {
            for (long mask : more) {
                add(mask);
            }
        }

        long[] masks() {
            return Arrays.copyOf(masks, size);
        }
    }
}
