package ftol.quorum.system;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The verified values of the design folder, and how many of them are checked. */
class GoldenTest {
    private static final Pattern WITH_NUMBER =
            Pattern.compile("(F_p|F_read|F_write|load|\\w+_blocking)\\((?:p|fr)=(.*?)\\).*");

    /** The rows that are checked, by quantity. */
    private static final Map<String, Integer> CHECKED = Map.ofEntries(
            entry("minimal_quorums", 39),
            entry("min_quorum_size", 40),
            entry("max_quorum_size", 39),
            entry("min_intersection", 39),
            entry("min_transversal", 40),
            entry("resilience", 41),
            entry("nondominated", 39),
            entry("load", 107),
            entry("load_decimal", 39),
            entry("fail_profile_a0..an", 39),
            entry("F_p", 201),
            entry("n_read_quorums", 9),
            entry("n_write_quorums", 9),
            entry("read_min_size", 9),
            entry("write_min_size", 9),
            entry("read_resilience", 9),
            entry("write_resilience", 9),
            entry("RW_min_intersection", 9),
            entry("WW_min_intersection", 9),
            entry("F_read", 27),
            entry("F_write", 27),
            entry("read_blocking", 3),
            entry("write_blocking", 3));

    /** The rows that are not, by system if the library cannot write it down yet, else by quantity. */
    private static final Map<String, Integer> LATER = Map.ofEntries(
            // Quantities.
            entry("masking_b", 39),
            entry("dissemination_b", 39),
            entry("probe_complexity", 9),
            entry("F_p", 2), // of the M-grid of 64 nodes
            // Families.
            entry("paths-coterie", 30),
            entry("rw-paths:read=LR,write=TB-dual", 28),
            entry("boostFPP", 27),
            entry("RT", 1), // its critical p
            // Other models and workloads.
            entry("pbs-k-staleness", 19),
            entry("quoracle-case-study", 19),
            entry("quoracle-paper-example", 2),
            // Least quorum sizes, which are parts of the task and no systems.
            entry("threshold-unversioned-voting", 24),
            entry("threshold-versioned", 26),
            entry("byz-dissemination", 23),
            entry("byz-masking", 18),
            entry("byz-opaque-timestamp-tiebreak", 8),
            entry("byz-unversioned-majority", 15),
            entry("flexible-paxos", 3),
            // Bounds for all systems of a kind.
            entry("m-path", 1),
            entry("any-masking-system", 1),
            entry("any-dissemination-system", 1),
            entry("any-opaque-system", 1),
            entry("any-ND-coterie", 2));

    private final Map<String, QuorumSystem> systems = new HashMap<>();
    private final Map<Expr, FailureProfile> profiles = new HashMap<>();
    private final Map<String, Certificate> certificates = new HashMap<>();

    @Test
    void everyRowOfTheSystemsAndQuantitiesThatThereAre() {
        Map<String, Integer> checked = new TreeMap<>();
        Map<String, Integer> later = new TreeMap<>();
        for (Row row : rows()) {
            String quantity = row.getString("quantity");
            Optional<Object> ours = system(row).flatMap(system -> quantity(system, quantity));
            if (ours.isPresent()) {
                assertAgrees(row, ours.get());
                checked.merge(kind(quantity), 1, Integer::sum);
            } else {
                later.merge(system(row).isPresent() ? kind(quantity) : row.getString("system"), 1, Integer::sum);
            }
        }
        assertThat(checked).isEqualTo(CHECKED);
        assertThat(later).isEqualTo(LATER);
    }

    private Optional<QuorumSystem> system(Row row) {
        String name = row.getString("system");
        String parameters = row.getString("parameters");
        if (!systems.containsKey(name + parameters)) {
            GoldenSystems.of(name, parameters).ifPresent(system -> systems.put(name + parameters, system));
        }
        return Optional.ofNullable(systems.get(name + parameters));
    }

    /** Nothing if the library does not have it. A rounded value is a Double. */
    private Optional<Object> quantity(QuorumSystem system, String quantity) {
        if (quantity.startsWith("F_p")
                && system.equals(GoldenSystems.of("m-grid", "side=8,k=2").orElseThrow())) {
            return Optional.empty(); // 64 nodes that occur twice need inclusion and exclusion
        }
        Matcher number = WITH_NUMBER.matcher(quantity);
        if (number.matches()) {
            BigFraction of = fraction(number.group(2));
            return Optional.of(
                    switch (number.group(1)) {
                        case "load" -> load(system, of);
                        case "F_write", "write_blocking" -> failure(system.writes(), of);
                        default -> failure(system.reads(), of);
                    });
        }
        Expr reads = system.reads();
        Expr writes = system.writes();
        return Optional.ofNullable(
                switch (quantity) {
                    case "minimal_quorums", "n_read_quorums" -> reads.countMinimalQuorums();
                    case "n_write_quorums" -> writes.countMinimalQuorums();
                    case "min_quorum_size", "read_min_size" -> reads.minQuorumSize();
                    case "write_min_size" -> writes.minQuorumSize();
                    case "max_quorum_size" ->
                        reads.minimalQuorums().stream()
                                .mapToInt(Set::size)
                                .max()
                                .orElseThrow();
                    case "min_intersection", "RW_min_intersection" -> system.minIntersection();
                    case "WW_min_intersection" -> new Meeting(writes, writes).fewest();
                    case "min_transversal" -> reads.minTransversal();
                    case "resilience" -> system.resilience();
                    case "read_resilience" -> reads.resilience();
                    case "write_resilience" -> writes.resilience();
                    case "nondominated" -> system.nonDominated();
                    case "load" -> load(system, BigFraction.ONE_HALF);
                    case "load_decimal" -> load(system, BigFraction.ONE_HALF).doubleValue();
                    case "fail_profile_a0..an" ->
                        profile(reads).blocking().stream().map(Object::toString).collect(Collectors.joining(";"));
                    default -> null;
                });
    }

    private BigFraction load(QuorumSystem system, BigFraction readFraction) {
        Certificate certificate =
                certificates.computeIfAbsent(system + " " + readFraction, key -> system.optimal(readFraction));
        assertThat(certificate.check()).as("proof for %s", system).isTrue();
        return certificate.load();
    }

    private FailureProfile profile(Expr expr) {
        return profiles.computeIfAbsent(expr, Expr::failureProfile);
    }

    private double failure(Expr expr, BigFraction p) {
        return profile(expr).probability(p).doubleValue();
    }

    private static void assertAgrees(Row row, Object ours) {
        String golden = row.getString("value");
        if (ours instanceof Double rounded) {
            double value = Double.parseDouble(golden);
            assertThat(rounded).as("%s", row).isCloseTo(value, within(1e-11 * value));
        } else if (ours instanceof BigFraction exact) {
            assertThat(exact).as("%s", row).isEqualTo(fraction(golden));
        } else {
            assertThat(ours.toString()).as("%s", row).isEqualTo(golden);
        }
    }

    /** "8/15" or "0.05". */
    private static BigFraction fraction(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length == 2) {
            return new BigFraction(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
        var decimal = new BigDecimal(text);
        return new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    private static String kind(String quantity) {
        return quantity.replaceAll("\\(.*", "");
    }

    private static Table rows() {
        ColumnType[] text = new ColumnType[7];
        Arrays.fill(text, ColumnType.STRING);
        return Table.read()
                .usingOptions(CsvReadOptions.builder(GoldenTest.class.getResourceAsStream("/golden/quorum-values.csv"))
                        .columnTypes(text));
    }
}
