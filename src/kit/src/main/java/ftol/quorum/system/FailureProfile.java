package ftol.quorum.system;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * How many sets of failed nodes leave no quorum, by their size (the availability profile of Peleg and Wool, "The
 * Availability of Quorum Systems", 1995, seen from the other side).
 *
 * @param blocking at place k, the number of sets of k nodes whose failure leaves no quorum; k = 0 ... n
 */
public record FailureProfile(List<BigInteger> blocking) {

    /**
     * Of the nodes that occur in the expression. Members that share no node are combined by counting; where they share
     * some, all sets of nodes of that part are gone through.
     *
     * @throws IllegalArgumentException if such a part has more than 28 nodes
     */
    public static FailureProfile of(Expr expr) {
        BigInteger[] alive = aliveBySize(expr);
        int n = alive.length - 1;
        BigInteger[] all = binomials(n);
        return new FailureProfile(IntStream.rangeClosed(0, n)
                .mapToObj(failed -> all[failed].subtract(alive[n - failed]))
                .toList());
    }

    /** The size of a smallest set of nodes that meets every quorum: as many failures, well chosen, leave none. */
    public int minTransversal() {
        return IntStream.range(0, blocking.size())
                .filter(k -> blocking.get(k).signum() > 0)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The probability that no quorum is left if each node has failed with probability p, independently: the sum of a_k
     * p^k (1-p)^(n-k), exactly.
     *
     * @param p from 0 to 1
     */
    public BigFraction probability(BigFraction p) {
        Fractions.requireProbability("p", p);
        BigInteger failed = p.getNumerator();
        BigInteger alive = p.getDenominator().subtract(failed);
        BigInteger sum = BigInteger.ZERO;
        BigInteger power = BigInteger.ONE;
        for (BigInteger sets : blocking) {
            sum = sum.multiply(alive).add(sets.multiply(power));
            power = power.multiply(failed);
        }
        return new BigFraction(sum, p.getDenominator().pow(blocking.size() - 1));
    }

    /** As {@link #probability(BigFraction)}, rounded: for curves. */
    public double probability(double p) {
        return probability(new BigFraction(p)).doubleValue();
    }

    /** How many sets of k of the expression's nodes contain a quorum, for k = 0 ... n. */
    private static BigInteger[] aliveBySize(Expr expr) {
        if (!(expr instanceof Vote vote)) {
            return new BigInteger[] {BigInteger.ZERO, BigInteger.ONE};
        }
        int k = Vote.ofEqualNodes(vote);
        if (k > 0) {
            BigInteger[] alive = binomials(vote.members().size());
            Arrays.fill(alive, 0, k, BigInteger.ZERO);
            return alive;
        }
        return vote.disjoint() ? voted(vote) : listed(vote);
    }

    private static BigInteger[] listed(Vote vote) {
        NodeOrder order = new NodeOrder(vote.nodes());
        if (order.size() > TruthTable.MOST_NODES) {
            throw TruthTable.tooMany(order.size());
        }
        long[] counts = TruthTable.supersetsBySize(MinimalQuorums.of(vote, order), order.size());
        return Arrays.stream(counts).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    /** For each number of votes up to the quota, how many sets of nodes of the members so far bring them together. */
    private static BigInteger[] voted(Vote vote) {
        Map<Long, BigInteger[]> byVotes = Map.of(0L, new BigInteger[] {BigInteger.ONE});
        for (int i = 0; i < vote.members().size(); i++) {
            BigInteger[] alive = aliveBySize(vote.members().get(i));
            BigInteger[] dead = binomials(alive.length - 1);
            Arrays.setAll(dead, size -> dead[size].subtract(alive[size]));
            Map<Long, BigInteger[]> joined = new TreeMap<>();
            for (Map.Entry<Long, BigInteger[]> had : byVotes.entrySet()) {
                long missing = vote.quota() - had.getKey();
                long votes = had.getKey() + Math.min(missing, vote.votes().get(i));
                joined.merge(votes, product(had.getValue(), alive), FailureProfile::sum);
                joined.merge(had.getKey(), product(had.getValue(), dead), FailureProfile::sum);
            }
            byVotes = joined;
        }
        return byVotes.get(vote.quota());
    }

    private static BigInteger[] product(BigInteger[] a, BigInteger[] b) {
        BigInteger[] product = new BigInteger[a.length + b.length - 1];
        Arrays.fill(product, BigInteger.ZERO);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                if (a[i].signum() > 0 && b[j].signum() > 0) {
                    product[i + j] = product[i + j].add(a[i].multiply(b[j]));
                }
            }
        }
        return product;
    }

    private static BigInteger[] sum(BigInteger[] a, BigInteger[] b) {
        BigInteger[] sum = new BigInteger[a.length];
        Arrays.setAll(sum, i -> a[i].add(b[i]));
        return sum;
    }

    private static BigInteger[] binomials(int n) {
        BigInteger[] row = new BigInteger[n + 1];
        row[0] = BigInteger.ONE;
        for (int k = 1; k <= n; k++) {
            row[k] = row[k - 1].multiply(BigInteger.valueOf(n - k + 1L)).divide(BigInteger.valueOf(k));
        }
        return row;
    }
}
