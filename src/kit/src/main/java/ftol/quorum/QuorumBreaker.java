package ftol.quorum;

import java.util.Optional;

/**
 * Part 2f: break a quorum system. Find an execution in which a read returns a wrong value, although the quorums have the
 * size Q and at most T of the N replicas lie; or say that there is none.
 *
 * <p>Any Q of the N replicas are a quorum, for reads and for writes. What can happen in an {@link Execution}, and what may
 * be said by a replica that lies, is told there; {@link Referee} replays one, and your class may use it.
 *
 * <p>Wrong is a read that returns another value than the one that was written: the old one (stale), or one that was never
 * written (fabricated). A reader that returns nothing, since its rule finds no answer that it could take, is stuck, but it
 * is not wrong.
 */
public interface QuorumBreaker {

    /**
     * An execution in which the read returns a wrong value.
     *
     * @param rule how the reader makes one value out of the answers
     * @param n the number of replicas N, from 1 to 8: few enough to try all the cases
     * @param q the size of quorums Q, from T + 1 to N - T: in each quorum there is one replica that does not lie, and
     *     those that do not lie are enough for a quorum
     * @param t how many replicas lie at most, T, 0 or more
     * @return any such execution; empty if there is none
     * @throws IllegalArgumentException if n is less than 1, t is less than 0 or q is not from T + 1 to N - T; the message
     *     names a value that is wrong
     */
    Optional<Execution> breakIt(ReadRule rule, int n, int q, int t) throws IllegalArgumentException;
}
