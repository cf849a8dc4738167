package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.quorum.CrashTolerance;
import ftol.quorum.ReadRule;
import ftol.quorum.Sizes;
import ftol.reference.AliveQuorum;
import ftol.reference.ByzantineQuorum;
import ftol.reference.LeastQuorum;
import ftol.reference.SafeSizes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The reference of parts 2a, 2b, 2c and 2e against values that were found without this project's code. */
class GoldenQuorumsTest {
    private static final Map<String, ReadRule> RULES = Map.of(
            "byz-dissemination", ReadRule.SIGNED,
            "byz-masking", ReadRule.VOUCHERS,
            "byz-opaque-timestamp-tiebreak", ReadRule.PLURALITY,
            "byz-unversioned-majority", ReadRule.MAJORITY);

    @Test
    void referenceAgrees() {
        LeastQuorum reference = new LeastQuorum();
        assertThat(GoldenQuorums.all()).hasSize(25).allSatisfy(golden -> assertThat(
                        golden.versioned()
                                ? reference.leastVersioned(golden.n())
                                : reference.leastUnversioned(golden.n()))
                .isEqualTo(golden.q()));
    }

    @Test
    void referencesAgreeWithTheGoldenFile() {
        Map<String, Integer> compared = new TreeMap<>();
        for (Row row : golden()) {
            ours(row.getString("system"), row.getString("parameters"), row.getString("quantity"))
                    .ifPresent(ours -> {
                        assertThat(ours).as("%s", row).isEqualTo(Integer.parseInt(row.getString("value")));
                        compared.merge(row.getString("system") + " " + row.getString("quantity"), 1, Integer::sum);
                    });
        }
        assertThat(compared)
                .isEqualTo(Map.of(
                        "threshold-unversioned-voting max_crash_T", 12,
                        "threshold-versioned max_crash_T", 13,
                        "byz-dissemination least_Q", 23,
                        "byz-masking least_Q", 18,
                        "byz-opaque-timestamp-tiebreak least_Q", 8,
                        "byz-unversioned-majority least_Q", 15,
                        "flexible-paxos least_|Q1|", 3));
    }

    /** What the reference says, if this is a quantity of the parts. */
    private static Optional<Integer> ours(String system, String parameters, String quantity) {
        if (system.startsWith("threshold-") && quantity.equals("max_crash_T")) {
            int n = number(parameters, "N");
            LeastQuorum sizes = new LeastQuorum();
            int q = system.equals("threshold-versioned") ? sizes.leastVersioned(n) : sizes.leastUnversioned(n);
            CrashTolerance crashes = new AliveQuorum();
            return Optional.of(IntStream.rangeClosed(0, n)
                    .filter(t -> crashes.tolerates(n, q, t))
                    .max()
                    .orElseThrow());
        }
        if (RULES.containsKey(system)) {
            return new ByzantineQuorum()
                    .leastQuorum(RULES.get(system), number(parameters, "N"), number(parameters, "T"));
        }
        if (system.equals("flexible-paxos")) {
            // Only its reads and writes meet: the least W that is safe with that R, or would be if writes met, too.
            int n = number(parameters, "N");
            int one = number(parameters, "|Q2|");
            return new SafeSizes()
                    .safeVersioned(n).stream()
                            .filter(sizes -> sizes.read() == one)
                            .map(Sizes::write)
                            .min(Integer::compare);
        }
        return Optional.empty();
    }

    private static int number(String parameters, String name) {
        return Arrays.stream(parameters.split(",", -1))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> Integer.parseInt(parameter.substring(name.length() + 1)))
                .collect(Collectors.toList())
                .get(0);
    }

    private static Table golden() {
        String file = "../src/kit/src/test/resources/golden/quorum-values.csv";
        return Table.read().csv(CsvReadOptions.builder(file).columnTypes(name -> ColumnType.STRING));
    }
}
