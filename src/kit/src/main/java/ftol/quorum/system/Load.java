package ftol.quorum.system;

import ftol.quorum.system.LoadProgram.Column;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/** The least load of a system, with its proof. */
final class Load {
    private static final int MOST_STEPS = 10_000;

    private Load() {}

    /** The load alone, where it needs no strategy. */
    static BigFraction least(QuorumSystem system, BigFraction readFraction) {
        return symmetric(system)
                ? symmetricLoad(system, readFraction)
                : optimal(system, readFraction).load();
    }

    static Certificate optimal(QuorumSystem system, BigFraction readFraction) {
        if (symmetric(system)) {
            return symmetricOptimal(system, readFraction);
        }
        LoadProgram program = new LoadProgram(system, readFraction);
        return exact(program, new ArrayList<>(RoundedSimplex.optimalBasis(program)));
    }

    /** True if a read quorum is any so many of the nodes, and a write quorum any so many of the same ones. */
    private static boolean symmetric(QuorumSystem system) {
        return Vote.ofEqualNodes(system.reads()) > 0
                && Vote.ofEqualNodes(system.writes()) > 0
                && system.reads().nodes().equals(system.writes().nodes());
    }

    private static BigFraction symmetricLoad(QuorumSystem system, BigFraction readFraction) {
        return readFraction
                .multiply(Vote.ofEqualNodes(system.reads()))
                .add(BigFraction.ONE.subtract(readFraction).multiply(Vote.ofEqualNodes(system.writes())))
                .divide(system.nodes().size());
    }

    /**
     * Each node begins a quorum of the nodes that follow it in a circle, all of these are used alike, and all nodes cost
     * the same: no load is lower than the size of a quorum divided by the number of nodes (Naor and Wool 1998).
     */
    private static Certificate symmetricOptimal(QuorumSystem system, BigFraction readFraction) {
        List<Node> nodes = List.copyOf(system.nodes());
        BigFraction each = new BigFraction(1, nodes.size());
        return new Certificate(
                system,
                readFraction,
                symmetricLoad(system, readFraction),
                new Strategy(
                        circle(nodes, Vote.ofEqualNodes(system.reads()), each),
                        circle(nodes, Vote.ofEqualNodes(system.writes()), each)),
                nodes.stream().collect(Collectors.toMap(node -> node, node -> each)));
    }

    private static Map<Set<Node>, BigFraction> circle(List<Node> nodes, int size, BigFraction each) {
        Map<Set<Node>, BigFraction> quorums = new HashMap<>();
        for (int first = 0; first < nodes.size(); first++) {
            Set<Node> quorum = new LinkedHashSet<>();
            for (int i = 0; i < size; i++) {
                quorum.add(nodes.get((first + i) % nodes.size()));
            }
            quorums.merge(quorum, each, BigFraction::add);
        }
        return quorums;
    }

    /**
     * The simplex method without rounding, from the basis that the one with rounding has found; almost always there is
     * nothing left to improve.
     */
    private static Certificate exact(LoadProgram program, List<Column> basis) {
        Random random = new Random(1);
        for (int step = 0; step < MOST_STEPS; step++) {
            BigInteger[][] columns = basis.stream().map(program::entries).toArray(BigInteger[][]::new);
            BigInteger[][] rows = LinearSystem.transposed(columns);
            Optional<BigFraction[]> amounts = LinearSystem.solve(rows, program.limits());
            if (amounts.isEmpty() || !Fractions.noneNegative(List.of(amounts.get()))) {
                basis = program.firstBasis();
                continue;
            }
            BigFraction[] prices =
                    LinearSystem.solve(columns, program.gains(basis)).orElseThrow();
            Optional<Column> entering = program.improving(List.of(prices));
            if (entering.isEmpty()) {
                return certificate(program, basis, amounts.get(), prices);
            }
            BigFraction[] direction =
                    LinearSystem.solve(rows, program.entries(entering.get())).orElseThrow();
            basis.set(leaving(amounts.get(), direction, random), entering.get());
        }
        throw new ArithmeticException("no least load found in " + MOST_STEPS + " steps for " + program.system());
    }

    /** The row that is used up first; by lot among equals, so that the method does not go round in circles. */
    private static int leaving(BigFraction[] amounts, BigFraction[] direction, Random random) {
        List<Integer> first = new ArrayList<>();
        BigFraction least = null;
        for (int i = 0; i < amounts.length; i++) {
            if (direction[i].compareTo(BigFraction.ZERO) > 0) {
                BigFraction ratio = amounts[i].divide(direction[i]);
                int order = least == null ? -1 : ratio.compareTo(least);
                if (order < 0) {
                    least = ratio;
                    first.clear();
                }
                if (order <= 0) {
                    first.add(i);
                }
            }
        }
        return first.get(random.nextInt(first.size()));
    }

    private static Certificate certificate(
            LoadProgram program, List<Column> basis, BigFraction[] amounts, BigFraction[] prices) {
        List<BigFraction> ofNodes = List.of(prices).subList(0, program.order().size());
        BigFraction throughput = Fractions.sum(ofNodes);
        Map<Node, BigFraction> shares = new HashMap<>();
        for (int i = 0; i < ofNodes.size(); i++) {
            shares.put(program.order().node(i), ofNodes.get(i).divide(throughput));
        }
        return new Certificate(
                program.system(),
                program.readFraction(),
                throughput.reciprocal(),
                program.strategy(basis, amounts),
                shares);
    }
}
