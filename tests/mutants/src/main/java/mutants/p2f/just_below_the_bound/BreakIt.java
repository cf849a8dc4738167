// mutant of 2f
// why: looks only at the largest Q that is too small: smaller ones are worse anyway
// loses: BreakProperties.smallerQuorumsAreNoSafer
// loses: HiddenBreakExamples.votes
// loses: HiddenBreakExamples.highestVersion
// loses: HiddenBreakExamples.plurality
// loses: HiddenBreakExamples.vouchers
// loses: HiddenBreakExamples.signed
// loses: HiddenBreakExamples.nothingIsRemembered
package mutants.p2f.just_below_the_bound;

import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import ftol.quorum.Referee;
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
        if (q < n - t && breakIt(rule, n, q + 1, t).isPresent()) {
            return Optional.empty();
        }
        for (Answer lie : List.of(Execution.OLD, MADE_UP)) {
            Execution execution = worst(n, q, t, lie);
            if (Referee.replay(rule, n, q, t, execution).result().wrong()) {
                return Optional.of(execution);
            }
        }
        return Optional.empty();
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
