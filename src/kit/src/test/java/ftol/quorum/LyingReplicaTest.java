package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class LyingReplicaTest {
    @Test
    void withFourReplicasOnlySignedValuesAreSafe() {
        Table four = LyingReplica.of(4);

        assertThat(four.rowCount()).isEqualTo(10);
        assertThat(four.getString(0, "answers")).isEqualTo("B old, C new, D old");
        assertThat(taken(four, "majority of plain values")).containsExactly("old", "made up");
        assertThat(taken(four, "highest version")).containsExactly("new", "made up");
        assertThat(taken(four, "most answers, then highest version")).containsExactly("old", "made up");
        assertThat(taken(four, "T + 1 vouchers")).containsExactly("old", "nothing");
        assertThat(taken(four, "signed values")).containsExactly("new", "new");
        assertThat(LyingReplica.marked(four).toString()).contains("✗ wrong: old", "✓ right: new");
    }

    @Test
    void aFifthReplicaAndASixthHelp() {
        Table five = LyingReplica.of(5);
        assertThat(taken(five, "majority of plain values")).containsExactly("old", "new");
        assertThat(taken(five, "most answers, then highest version")).containsExactly("new", "new");
        assertThat(taken(five, "T + 1 vouchers")).containsExactly("new", "new");
        assertThat(taken(LyingReplica.of(6), "majority of plain values")).containsExactly("new", "new");
        assertThat(taken(LyingReplica.of(6), "highest version")).containsExactly("new", "made up");
    }

    @Test
    void refusesOtherNumbers() {
        assertThatThrownBy(() -> LyingReplica.of(3)).hasMessage("The example has 4 to 6 replicas, not 3");
        assertThatThrownBy(() -> LyingReplica.of(7)).hasMessage("The example has 4 to 6 replicas, not 7");
    }

    private static List<String> taken(Table table, String rule) {
        return table.where(table.stringColumn("read rule").isEqualTo(rule))
                .stringColumn("the reader takes")
                .asList();
    }
}
