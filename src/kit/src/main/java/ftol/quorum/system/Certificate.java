package ftol.quorum.system;

import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A load with the proof that it is the least possible one. The strategy shows that the load can be had. The prices show
 * that there is none lower: they add up to 1, so the busiest node is at least as busy as the nodes are on average, each
 * counted by its price; and that average is at least what the cheapest quorums cost (Naor and Wool, "The Load, Capacity,
 * and Availability of Quorum Systems", 1998, Theorem 4.4: linear programming duality).
 *
 * @param readFraction the probability that an operation is a read, from 0 to 1
 * @param load the greatest probability with which an operation uses a node, under the strategy
 * @param prices of each node of the system; they add up to 1
 */
public record Certificate(
        QuorumSystem system,
        BigFraction readFraction,
        BigFraction load,
        Strategy strategy,
        Map<Node, BigFraction> prices) {

    public Certificate {
        prices = Map.copyOf(prices);
    }

    /** True if the strategy has this load and the prices prove that no strategy has a lower one. */
    public boolean check() {
        BigFraction busiest = system.nodes().stream()
                .map(node -> strategy.load(node, readFraction))
                .max(BigFraction::compareTo)
                .orElseThrow();
        return probabilities(strategy.reads(), system.reads())
                && probabilities(strategy.writes(), system.writes())
                && busiest.equals(load)
                && prices.keySet().equals(system.nodes())
                && addUpToOne(prices)
                && cheapest().equals(load);
    }

    private static boolean probabilities(Map<Set<Node>, BigFraction> quorums, Expr family) {
        return quorums.keySet().stream().allMatch(family::holds) && addUpToOne(quorums);
    }

    private static boolean addUpToOne(Map<?, BigFraction> values) {
        return Fractions.noneNegative(values.values())
                && Fractions.sum(values.values()).equals(BigFraction.ONE);
    }

    /** What a cheapest read quorum and a cheapest write quorum cost, each as often as it is needed. */
    private BigFraction cheapest() {
        return readFraction
                .multiply(system.reads().leastPrice(prices))
                .add(BigFraction.ONE
                        .subtract(readFraction)
                        .multiply(system.writes().leastPrice(prices)));
    }
}
