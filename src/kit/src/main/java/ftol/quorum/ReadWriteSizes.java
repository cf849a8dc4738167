package ftol.quorum;

import java.util.Set;

/**
 * Part 2c: all the safe sizes of read and write quorums for N replicas.
 *
 * <p>A write reaches all the members of some write quorum, any W of the N replicas; a later read asks all the members of
 * some read quorum, any R of them. One write or read ends before the next begins, and no replica fails. R and W are safe if
 * each read learns the last value written, whichever quorums are used.
 */
public interface ReadWriteSizes {

    /**
     * The safe sizes if replicas store plain values. The reader can only let its quorum vote, so more than half of the
     * <em>read quorum</em> must have taken part in the last write.
     *
     * @param n the number of replicas N, from 1 to 8: few enough to try all pairs of quorums
     * @return each pair with R and W from 1 to N that is safe, and no other; never null
     * @throws IllegalArgumentException if n is less than 1; the message names the value
     */
    Set<Sizes> safeUnversioned(int n) throws IllegalArgumentException;

    /**
     * The safe sizes if replicas store each value with a version. A write first asks the members of <em>its write
     * quorum</em> for their versions, then stores its value there with a version one higher than the highest of them. The
     * reader takes the value with the highest version.
     *
     * <p>So two things are needed: each read quorum shares a replica with each write quorum, or a read may miss the last
     * write; and each two write quorums share a replica, or a write may miss the versions before it and give its value a
     * version that is not higher.
     *
     * @param n the number of replicas N, from 1 to 8: few enough to try all pairs of quorums
     * @return each pair with R and W from 1 to N that is safe, and no other; never null
     * @throws IllegalArgumentException if n is less than 1; the message names the value
     */
    Set<Sizes> safeVersioned(int n) throws IllegalArgumentException;
}
