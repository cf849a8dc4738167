package ftol.quorum;

import java.util.Optional;

/**
 * Part 2e: how many replicas, and how large a quorum, if up to T replicas are faulty in any way (Byzantine): they may lie,
 * agree on a lie, or say nothing.
 *
 * <p>All quorums have Q replicas, any Q of the N. At first all correct replicas store the same old value. A write reaches a
 * quorum, whose correct members then store the new value with a higher version; the others still have the old one. A later
 * read gets an answer from each replica of a quorum, perhaps another one, and returns what its {@link ReadRule} says. Which
 * T replicas are faulty, what they say, which quorums are used and in which order the answers come is not up to you. Q is
 * right for N and T if it is
 *
 * <ul>
 *   <li><b>safe</b>: the read returns the new value in every case, and
 *   <li><b>available</b>: if the T faulty replicas say nothing, enough are left for a quorum.
 * </ul>
 */
public interface ByzantineSize {

    /**
     * The least Q that is safe and available.
     *
     * @param rule how the reader makes one value out of the answers; any but {@link ReadRule#HIGHEST_VERSION}
     * @param n the number of replicas N, from 1 to 12: few enough to try all read quorums and all
     *     sets of liars against one write quorum; which one does not matter
     * @param t the greatest number of faulty replicas T, 0 or more; it may be more than N
     * @return the least such Q, from 1 to N; empty if there is none
     * @throws IllegalArgumentException if n is less than 1 or t is less than 0; the message names the value that is wrong
     *     (one of them, if both are)
     */
    Optional<Integer> leastQuorum(ReadRule rule, int n, int t) throws IllegalArgumentException;

    /**
     * The least number of replicas for which there is a Q that is safe and available.
     *
     * @param rule how the reader makes one value out of the answers; any but {@link ReadRule#HIGHEST_VERSION}
     * @param t the greatest number of faulty replicas T, from 0 to 2: the answer is at most 12
     * @return the least such N, 1 or more
     * @throws IllegalArgumentException if t is less than 0; the message names the value
     */
    int leastReplicas(ReadRule rule, int t) throws IllegalArgumentException;
}
