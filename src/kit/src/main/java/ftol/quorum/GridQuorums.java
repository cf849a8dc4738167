package ftol.quorum;

import java.util.Set;

/**
 * Part 2d: quorums of replicas that stand in a grid of rows and columns, so that writes are expensive and reads are cheap.
 *
 * <p>Replicas have numbers, from left to right and from top to bottom: the first row holds 0 to {@code columns - 1}, the
 * second row goes on with {@code columns}. Pictures call them A, B, C ...
 *
 * <p>A <em>read quorum</em> is one whole column. A <em>write quorum</em> is one whole row and one whole column.
 */
public interface GridQuorums {

    /**
     * All read quorums, and no other sets.
     *
     * @param rows from 1 to 20
     * @param columns from 1 to 20
     * @throws IllegalArgumentException if there is less than 1 row or column; the message names that number
     */
    Set<Set<Integer>> readQuorums(int rows, int columns) throws IllegalArgumentException;

    /**
     * All write quorums, and no other sets. As these are sets of sets, it does not matter if the same set of replicas comes
     * out of several rows and columns: it is in the answer once.
     *
     * @param rows from 1 to 20
     * @param columns from 1 to 20
     * @throws IllegalArgumentException if there is less than 1 row or column; the message names that number
     */
    Set<Set<Integer>> writeQuorums(int rows, int columns) throws IllegalArgumentException;

    /**
     * The load: the part of all operations in which the busiest replica takes part.
     *
     * <p>For each operation the client picks a read quorum or a write quorum at random. The probabilities of the quorums
     * are up to you: the load is that of the choice with which the busiest replica has least to do (Naor and Wool, "The
     * Load, Capacity, and Availability of Quorum Systems", 1998).
     *
     * @param rows from 1 to 20
     * @param columns from 1 to 20
     * @param reads which part of all operations are reads, from 0 to 1; the rest are writes. Its denominator is at most
     *     1,000.
     * @return the exact load, from 0 to 1
     * @throws IllegalArgumentException if there is less than 1 row or column, or {@code reads} is not from 0 to 1; the
     *     message names that number
     */
    Fraction load(int rows, int columns, Fraction reads) throws IllegalArgumentException;
}
