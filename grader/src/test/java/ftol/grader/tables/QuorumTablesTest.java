package ftol.grader.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

class QuorumTablesTest {
    private static final Map<String, Model> GOLDEN = Map.of(
            "threshold-unversioned-voting", Model.PLAIN,
            "threshold-versioned", Model.VERSIONED,
            "byz-dissemination", Model.SIGNED,
            "byz-masking", Model.VOUCHERS,
            "byz-opaque-timestamp-tiebreak", Model.PLURALITY,
            "byz-unversioned-majority", Model.BYZANTINE_PLAIN);

    @Test
    void thresholdsAreTheGoldenOnes() {
        int compared = 0;
        Path golden = Path.of("../src/kit/src/test/resources/golden/quorum-values.csv");
        for (Row row :
                Table.read().csv(CsvReadOptions.builder(golden.toFile()).columnTypes(name -> ColumnType.STRING))) {
            Model model = GOLDEN.get(row.getString("system"));
            if (model == null) {
                continue;
            }
            int n = Integer.parseInt(row.getString("n"));
            String faults = row.getString("parameters").replaceFirst("N=\\d+(,T=)?", "");
            int ours =
                    switch (row.getString("quantity")) {
                        case "least_Q" ->
                            model.leastQuorum(n, faults.isEmpty() ? 0 : Integer.parseInt(faults))
                                    .orElse(-1);
                        case "max_crash_T" -> model.mostFaults(n);
                        default -> throw new AssertionError("an unknown quantity in " + row);
                    };
            assertThat(ours).as(row.toString()).isEqualTo(Integer.parseInt(row.getString("value")));
            compared++;
        }
        assertThat(compared).isEqualTo(114);
    }

    @Test
    void choicesAreThoseWithWhichTheWorstPairOfQuorumsStillSharesEnough() {
        for (int n = 1; n <= 9; n++) {
            for (int r = 1; r <= n; r++) {
                assertThat(QuorumTables.leastWrite(Model.PLAIN, n, r)).isEqualTo(leastWriteBySets(n, r, true));
                assertThat(QuorumTables.leastWrite(Model.VERSIONED, n, r)).isEqualTo(leastWriteBySets(n, r, false));
            }
        }
    }

    /** Overlaps counted with sets: the first r replicas read, the last w write, which is as far apart as can be. */
    private static int leastWriteBySets(int n, int r, boolean plain) {
        return IntStream.rangeClosed(1, n)
                .filter(w -> plain ? 2 * shared(n, r, w) > r : shared(n, r, w) > 0 && shared(n, w, w) > 0)
                .findFirst()
                .orElseThrow();
    }

    private static int shared(int n, int one, int other) {
        BitSet first = new BitSet();
        first.set(0, one);
        BitSet last = new BitSet();
        last.set(n - other, n);
        first.and(last);
        return first.cardinality();
    }

    @Test
    void theFailureProbabilityCountsTheSetsOfReplicasThatAreDown() {
        for (int n = 1; n <= 10; n++) {
            for (int q = 1; q <= n; q++) {
                double sum = 0;
                for (int down = 0; down < 1 << n; down++) {
                    if (n - Integer.bitCount(down) < q) {
                        sum += Math.pow(0.3, Integer.bitCount(down)) * Math.pow(0.7, n - Integer.bitCount(down));
                    }
                }
                assertThat(QuorumTables.noQuorum(n, q, 0.3)).isCloseTo(sum, within(1e-12));
            }
        }
    }

    @Test
    void filesHoldEveryRowAndNothingThatASpreadsheetWouldCompute(@TempDir Path folder) throws IOException {
        QuorumTables tables = new QuorumTables(List.of(Model.values()), 12, 5, List.of(0.1));

        assertThat(TableFiles.write(tables, folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("tables.html", "tables.md", "sizes.csv", "byzantine.csv", "choices.csv");

        List<String> sizes = Files.readAllLines(folder.resolve("sizes.csv"));
        assertThat(sizes).hasSize(1 + 6 * 12).contains("plain values,4,1,3,3/4,0.75,0.0523");
        assertThat(Files.readAllLines(folder.resolve("byzantine.csv")))
                .contains("\"Byzantine, T + 1 vouchers\",5,3,4,,", "\"Byzantine, T + 1 vouchers\",4,3,,,");
        assertThat(Files.readString(folder.resolve("tables.html")))
                .contains("<td>5/6</td>")
                .contains("<img ");
        assertThat(Files.readString(folder.resolve("tables.md"))).contains("| versions | 5 | 2 | 3 | 3/5 |");
    }

    @Test
    void wrongNumbersAreNamed() {
        assertThatThrownBy(() -> new QuorumTables(List.of(Model.PLAIN), 0, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("N must be from 1 to 1000, not 0.");
        assertThatThrownBy(() -> new QuorumTables(List.of(Model.PLAIN), 1, 0, List.of(1.0)))
                .hasMessageContaining("not at 1.0");
    }
}
