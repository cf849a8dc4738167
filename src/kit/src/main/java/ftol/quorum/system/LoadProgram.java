package ftol.quorum.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
 * that is asked for is a cheapest one (Gilmore and Gomory 1961). All this is in floating point and only finds a basis.
 */
final class LoadProgram {
    /** What a column stands for: a node's spare time, or the use of a quorum. */
    enum Kind {
        SPARE,
        READ,
        WRITE
    }

    record Column(Kind kind, BitSet nodes) {}

    private static final Decimal64 EPSILON = new Decimal64(1e-10);

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

    /**
     * The columns of an optimal basis, up to rounding, in the order of their rows.
     *
     * @param perturbation by how much the nodes' limits are moved at most; unequal limits keep the method from standing
     *     still where many nodes are equally busy
     */
    List<Column> optimalBasis(double perturbation) {
        return new Simplex(perturbation).run();
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

    private int rows() {
        return order.size() + (oneFamily ? 0 : 1);
    }

    private BigInteger balance(Kind kind) {
        BigInteger reads = readFraction.getNumerator();
        return switch (kind) {
            case SPARE -> BigInteger.ZERO;
            case READ -> readFraction.getDenominator().subtract(reads);
            case WRITE -> reads.negate();
        };
    }

    private final class Simplex {
        private final int nodes = order.size();
        private final double fraction = readFraction.doubleValue();
        private final Column[] basis = new Column[rows()];
        private final double[][] inverse = new double[rows()][rows()];
        private final double[] amounts = new double[rows()];

        Simplex(double perturbation) {
            Random random = new Random(1);
            for (int i = 0; i < rows(); i++) {
                inverse[i][i] = 1;
                if (i < nodes) {
                    basis[i] = spare(i);
                    amounts[i] = 1 + perturbation * random.nextDouble();
                }
            }
            if (!oneFamily) {
                Column first = new Column(Kind.READ, reads.smallest());
                enter(first, direction(first), nodes);
            }
        }

        List<Column> run() {
            // Only rounding can make it miss the end; what it has then is still a basis to go on from.
            for (int step = 0; step < 200 * (rows() + 10); step++) {
                Optional<Column> entering = improving(rowPrices(), kind -> new Decimal64(weight(kind)), EPSILON);
                double[] direction = entering.map(this::direction).orElse(null);
                int leaving = direction == null ? -1 : leaving(direction);
                if (leaving < 0) {
                    break;
                }
                enter(entering.get(), direction, leaving);
            }
            return List.of(basis);
        }

        private List<Decimal64> rowPrices() {
            double[] prices = new double[rows()];
            for (int i = 0; i < rows(); i++) {
                if (basis[i].kind() != Kind.SPARE) {
                    for (int j = 0; j < rows(); j++) {
                        prices[j] += inverse[i][j];
                    }
                }
            }
            return Arrays.stream(prices).mapToObj(Decimal64::new).toList();
        }

        private double[] direction(Column column) {
            double[] direction = new double[rows()];
            for (int i = 0; i < rows(); i++) {
                double[] row = inverse[i];
                for (int node = column.nodes().nextSetBit(0);
                        node >= 0;
                        node = column.nodes().nextSetBit(node + 1)) {
                    direction[i] += row[node];
                }
                if (!oneFamily) {
                    direction[i] += weight(column.kind()) * row[nodes];
                }
            }
            return direction;
        }

        /** The row that is used up first. */
        private int leaving(double[] direction) {
            int leaving = -1;
            for (int i = 0; i < rows(); i++) {
                if (direction[i] > 1e-9
                        && (leaving < 0 || amounts[i] * direction[leaving] < amounts[leaving] * direction[i])) {
                    leaving = i;
                }
            }
            return leaving;
        }

        private void enter(Column column, double[] direction, int row) {
            double amount = amounts[row] / direction[row];
            for (int j = 0; j < rows(); j++) {
                inverse[row][j] /= direction[row];
            }
            for (int i = 0; i < rows(); i++) {
                if (i != row && direction[i] != 0) {
                    amounts[i] -= amount * direction[i];
                    for (int j = 0; j < rows(); j++) {
                        inverse[i][j] -= direction[i] * inverse[row][j];
                    }
                }
            }
            amounts[row] = amount;
            basis[row] = column;
        }

        private double weight(Kind kind) {
            return switch (kind) {
                case SPARE -> 0;
                case READ -> 1 - fraction;
                case WRITE -> -fraction;
            };
        }
    }
}
