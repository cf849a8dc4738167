package ftol.quorum;

/**
 * Part 2b: does a system of N replicas with quorums of Q replicas tolerate T crashes?
 *
 * <p>A replica that has crashed takes no part in anything. Any Q replicas that have not crashed can be a quorum. The system
 * tolerates T crashes if reads and writes still find a quorum whichever T replicas crash, or fewer than T.
 */
public interface CrashTolerance {

    /**
     * Whether a quorum is left whichever replicas crash, if at most T of them do.
     *
     * @param n the number of replicas N, from 1 to 10: few enough to try all sets of replicas
     * @param q the number of replicas in a quorum Q, from 1 to N
     * @param t the greatest number of crashes T, 0 or more. If it is N or more, all replicas may crash, and then no quorum
     *     is left.
     * @return true if at least Q replicas have not crashed in every case
     * @throws IllegalArgumentException if n is less than 1, q is not from 1 to N, or t is less than 0; the message names the
     *     value that is wrong (one of them, if several are)
     */
    boolean tolerates(int n, int q, int t) throws IllegalArgumentException;
}
