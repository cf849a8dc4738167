package ftol.quorum;

/**
 * Part 2a: the least quorum size Q for N replicas, when reads and writes both use quorums of Q replicas (R = W = Q).
 *
 * <p>A write reaches all the members of some quorum; a later read asks all the members of some quorum, perhaps another
 * one. Q is safe if the reader learns the last value written whichever two quorums are used.
 */
public interface QuorumSize {

    /**
     * The least safe Q if replicas store plain values. The reader can only let its quorum vote, so more than half of the
     * <em>read quorum</em> must have taken part in the last write.
     *
     * @param n the number of replicas N, from 1 to 1,000
     * @return the least safe Q, from 1 to N
     * @throws IllegalArgumentException if n is less than 1; the message names the value
     */
    int leastUnversioned(int n) throws IllegalArgumentException;

    /**
     * The least safe Q if replicas store each value with a version that rises with each write. The reader takes the value
     * with the highest version, so one replica of its quorum that took part in the last write is enough.
     *
     * @param n the number of replicas N, from 1 to 1,000
     * @return the least safe Q, from 1 to N
     * @throws IllegalArgumentException if n is less than 1; the message names the value
     */
    int leastVersioned(int n) throws IllegalArgumentException;
}
