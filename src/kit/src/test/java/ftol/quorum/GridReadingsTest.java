package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.picture.GridPicture;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class GridReadingsTest {
    /** Answers of a class that takes the upper and the lower half as its quorums. */
    private record Given(Set<Set<Integer>> reads, Set<Set<Integer>> writes) implements GridQuorums {
        @Override
        public Set<Set<Integer>> readQuorums(int rows, int columns) {
            return reads;
        }

        @Override
        public Set<Set<Integer>> writeQuorums(int rows, int columns) {
            return writes;
        }

        @Override
        public Fraction load(int rows, int columns, Fraction part) {
            return part.dividedBy(2);
        }
    }

    @Test
    void comparesFourReadingsWithYours() {
        Table table = GridReadings.table(
                new Given(Set.of(Set.of(0, 1)), Set.of(Set.of(1, 2, 3), Set.of(0, 11))),
                Fraction.ONE,
                new Fraction(1, 2));

        assertThat(table.columnNames())
                .containsExactly(
                        "read / write",
                        "read size",
                        "write size",
                        "reads",
                        "writes",
                        "reads survive",
                        "writes survive",
                        "reads meet writes",
                        "writes meet",
                        "load, f = 1",
                        "load, f = 1/2");
        // The values of the golden file's "lecture A-L" rows; "survive" is its resilience.
        assertThat(row(table, 0))
                .isEqualTo("[column / 1 per column, 3, 4, 4, 81, 3, 2, yes," + " no: ABCD and EFGH, 0.250, 0.292]");
        assertThat(row(table, 1))
                .isEqualTo("[1 per column / column + 1 per column, 4, 6, 81, 108, 2, 2, yes, yes," + " 0.333, 0.417]");
        assertThat(row(table, 2)).isEqualTo("[row / column, 4, 3, 3, 4, 2, 3, yes, no: AEI and BFJ, 0.333, 0.292]");
        assertThat(row(table, 3)).isEqualTo("[column / row, 3, 4, 4, 3, 3, 2, yes, no: ABCD and EFGH, 0.250, 0.292]");
        assertThat(row(table, 4))
                .isEqualTo("[yours: column / row + column, 2, 2, 1, 2, 0, 1, yes," + " no: AL and BCD, 0.500, 0.250]");
    }

    @Test
    void namesTwoQuorumsThatDoNotMeet() {
        Table table = GridReadings.table(new Given(Set.of(Set.of(0, 4)), Set.of(Set.of(4, 5), Set.of(1, 5))));

        assertThat(table.stringColumn("reads meet writes").get(4)).isEqualTo("no: AE and BF");
        assertThatThrownBy(() -> GridReadings.table(new Given(Set.of(Set.of(12)), Set.of(Set.of(0)))))
                .hasMessageContaining("the number 12");
    }

    @Test
    void aPictureSaysWhatItShows() {
        assertThat(GridReadings.drawn().text())
                .contains(
                        "read a row, write a column: read quorum {E, F, G, H}, write quorum {B, F, J}, they share {F}.");
        assertThat(GridPicture.of(2, 2, Set.of(0), Set.of(3)).text())
                .isEqualTo("Grid of 2 x 2 replicas, 2 x 2: read quorum {A}, write quorum {D}, they share none.");
        assertThatThrownBy(() -> GridPicture.of(0, 2, Set.of(), Set.of())).hasMessageContaining("0 x 2");
    }

    private static String row(Table table, int row) {
        return table.columns().stream()
                .map(column -> column.getString(row))
                .toList()
                .toString();
    }
}
