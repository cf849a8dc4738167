package ftol.quorum.system;

import ftol.quorum.system.LoadProgram.Column;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/** The least load of a system, with its proof. */
final class Load {
    /** How far the program is moved to keep its vertices apart; the later ones are tried if the first gives no proof. */
    private static final double[] PERTURBATIONS = {1e-6, 1e-8, 1e-4, 1e-10};

    private Load() {}

    static Certificate optimal(QuorumSystem system, BigFraction readFraction) {
        int reads = Vote.ofEqualNodes(system.reads());
        int writes = Vote.ofEqualNodes(system.writes());
        if (reads > 0
                && writes > 0
                && system.reads().nodes().equals(system.writes().nodes())) {
            return symmetric(system, readFraction, reads, writes);
        }
        LoadProgram program = new LoadProgram(system, readFraction);
        for (double perturbation : PERTURBATIONS) {
            Optional<Certificate> proved = exact(program, program.optimalBasis(perturbation));
            if (proved.isPresent()) {
                return proved.get();
            }
        }
        throw new ArithmeticException("no proof found for the least load of " + system);
    }

    /**
     * If the quorums are any so many of the nodes: each node begins a quorum of the nodes that follow it in a circle, all
     * of these are used alike, and all nodes cost the same (Naor and Wool 1998, section 5: fair systems).
     */
    private static Certificate symmetric(QuorumSystem system, BigFraction readFraction, int reads, int writes) {
        List<Node> nodes = List.copyOf(system.nodes());
        BigFraction each = new BigFraction(1, nodes.size());
        BigFraction load = readFraction
                .multiply(reads)
                .add(BigFraction.ONE.subtract(readFraction).multiply(writes))
                .multiply(each);
        return new Certificate(
                system,
                readFraction,
                load,
                new Strategy(circle(nodes, reads, each), circle(nodes, writes, each)),
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

    /** Solves the program's last equations again, without rounding; nothing if the result does not prove itself. */
    private static Optional<Certificate> exact(LoadProgram program, List<Column> basis) {
        BigInteger[][] matrix = program.matrix(basis);
        Optional<BigFraction[]> amounts = LinearSystem.solve(matrix, program.limits());
        Optional<BigFraction[]> prices = LinearSystem.solve(LinearSystem.transposed(matrix), program.gains(basis));
        if (amounts.isEmpty() || prices.isEmpty()) {
            return Optional.empty();
        }
        List<BigFraction> nodePrices =
                List.of(prices.get()).subList(0, program.order().size());
        BigFraction throughput = Fractions.sum(nodePrices);
        Map<Node, BigFraction> shares = new LinkedHashMap<>();
        for (int i = 0; i < nodePrices.size(); i++) {
            shares.put(program.order().node(i), nodePrices.get(i).divide(throughput));
        }
        Certificate certificate = new Certificate(
                program.system(),
                program.readFraction(),
                throughput.reciprocal(),
                program.strategy(basis, amounts.get()),
                shares);
        return certificate.check() ? Optional.of(certificate) : Optional.empty();
    }
}
