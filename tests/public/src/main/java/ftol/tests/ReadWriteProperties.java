package ftol.tests;

import ftol.check.Points;
import ftol.quorum.Sizes;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Part 2c on quorums that are laid out first: so many replicas in both, so many only in one. Sizes and answer follow. */
class ReadWriteProperties {
    @Property(tries = 8, generation = GenerationMode.EXHAUSTIVE)
    @Points(1)
    @Label("plain values: safe if more of the read quorum are in both quorums than only in the read quorum")
    void unversionedLayouts(@ForAll @IntRange(min = 1, max = 8) int n) {
        eachLayout(SizesCheck.UNVERSIONED, n, (both, onlyRead, onlyWrite) -> both > onlyRead);
    }

    @Property(tries = 8, generation = GenerationMode.EXHAUSTIVE)
    @Points(1)
    @Label("versions: safe if the quorums meet, and no second write quorum fits beside the first")
    void versionedLayouts(@ForAll @IntRange(min = 1, max = 8) int n) {
        eachLayout(SizesCheck.VERSIONED, n, (both, onlyRead, onlyWrite) -> both > 0 && onlyRead < both + onlyWrite);
    }

    private interface Layout {
        boolean safe(int both, int onlyRead, int onlyWrite);
    }

    /** Tries all ways to give n replicas to a read and a write quorum so that each replica is in one of them. */
    private static void eachLayout(SizesCheck check, int n, Layout layout) {
        Set<Sizes> answer = check.ask(n);
        for (int both = 0; both <= n; both++) {
            for (int onlyRead = 0; both + onlyRead <= n; onlyRead++) {
                int onlyWrite = n - both - onlyRead;
                Sizes sizes = new Sizes(both + onlyRead, both + onlyWrite);
                if (sizes.read() > 0 && sizes.write() > 0) {
                    check.require(layout.safe(both, onlyRead, onlyWrite), n, sizes, answer);
                }
            }
        }
    }
}
