// variant of 2f
// why: works out the bound of each rule, and then one execution for it
package variants.p2f.by_rule;

import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public final class BreakIt implements QuorumBreaker {
    private static final Answer MADE_UP = new Answer("nonsense", 99, false);

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
        int shared = Math.max(0, 2 * q - n);
        int outdated = q - shared;
        int liars = Math.min(t, shared);
        boolean broken =
                switch (rule) {
                    case MAJORITY -> outdated + liars >= shared - liars;
                    case HIGHEST_VERSION -> t > 0 || shared == 0;
                    case PLURALITY -> outdated + liars > shared - liars;
                    case VOUCHERS -> shared - liars <= t;
                    case SIGNED -> shared == liars;
                };
        boolean makeUp = rule == ReadRule.HIGHEST_VERSION;
        return broken ? Optional.of(worst(n, q, t, makeUp ? MADE_UP : Execution.OLD)) : Optional.empty();
    }

    private static Execution worst(int n, int q, int t, Answer lie) {
        Set<Integer> written = new HashSet<>();
        for (int replica = 0; replica < q; replica++) {
            written.add(replica);
        }
        List<Integer> asked = new ArrayList<>();
        for (int replica = n - 1; replica >= n - q; replica--) {
            asked.add(replica);
        }
        Map<Integer, Answer> lies = new HashMap<>();
        for (int replica = q - 1; replica >= Math.max(0, n - q) && lies.size() < t; replica--) {
            lies.put(replica, lie);
        }
        return new Execution(written, asked, lies);
    }
}
