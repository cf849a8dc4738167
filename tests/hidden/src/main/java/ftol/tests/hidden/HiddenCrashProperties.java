package ftol.tests.hidden;

import ftol.check.Points;
import ftol.check.Submitted;
import ftol.quorum.CrashTolerance;
import ftol.tests.CrashCheck;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Part 2b by trying which replicas crash. */
class HiddenCrashProperties {
    @Property(tries = 10, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 2,
            hint =
                    "Take N = 5 and go through Q = 1 to 5 and T = 0 to 6 by hand: how many replicas are left, and how many does"
                            + " a quorum need?")
    @Label("every N from 1 to 10, every Q and every T: as often as a quorum is left whichever replicas crash")
    void eachSetOfCrashes(@ForAll @IntRange(min = 1, max = 10) int n) {
        for (int q = 1; q <= n; q++) {
            for (int t = 0; t <= n + 1; t++) {
                CrashCheck.require(quorumAlwaysLeft(n, q, t), n, q, t);
            }
        }
    }

    @Property(tries = 30, seed = "411")
    @Points(
            value = 1,
            hint =
                    "If your answers for single systems are right: does your class remember something from one call to the next?")
    @Label("the answer depends on nothing that was asked before")
    void nothingIsRemembered(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 8) Integer> ns) {
        CrashTolerance asked = Submitted.create(CrashTolerance.class);
        for (int n : ns) {
            for (int q = n; q >= 1; q--) {
                CrashCheck.require(asked, quorumAlwaysLeft(n, q, n / 2), n, q, n / 2);
                CrashCheck.require(asked, quorumAlwaysLeft(n, q, n - q), n, q, n - q);
            }
        }
    }

    /** Tries all sets of at most t replicas that crash. */
    private static boolean quorumAlwaysLeft(int n, int q, int t) {
        int all = (1 << n) - 1;
        for (int crashed = 0; crashed <= all; crashed++) {
            if (Integer.bitCount(crashed) <= t && Integer.bitCount(all & ~crashed) < q) {
                return false;
            }
        }
        return true;
    }
}
