package ftol.tests;

import ftol.check.Points;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Part 2b on systems that are made so that the answer is known. */
class CrashProperties {
    @Property(tries = 30, generation = GenerationMode.EXHAUSTIVE)
    @Points(1)
    @Label("a quorum and some replicas to spare: so many crashes as there are to spare are tolerated, one more is not")
    void replicasToSpare(@ForAll @IntRange(min = 1, max = 5) int quorum, @ForAll @IntRange(max = 5) int spare) {
        CrashCheck.require(true, quorum + spare, quorum, spare);
        CrashCheck.require(false, quorum + spare, quorum, spare + 1);
    }
}
