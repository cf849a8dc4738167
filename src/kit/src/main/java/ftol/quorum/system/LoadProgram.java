package ftol.quorum.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.math3.FieldElement;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.util.Decimal64;

/**
 * The load as a linear program, turned round: if each node can take part in 1 operation in a unit of time, how many can
 * the system carry? One column for each read quorum and each write quorum (how often it is used), one row for each node
 * (at most 1), and, if reads and writes differ, one row that keeps their ratio. The load is 1 / the answer.
 *
 * <p>It is solved by the revised simplex method with columns made on demand: given the prices of the nodes, the only quorum
 * that is asked for is a cheapest one (Gilmore and Gomory 1961).
 */
final class LoadProgram {
    /** What a column stands for: a node's spare time, or the use of a quorum. */
    enum Kind {
        SPARE,
        READ,
        WRITE
    }

    record Column(Kind kind, BitSet nodes) {}

    private static final Decimal64 TOLERANCE = new Decimal64(1e-10);

    private final QuorumSystem system;
    private final BigFraction readFraction;
    private final NodeOrder order;
    private final PricingOracle reads;
    private final PricingOracle writes;
    /** One family only: reads and writes are the same, or there are no reads or no writes. */
    private final boolean oneFamily;

    private final boolean onlyWrites;

    LoadProgram(QuorumSystem system, BigFraction readFraction) {
        this.system = system;
        this.readFraction = readFraction;
        this.order = new NodeOrder(system.nodes());
        this.reads = new PricingOracle(system.reads(), order);
        this.writes = new PricingOracle(system.writes(), order);
        this.onlyWrites = readFraction.equals(BigFraction.ZERO);
        this.oneFamily = onlyWrites
                || readFraction.equals(BigFraction.ONE)
                || system.reads().equals(system.writes());
    }

    QuorumSystem system() {
        return system;
    }

    BigFraction readFraction() {
        return readFraction;
    }

    NodeOrder order() {
        return order;
    }

    /** The rows' right sides. */
    BigInteger[] limits() {
        BigInteger[] limits = new BigInteger[rows()];
        Arrays.fill(limits, BigInteger.ZERO);
        Arrays.fill(limits, 0, order.size(), BigInteger.ONE);
        return limits;
    }

    /** How many operations a unit of each column is. */
    BigInteger[] gains(List<Column> basis) {
        return basis.stream()
                .map(column -> column.kind() == Kind.SPARE ? BigInteger.ZERO : BigInteger.ONE)
                .toArray(BigInteger[]::new);
    }

    /** How often each quorum of the basis is used, as probabilities. */
    Strategy strategy(List<Column> basis, BigFraction[] amounts) {
        Map<Set<Node>, BigFraction> read = new HashMap<>();
        Map<Set<Node>, BigFraction> write = new HashMap<>();
        for (int i = 0; i < amounts.length; i++) {
            Column column = basis.get(i);
            if (column.kind() != Kind.SPARE && amounts[i].compareTo(BigFraction.ZERO) != 0) {
                (column.kind() == Kind.READ ? read : write)
                        .merge(order.set(column.nodes()), amounts[i], BigFraction::add);
            }
        }
        if (system.reads().equals(system.writes())) {
            Map<Set<Node>, BigFraction> both = probabilities(onlyWrites ? write : read, reads);
            return new Strategy(both, both);
        }
        return new Strategy(probabilities(read, reads), probabilities(write, writes));
    }

    /** Where the method can begin: all nodes idle, and a read quorum that is not used. */
    List<Column> firstBasis() {
        List<Column> basis = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            basis.add(spare(i));
        }
        if (!oneFamily) {
            basis.add(new Column(Kind.READ, reads.smallest()));
        }
        return basis;
    }

    /**
     * A column that is worth more than it costs: a node with a negative price, which is better left idle, or a quorum.
     *
     * @param prices of the rows
     */
    Optional<Column> improving(List<BigFraction> prices) {
        return improving(prices, kind -> new BigFraction(balance(kind)), BigFraction.ZERO);
    }

    /** The same in floating point, with {@link #roundedBalance} in the last row. */
    Optional<Column> improvingRounded(List<Decimal64> prices) {
        return improving(prices, kind -> new Decimal64(roundedBalance(kind)), TOLERANCE);
    }

    private <C extends FieldElement<C> & Comparable<C>> Optional<Column> improving(
            List<C> prices, Function<Kind, C> balance, C tolerance) {
        C zero = tolerance.getField().getZero();
        int idle = 0;
        List<C> ofNodes = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            C price = prices.get(i);
            idle = price.compareTo(prices.get(idle)) < 0 ? i : idle;
            ofNodes.add(price.compareTo(zero) < 0 ? zero : price);
        }
        if (prices.get(idle).add(tolerance).compareTo(zero) < 0) {
            return Optional.of(spare(idle));
        }
        Column best = null;
        C gain = tolerance;
        for (Kind kind : oneFamily ? List.of(onlyWrites ? Kind.WRITE : Kind.READ) : List.of(Kind.READ, Kind.WRITE)) {
            PricingOracle.Priced<C> cheapest = (kind == Kind.READ ? reads : writes).cheapest(ofNodes);
            C worth = tolerance.getField().getOne().subtract(cheapest.price());
            if (!oneFamily) {
                worth = worth.subtract(balance.apply(kind).multiply(prices.get(order.size())));
            }
            if (worth.compareTo(gain) > 0) {
                gain = worth;
                best = new Column(kind, cheapest.quorum());
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a unit of this column takes from each row. */
    BigInteger[] entries(Column column) {
        BigInteger[] entries = new BigInteger[rows()];
        for (int i = 0; i < order.size(); i++) {
            entries[i] = column.nodes().get(i) ? BigInteger.ONE : BigInteger.ZERO;
        }
        if (!oneFamily) {
            entries[order.size()] = balance(column.kind());
        }
        return entries;
    }

    private static Column spare(int node) {
        BitSet one = new BitSet();
        one.set(node);
        return new Column(Kind.SPARE, one);
    }

    private Map<Set<Node>, BigFraction> probabilities(Map<Set<Node>, BigFraction> amounts, PricingOracle family) {
        BigFraction sum = Fractions.sum(amounts.values());
        if (sum.equals(BigFraction.ZERO)) {
            // Not used at this read fraction: any quorum will do.
            return Map.of(order.set(family.smallest()), BigFraction.ONE);
        }
        amounts.replaceAll((quorum, amount) -> amount.divide(sum));
        return amounts;
    }

    /** True if the last row keeps the ratio of reads to writes. */
    boolean balanced() {
        return !oneFamily;
    }

    int rows() {
        return order.size() + (oneFamily ? 0 : 1);
    }

    /** What a unit of a column adds to the last row, divided by the denominator of the read fraction. */
    double roundedBalance(Kind kind) {
        return new BigFraction(balance(kind), readFraction.getDenominator()).doubleValue();
    }

    private BigInteger balance(Kind kind) {
        BigInteger reads = readFraction.getNumerator();
        return switch (kind) {
            case SPARE -> BigInteger.ZERO;
            case READ -> readFraction.getDenominator().subtract(reads);
            case WRITE -> reads.negate();
        };
    }
}
