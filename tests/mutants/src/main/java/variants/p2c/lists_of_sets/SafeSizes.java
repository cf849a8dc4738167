// variant of 2c
// why: makes all quorums as sets of replicas and lets each pair of them vote
package variants.p2c.lists_of_sets;

import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public final class SafeSizes implements ReadWriteSizes {
    @Override
    public Set<Sizes> safeUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        Set<Sizes> safe = new HashSet<>();
        for (int r = 1; r <= n; r++) {
            for (int w = 1; w <= n; w++) {
                boolean wins = true;
                for (Set<Integer> write : quorums(n, w)) {
                    for (Set<Integer> read : quorums(n, r)) {
                        int fresh = 0;
                        for (int replica : read) {
                            fresh += write.contains(replica) ? 1 : -1;
                        }
                        wins &= fresh > 0;
                    }
                }
                if (wins) {
                    safe.add(new Sizes(r, w));
                }
            }
        }
        return safe;
    }

    @Override
    public Set<Sizes> safeVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        Set<Sizes> safe = new HashSet<>();
        for (int w = 1; w <= n; w++) {
            for (int r = 1; r <= n; r++) {
                if (meet(quorums(n, w), quorums(n, w)) && meet(quorums(n, w), quorums(n, r))) {
                    safe.add(new Sizes(r, w));
                }
            }
        }
        return safe;
    }

    private static boolean meet(List<Set<Integer>> these, List<Set<Integer>> those) {
        return these.stream().allMatch(one -> those.stream().noneMatch(other -> Collections.disjoint(one, other)));
    }

    private static List<Set<Integer>> quorums(int n, int size) {
        if (size == 0) {
            return List.of(Set.of());
        }
        List<Set<Integer>> quorums = new ArrayList<>();
        for (int last = size; last <= n; last++) {
            for (Set<Integer> rest : quorums(last - 1, size - 1)) {
                Set<Integer> quorum = new HashSet<>(rest);
                quorum.add(last);
                quorums.add(quorum);
            }
        }
        return quorums;
    }
}
