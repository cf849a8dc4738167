package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ByzantineTableTest {
    /** No real thresholds: 2T + 1, one more with vouchers, one less with plurality, and none with plain values. */
    private static final ByzantineSize MADE_UP = new ByzantineSize() {
        @Override
        public Optional<Integer> leastQuorum(ReadRule rule, int n, int t) {
            return rule == ReadRule.MAJORITY ? Optional.empty() : Optional.of(2 * t + 1 + more(rule));
        }

        @Override
        public int leastReplicas(ReadRule rule, int t) {
            return 3 * t + 1 + more(rule);
        }

        private static int more(ReadRule rule) {
            return rule == ReadRule.VOUCHERS ? 1 : rule == ReadRule.PLURALITY ? -1 : 0;
        }
    };

    @Test
    void hasARowForEachTAndN() {
        Table sizes = ByzantineTable.of(MADE_UP, 3, 1);

        assertThat(sizes.columnNames())
                .containsExactly(
                        "N",
                        "T",
                        "2T + 1",
                        "majority of plain values",
                        "most answers, then highest version",
                        "T + 1 vouchers",
                        "signed values");
        assertThat(sizes.intColumn("T").asList()).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(sizes.intColumn("2T + 1").asList()).containsExactly(1, 1, 1, 3, 3, 3);
        assertThat(sizes.intColumn("T + 1 vouchers").asList()).containsExactly(2, 2, 2, 4, 4, 4);
        assertThat(sizes.intColumn("majority of plain values").countMissing()).isEqualTo(6);
    }

    @Test
    void mapHasAPanelForEachRule() {
        assertThat(ByzantineTable.map(ByzantineTable.of(MADE_UP, 3, 1)).text())
                .startsWith("Your least quorums. majority of plain values: T = 0: ✗ for N = 1 to 3.")
                .endsWith(" signed values: T = 0: 1 for N = 1 to 3. T = 1: 3 for N = 1 to 3.");
    }

    @Test
    void marksWhatIsNotTheLectures() {
        assertThat(ByzantineTable.marked(ByzantineTable.of(MADE_UP, 1, 1)).toString())
                .contains("✗ none", "▼ less 2", "▲ more 4", "✓ same 3", "the lecture's 2T + 1");
        Table replicas = ByzantineTable.replicas(MADE_UP, 2);
        assertThat(replicas.intColumn("3T + 1").asList()).containsExactly(1, 4, 7);
        assertThat(ByzantineTable.marked(replicas).toString())
                .contains("▼ less 6", "▲ more 8", "✓ same 7", "the lecture's 3T + 1");
    }
}
