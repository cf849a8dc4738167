// variant of 2f
// why: all write quorums, all read quorums, all liars; the referee decides
package variants.p2f.tries_everything;

import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import ftol.quorum.Referee;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

public final class BreakIt implements QuorumBreaker {
    @Override
    public Optional<Execution> breakIt(ReadRule rule, int n, int q, int t) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (t < 0) {
            throw new IllegalArgumentException("t must be at least 0, was " + t);
        }
        if (q < t + 1 || q > n - t) {
            throw new IllegalArgumentException("q must be from t + 1 to n - t, was " + q);
        }
        List<List<Integer>> quorums = subsets(n, q);
        for (List<Integer> write : quorums) {
            for (List<Integer> read : quorums) {
                for (int liars = 0; liars < 1 << n; liars++) {
                    if (Integer.bitCount(liars) <= t) {
                        for (Answer lie : new Answer[] {new Answer("old", 1, true), new Answer("boo", 7, false)}) {
                            Execution execution = execution(write, read, liars, lie);
                            if (Referee.replay(rule, n, q, t, execution)
                                    .result()
                                    .wrong()) {
                                return Optional.of(execution);
                            }
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Execution execution(List<Integer> write, List<Integer> read, int liars, Answer lie) {
        Map<Integer, Answer> lies = new TreeMap<>();
        List<Integer> asked = new ArrayList<>();
        for (int replica : read) {
            boolean lying = (liars >> replica & 1) == 1;
            if (lying) {
                lies.put(replica, lie);
            }
            asked.add(lying || !write.contains(replica) ? 0 : asked.size(), replica);
        }
        return new Execution(new TreeSet<>(write), asked, lies);
    }

    private static List<List<Integer>> subsets(int n, int size) {
        List<List<Integer>> subsets = new ArrayList<>();
        for (int mask = 0; mask < 1 << n; mask++) {
            List<Integer> subset = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                if ((mask >> i & 1) == 1) {
                    subset.add(i);
                }
            }
            if (subset.size() == size) {
                subsets.add(subset);
            }
        }
        return subsets;
    }
}
