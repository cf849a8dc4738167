package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.picture.MarkedTable;
import ftol.picture.MarkedTable.Cell;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class SizeTableTest {
    private static final QuorumSize RIGHT = new QuorumSize() {
        @Override
        public int leastUnversioned(int n) {
            return 2 * n / 3 + 1;
        }

        @Override
        public int leastVersioned(int n) {
            return n / 2 + 1;
        }
    };

    @Test
    void roundsBothFormulasInThreeWays() {
        Table sizes = SizeTable.of(RIGHT, 3, 4);

        assertThat(sizes.columnNames())
                .containsExactly(
                        "N",
                        "yours: plain",
                        "2(N+1)/3 down",
                        "2(N+1)/3 nearest",
                        "2(N+1)/3 up",
                        "yours: versioned",
                        "(N+1)/2 down",
                        "(N+1)/2 nearest",
                        "(N+1)/2 up");
        // 2(3+1)/3 = 2.67 and (3+1)/2 = 2; 2(4+1)/3 = 3.33 and (4+1)/2 = 2.5
        assertThat(row(sizes, 0)).containsExactly(3, 3, 2, 3, 3, 2, 2, 2, 2);
        assertThat(row(sizes, 1)).containsExactly(4, 3, 3, 3, 4, 3, 2, 3, 3);
    }

    @Test
    void isAnOrdinaryTable() {
        Table sizes = SizeTable.of(RIGHT, 1, 1000);

        assertThat(sizes.intColumn("2(N+1)/3 down")
                        .isLessThan(sizes.intColumn("yours: plain"))
                        .size())
                .isEqualTo(333);
        assertThat(sizes.intColumn("(N+1)/2 down")
                        .isLessThan(sizes.intColumn("yours: versioned"))
                        .size())
                .isEqualTo(500);
        assertThat(sizes.intColumn("2(N+1)/3 nearest")
                        .isEqualTo(sizes.intColumn("yours: plain"))
                        .size())
                .isEqualTo(1000);
    }

    @Test
    void largestNForEachQ() {
        Table largest = SizeTable.largest(RIGHT, 4);

        assertThat(largest.columnNames()).containsExactly("Q", "yours: largest N", "3Q/2 - 1 down", "3Q/2 - 1 up");
        // 3*3/2 - 1 = 3.5 and 3*4/2 - 1 = 5
        assertThat(row(largest, 2)).containsExactly(3, 4, 3, 4);
        assertThat(row(largest, 3)).containsExactly(4, 5, 5, 5);
    }

    @Test
    void marksWhereAFormulaDiffersFromYours() {
        MarkedTable marked = SizeTable.marked(SizeTable.of(RIGHT, 3, 4));

        assertThat(marked.marks().apply(new Cell(0, 2))).hasToString("Optional[✗ unsafe]");
        assertThat(marked.marks().apply(new Cell(0, 3))).isEmpty();
        assertThat(marked.marks().apply(new Cell(1, 4))).hasToString("Optional[▲ more]");
        assertThat(marked.marks().apply(new Cell(1, 6))).hasToString("Optional[✗ unsafe]");
        assertThat(marked.marks().apply(new Cell(1, 1))).isEmpty();
        assertThat(marked.html())
                .contains("✗ unsafe 2", "▲ more 4", "If yours is the least safe one", "If yours is safe");
        assertThat(marked.toString()).contains("✗ unsafe 2", "▲ more 4", "less than your Q");
    }

    private static int[] row(Table table, int row) {
        return table.columns().stream()
                .mapToInt(column -> (Integer) column.get(row))
                .toArray();
    }
}
