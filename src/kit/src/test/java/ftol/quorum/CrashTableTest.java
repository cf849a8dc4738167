package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class CrashTableTest {
    private static final CrashTolerance RIGHT = (n, q, t) -> t <= n - q;

    @Test
    void exampleEndsWhereNoQuorumIsLeft() {
        Table example = CrashTable.example();
        assertThat(example.stringColumn("crashed").asList()).containsExactly("none", "A", "A B", "A B C");
        assertThat(example.stringColumn("a quorum").asList()).containsExactly("A B C", "B C D", "C D E", "none");
    }

    @Test
    void setsTheSlideBesideYours() {
        Table systems = CrashTable.of(RIGHT, 2, 10);

        assertThat(systems.columnNames()).containsExactly("N", "Q", "T", "yours", "N - Q ≤ T");
        assertThat(systems.rowCount()).isEqualTo(55);
        Table agree = systems.where(systems.booleanColumn("yours")
                .isTrue()
                .and(systems.booleanColumn("N - Q ≤ T").isTrue()));
        // Q = N - 2 for N = 3 to 10.
        assertThat(agree.intColumn("N").asList()).containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(agree.intColumn("Q").asList()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(CrashTable.map(systems).text())
                .contains("N = 10: ✗ (differs) for Q = 1 to 7, ✓ for Q = 8, ✓ (differs) for Q = 9 to 10.");
    }

    @Test
    void mostCrashesOfYourQuorums() {
        QuorumSize sizes = new QuorumSize() {
            @Override
            public int leastUnversioned(int n) {
                return n;
            }

            @Override
            public int leastVersioned(int n) {
                return 1;
            }
        };
        Table most = CrashTable.mostCrashes(sizes, RIGHT, 3);
        assertThat(most.intColumn("Q plain").asList()).containsExactly(1, 2, 3);
        assertThat(most.intColumn("T plain").asList()).containsExactly(0, 0, 0);
        assertThat(most.intColumn("T versioned").asList()).containsExactly(0, 1, 2);
        assertThat(CrashTable.mostCrashes(sizes, (n, q, t) -> false, 3)
                        .intColumn("T plain")
                        .countMissing())
                .isEqualTo(3);
    }
}
