// mutant of 2f
// why: no execution comes to mind: everything is safe
// loses: BreakExamples.votesAmongFour
// loses: BreakExamples.versionsAmongFour
// loses: BreakExamples.justLargeEnough
// loses: BreakExamples.nobodyLies
// loses: HiddenBreakExamples.votes
// loses: HiddenBreakExamples.highestVersion
// loses: HiddenBreakExamples.plurality
// loses: HiddenBreakExamples.vouchers
// loses: HiddenBreakExamples.signed
// loses: HiddenBreakExamples.nothingIsRemembered
package mutants.p2f.never_breaks;

import ftol.quorum.Execution;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.ReadRule;
import java.util.Optional;

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
        return Optional.empty();
    }
}
