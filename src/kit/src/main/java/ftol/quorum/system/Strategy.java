package ftol.quorum.system;

import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * How clients pick quorums: the probability of each quorum that is used.
 *
 * @param reads the probabilities of read quorums; they add up to 1
 * @param writes the probabilities of write quorums; they add up to 1
 */
public record Strategy(Map<Set<Node>, BigFraction> reads, Map<Set<Node>, BigFraction> writes) {
    public Strategy {
        reads = Map.copyOf(reads);
        writes = Map.copyOf(writes);
    }

    /**
     * The probability that one operation uses this node.
     *
     * @param readFraction the probability that an operation is a read
     */
    public BigFraction load(Node node, BigFraction readFraction) {
        return readFraction
                .multiply(with(node, reads))
                .add(BigFraction.ONE.subtract(readFraction).multiply(with(node, writes)));
    }

    private static BigFraction with(Node node, Map<Set<Node>, BigFraction> quorums) {
        return quorums.entrySet().stream()
                .filter(quorum -> quorum.getKey().contains(node))
                .map(Map.Entry::getValue)
                .reduce(BigFraction.ZERO, BigFraction::add);
    }
}
