// variant of 2b
// why: makes all sets of crashed replicas and all quorums as collections, and looks for a quorum among those left
package variants.p2b.lists_of_sets;

import ftol.quorum.CrashTolerance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

public final class AliveQuorum implements CrashTolerance {
    private final Map<Integer, List<Set<Integer>>> known = new HashMap<>();

    @Override
    public boolean tolerates(int n, int q, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (q < 1 || q > n) {
            throw new IllegalArgumentException("q must be from 1 to " + n + ", was " + q);
        }
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        for (Set<Integer> crashed : subsets(n)) {
            if (crashed.size() <= t
                    && subsets(n).stream()
                            .noneMatch(quorum -> quorum.size() == q && Collections.disjoint(quorum, crashed))) {
                return false;
            }
        }
        return true;
    }

    private List<Set<Integer>> subsets(int n) {
        return known.computeIfAbsent(n, size -> {
            List<Set<Integer>> all = new ArrayList<>(List.of(Set.of()));
            for (int replica = 0; replica < size; replica++) {
                for (Set<Integer> without : List.copyOf(all)) {
                    Set<Integer> with = new TreeSet<>(without);
                    with.add(replica);
                    all.add(with);
                }
            }
            return all;
        });
    }
}
