package ftol.tests.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.ReadRule;
import ftol.quorum.Referee;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bounds that part 2f is graded by are those of the referee: for up to 8 replicas every execution is tried. */
class BreakBoundsTest {
    /**
     * What liars say. Of made-up values it matters only whether they are the same and how their versions compare with the
     * two that there are.
     */
    private static final List<Answer> LIES = List.of(
            Execution.OLD,
            new Answer("old", 3, false),
            new Answer("made up", 1, false),
            new Answer("made up", 2, false),
            new Answer("made up", 3, false),
            new Answer("other", 3, false));

    @Test
    void aWrongReadExistsExactlyBelowTheBound() {
        for (int t = 0; t <= 2; t++) {
            for (int n = 2 * t + 1; n <= 8; n++) {
                for (int q = t + 1; q <= n - t; q++) {
                    for (ReadRule rule : ReadRule.values()) {
                        assertThat(wrongReadExists(rule, n, q, t))
                                .as("%s, N = %d, Q = %d, T = %d", rule, n, q, t)
                                .isEqualTo(HiddenBreakExamples.brokenBelow(rule, n, q, t));
                    }
                }
            }
        }
    }

    /** The least safe sizes as the literature gives them, rounded as they must be. */
    @Test
    void theBoundIsTheOneOfTheLiterature() {
        for (int t = 0; t <= 3; t++) {
            for (int n = 5 * t + 1; n <= 40; n++) {
                assertThat(leastSafe(ReadRule.MAJORITY, n, t)).isEqualTo((2 * n + 2 * t) / 3 + 1);
                assertThat(leastSafe(ReadRule.PLURALITY, n, t)).isEqualTo((int) Math.ceil((2 * n + 2 * t) / 3.0));
                assertThat(leastSafe(ReadRule.VOUCHERS, n, t)).isEqualTo((int) Math.ceil((n + 2 * t + 1) / 2.0));
                assertThat(leastSafe(ReadRule.SIGNED, n, t)).isEqualTo((int) Math.ceil((n + t + 1) / 2.0));
            }
        }
    }

    private static int leastSafe(ReadRule rule, int n, int t) {
        return IntStream.rangeClosed(1, n)
                .filter(q -> !HiddenBreakExamples.brokenBelow(rule, n, q, t))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Replicas are alike: the write may take the first Q, and of read quorums it matters only how many of those are in it.
     * All sets of liars in it are tried, all they can say, and each answer as the first one, since a tie goes to what came
     * first.
     */
    private static boolean wrongReadExists(ReadRule rule, int n, int q, int t) {
        Set<Integer> written = new LinkedHashSet<>(IntStream.range(0, q).boxed().toList());
        for (int shared = Math.max(0, 2 * q - n); shared <= q; shared++) {
            List<Integer> read =
                    IntStream.range(q - shared, 2 * q - shared).boxed().toList();
            for (List<Integer> liars : subsets(read, t)) {
                for (Map<Integer, Answer> lies : lies(liars)) {
                    for (int first = 0; first < q; first++) {
                        Execution execution = new Execution(written, startingWith(read, first), lies);
                        if (Referee.replay(rule, n, q, t, execution).result().wrong()) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static List<Integer> startingWith(List<Integer> read, int first) {
        List<Integer> order = new ArrayList<>(read.subList(first, read.size()));
        order.addAll(read.subList(0, first));
        return order;
    }

    private static List<List<Integer>> subsets(List<Integer> of, int most) {
        return IntStream.range(0, 1 << of.size())
                .filter(mask -> Integer.bitCount(mask) <= most)
                .mapToObj(mask -> IntStream.range(0, of.size())
                        .filter(i -> (mask >> i & 1) == 1)
                        .mapToObj(of::get)
                        .toList())
                .toList();
    }

    private static List<Map<Integer, Answer>> lies(List<Integer> liars) {
        List<Map<Integer, Answer>> all = List.of(Map.of());
        for (int liar : liars) {
            List<Map<Integer, Answer>> longer = new ArrayList<>();
            for (Map<Integer, Answer> some : all) {
                for (Answer lie : LIES) {
                    Map<Integer, Answer> more = new HashMap<>(some);
                    more.put(liar, lie);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
