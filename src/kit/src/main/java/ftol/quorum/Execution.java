package ftol.quorum;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens to a system of N replicas: one write, and when it is complete, one read.
 *
 * <ol>
 *   <li>At first, all replicas store {@link #OLD}.
 *   <li>The write reaches all the replicas of a write quorum. They store {@link #NEW}; the others still have the old value.
 *   <li>The reader gets an answer from each replica of a read quorum. A replica that does not lie answers what it stores.
 * </ol>
 *
 * <p>Up to T replicas lie. A liar answers any value with any version. The only exception: where the reader looks at
 * signatures ({@link ReadRule#SIGNED}), a liar cannot make one up. What it signs is {@link #OLD}, or {@link #NEW} if the
 * write reached it; anything else it can only say unsigned, which the reader then does not believe. With all other rules
 * it does not matter whether a lie is signed.
 *
 * <p>Replicas have the numbers 0 to N - 1; pictures call them A, B, C ...
 *
 * @param written the write quorum, Q replicas
 * @param asked the read quorum, Q different replicas, in the order in which their answers come
 * @param lies what each liar answers if it is asked; empty if none lies
 */
public record Execution(Set<Integer> written, List<Integer> asked, Map<Integer, Answer> lies) {
    /** What all replicas store at first. */
    public static final Answer OLD = new Answer("old", 1, true);

    /** What is written: the value that a read must return. */
    public static final Answer NEW = new Answer("new", 2, true);

    public Execution {
        written = Collections.unmodifiableSet(new LinkedHashSet<>(written));
        asked = List.copyOf(asked);
        lies = Collections.unmodifiableMap(new LinkedHashMap<>(lies));
    }

    /** What a replica stores after the write. */
    public Answer stored(int replica) {
        return written.contains(replica) ? NEW : OLD;
    }

    /** What a replica answers. */
    public Answer answer(int replica) {
        return lies.getOrDefault(replica, stored(replica));
    }
}
