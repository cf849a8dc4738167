package ftol.tests;

import ftol.check.Points;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Part 2a for any number of replicas up to 1,000. */
class QuorumSizeProperties {
    @Property(tries = 300, seed = "201")
    @Points(1)
    @Label("plain values: more than half of any read quorum has the last write")
    void unversionedIsSafe(@ForAll @IntRange(min = 1, max = 1000) int n) {
        QuorumCheck.UNVERSIONED.requireSafe(n, QuorumCheck.UNVERSIONED.ask(n));
    }

    @Property(tries = 300, seed = "202")
    @Points(1)
    @Label("plain values: Q is safe, and Q - 1 would not be")
    void unversionedIsSafeAndLeast(@ForAll @IntRange(min = 1, max = 1000) int n) {
        int q = QuorumCheck.UNVERSIONED.ask(n);
        QuorumCheck.UNVERSIONED.requireSafe(n, q);
        QuorumCheck.UNVERSIONED.requireLeast(n, q);
    }

    @Property(tries = 300, seed = "203")
    @Points(1)
    @Label("versions: any two quorums of Q meet, and of Q - 1 they need not")
    void versionedIsSafeAndLeast(@ForAll @IntRange(min = 1, max = 1000) int n) {
        int q = QuorumCheck.VERSIONED.ask(n);
        QuorumCheck.VERSIONED.requireSafe(n, q);
        QuorumCheck.VERSIONED.requireLeast(n, q);
    }
}
