package ftol.tests.hidden;

import ftol.check.Points;
import ftol.check.Submitted;
import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import ftol.tests.SizesCheck;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Part 2c by trying all pairs of sets of replicas, and by counting. */
class HiddenReadWriteProperties {
    @Property(tries = 8, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 2,
            hint =
                    "Draw N = 6 replicas and go through R = 1 to 6: which is the least W for each? Is half of the read quorum"
                            + " enough? Of which number must there be more than half?")
    @Label("plain values: all the safe sizes for each N from 1 to 8, and no others")
    void unversionedForEachN(@ForAll @IntRange(min = 1, max = 8) int n) {
        requireExactly(SizesCheck.UNVERSIONED, n, SizesCheck.UNVERSIONED.ask(n));
    }

    @Property(tries = 8, generation = GenerationMode.EXHAUSTIVE)
    @Points(
            value = 1,
            hint =
                    "Read again which two things are needed if each write asks its write quorum for the versions, and check each"
                            + " R and W for N = 4 and N = 5 by hand.")
    @Label("versions: all the safe sizes for each N from 1 to 8, and no others")
    void versionedForEachN(@ForAll @IntRange(min = 1, max = 8) int n) {
        requireExactly(SizesCheck.VERSIONED, n, SizesCheck.VERSIONED.ask(n));
    }

    @Property(tries = 30, seed = "421")
    @Points(
            value = 1,
            hint =
                    "If your answers for single N are right: ask for N = 6 first and for N = 4 after it. Does your class keep a"
                            + " set from one call to the next?")
    @Label("the answer for N depends on nothing that was asked before")
    void nothingIsRemembered(@ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 6) Integer> ns) {
        for (SizesCheck check : SizesCheck.values()) {
            ReadWriteSizes asked = Submitted.create(ReadWriteSizes.class);
            for (int n : ns) {
                requireExactly(check, n, check.ask(asked, n));
            }
        }
    }

    private static void requireExactly(SizesCheck check, int n, Set<Sizes> answer) {
        int[][] shared = Overlaps.of(n);
        for (int read = 1; read <= n; read++) {
            for (int write = 1; write <= n; write++) {
                boolean safe = check == SizesCheck.UNVERSIONED
                        ? 2 * shared[read][write] > read
                        : shared[read][write] > 0 && shared[write][write] > 0;
                boolean counted = check == SizesCheck.UNVERSIONED
                        ? write + (read + 1) / 2 >= n + 1
                        : read + write >= n + 1 && write >= n / 2 + 1;
                if (safe != counted) {
                    throw new IllegalStateException("Sets and counting differ for " + n + ", " + read + ", " + write);
                }
                check.require(safe, n, new Sizes(read, write), answer);
            }
        }
    }
}
