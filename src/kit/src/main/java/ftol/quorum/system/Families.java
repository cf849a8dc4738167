package ftol.quorum.system;

import java.util.Arrays;

/** Quorum systems that have a name, over the nodes A, B, C ... Grids are in {@link Grid}. */
public final class Families {
    private Families() {}

    /**
     * More than half of n nodes (Thomas, "A Majority Consensus Approach ...", 1979).
     *
     * @throws IllegalArgumentException if n is less than 1
     */
    public static QuorumSystem majority(int n) {
        return QuorumSystem.of(Expr.majority(Expr.nodes(n)));
    }

    /**
     * Any k of n nodes.
     *
     * @throws IllegalArgumentException if n is less than 1, k not between 1 and n, or two quorums can miss each other
     */
    public static QuorumSystem threshold(int k, int n) {
        return QuorumSystem.of(Expr.choose(k, Expr.nodes(n)));
    }

    /**
     * Any r of n nodes to read and any w to write.
     *
     * @throws IllegalArgumentException if n is less than 1, r or w not between 1 and n, or r + w not more than n
     */
    public static QuorumSystem threshold(int r, int w, int n) {
        return new QuorumSystem(Expr.choose(r, Expr.nodes(n)), Expr.choose(w, Expr.nodes(n)));
    }

    /**
     * Weighted voting (Gifford, SOSP 1979): r votes to read, w votes to write.
     *
     * @param votes of the nodes A, B, C ...; none negative
     * @throws IllegalArgumentException if r or w is not between 1 and all votes, or r + w is not enough for reads and
     *     writes to meet
     */
    public static QuorumSystem weighted(long r, long w, long... votes) {
        var nodes = Expr.nodes(votes.length);
        var list = Arrays.stream(votes).boxed().toList();
        return new QuorumSystem(Expr.weighted(r, list, nodes), Expr.weighted(w, list, nodes));
    }
}
