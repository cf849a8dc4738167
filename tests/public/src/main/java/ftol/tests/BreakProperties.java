package ftol.tests;

import ftol.check.Points;
import ftol.quorum.ReadRule;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Part 2f for any system of up to 8 replicas. */
class BreakProperties {
    /** A system in which each quorum has a replica that does not lie, and enough do not lie for a quorum. */
    record Sizes(int n, int q, int t) {}

    @Property(tries = 100, seed = "251")
    @Points(1)
    @Label("whatever is found can happen, and the read in it is wrong")
    void whatIsFoundIsWrong(@ForAll ReadRule rule, @ForAll("systems") Sizes sizes) {
        BreakCheck.of(rule, sizes.n(), sizes.q(), sizes.t()).find();
    }

    @Property(tries = 100, seed = "252")
    @Points(1)
    @Label("where quorums of Q can be broken, quorums of Q - 1 can, too")
    void smallerQuorumsAreNoSafer(@ForAll ReadRule rule, @ForAll("systems") Sizes sizes) {
        BreakCheck larger = BreakCheck.of(rule, sizes.n(), sizes.q(), sizes.t());
        if (sizes.q() - 1 > sizes.t() && larger.find().isPresent()) {
            BreakCheck.of(rule, sizes.n(), sizes.q() - 1, sizes.t()).requireFound();
        }
    }

    @Provide
    Arbitrary<Sizes> systems() {
        return Arbitraries.integers().between(0, 2).flatMap(t -> Arbitraries.integers()
                .between(2 * t + 1, 8)
                .flatMap(n -> Arbitraries.integers().between(t + 1, n - t).map(q -> new Sizes(n, q, t))));
    }
}
