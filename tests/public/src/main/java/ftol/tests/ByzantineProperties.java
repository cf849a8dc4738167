package ftol.tests;

import ftol.check.Points;
import ftol.quorum.ReadRule;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Part 2e for up to 8 replicas and 2 faulty ones: available, safe, and one replica fewer would not be. */
class ByzantineProperties {
    @Property(tries = 24, generation = GenerationMode.EXHAUSTIVE)
    @Points(1)
    @Label("signed values: the least quorum that is safe and available")
    void signed(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(max = 2) int t) {
        ByzantineCheck.requireLeastQuorum(ReadRule.SIGNED, n, t);
    }

    @Property(tries = 24, generation = GenerationMode.EXHAUSTIVE)
    @Points(1)
    @Label("T + 1 vouchers: the least quorum that is safe and available")
    void vouchers(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(max = 2) int t) {
        ByzantineCheck.requireLeastQuorum(ReadRule.VOUCHERS, n, t);
    }

    @Property(tries = 24, generation = GenerationMode.EXHAUSTIVE)
    @Points(1)
    @Label("most answers, then highest version: the least quorum that is safe and available")
    void plurality(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(max = 2) int t) {
        ByzantineCheck.requireLeastQuorum(ReadRule.PLURALITY, n, t);
    }

    @Property(tries = 24, generation = GenerationMode.EXHAUSTIVE)
    @Points(1)
    @Label("majority of plain values: the least quorum that is safe and available")
    void majority(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(max = 2) int t) {
        ByzantineCheck.requireLeastQuorum(ReadRule.MAJORITY, n, t);
    }
}
