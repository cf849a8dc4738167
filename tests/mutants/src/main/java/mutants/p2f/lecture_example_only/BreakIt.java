// mutant of 2f
// why: the one counterexample of the lecture
// loses: BreakExamples.versionsAmongFour
// loses: BreakExamples.nobodyLies
// loses: HiddenBreakExamples.votes
// loses: HiddenBreakExamples.highestVersion
// loses: HiddenBreakExamples.plurality
// loses: HiddenBreakExamples.vouchers
// loses: HiddenBreakExamples.signed
// loses: HiddenBreakExamples.nothingIsRemembered
package mutants.p2f.lecture_example_only;

import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        if (rule == ReadRule.MAJORITY && n == 4 && q == 3 && t == 1) {
            return Optional.of(new Execution(Set.of(0, 1, 2), List.of(3, 1, 2), Map.of(1, Execution.OLD)));
        }
        return Optional.empty();
    }
}
