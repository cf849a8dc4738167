package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ReadWriteTableTest {
    private static final ReadWriteSizes MAJORITIES = new ReadWriteSizes() {
        @Override
        public Set<Sizes> safeUnversioned(int n) {
            return Set.of(new Sizes(n, n));
        }

        @Override
        public Set<Sizes> safeVersioned(int n) {
            Set<Sizes> sizes = new HashSet<>();
            for (int r = n / 2 + 1; r <= n; r++) {
                for (int w = n / 2 + 1; w <= n; w++) {
                    sizes.add(new Sizes(r, w));
                }
            }
            return sizes;
        }
    };

    @Test
    void setsThreeRulesBesideYours() {
        Table sizes = ReadWriteTable.of(MAJORITIES, 4);

        assertThat(sizes.columnNames())
                .containsExactly(
                        "N", "R", "W", "yours: plain", "yours: versioned", "R + W > N", "half of R", "majority of N");
        assertThat(sizes.rowCount()).isEqualTo(16);
        assertThat(where(sizes, "yours: plain")).containsExactly("4 4");
        assertThat(where(sizes, "yours: versioned")).containsExactly("3 3", "3 4", "4 3", "4 4");
        assertThat(where(sizes, "R + W > N"))
                .containsExactly("1 4", "2 3", "2 4", "3 2", "3 3", "3 4", "4 1", "4 2", "4 3", "4 4");
        // They share R + W - 4: at least R / 2, and more than 2.
        assertThat(where(sizes, "half of R")).containsExactly("1 4", "2 3", "2 4", "3 3", "3 4", "4 2", "4 3", "4 4");
        assertThat(where(sizes, "majority of N")).containsExactly("3 4", "4 3", "4 4");
    }

    @Test
    void mapsSayWhatIsInTheTable() {
        Table sizes = ReadWriteTable.of(MAJORITIES, 4);

        assertThat(ReadWriteTable.map(sizes).text())
                .startsWith("Sizes R and W for N = 4. yours: plain:")
                .contains(" yours: versioned: R = 1: ✗ for W = 1 to 4.");
        assertThat(ReadWriteTable.versionedMap(sizes).text())
                .contains("R + W > N: R = 1: ✗ for W = 1 to 3, ✓ (differs) for W = 4.");
        assertThat(ReadWriteTable.plainMap(sizes).text()).contains(" half of R:", " majority of N:", " R + W > N:");
    }

    private static String[] where(Table sizes, String column) {
        return sizes.where(sizes.booleanColumn(column).isTrue()).stream()
                .map(row -> row.getInt("R") + " " + row.getInt("W"))
                .toArray(String[]::new);
    }
}
