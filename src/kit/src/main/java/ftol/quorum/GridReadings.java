package ftol.quorum;

import ftol.picture.GridPicture;
import ftol.picture.GridPicture.Panel;
import ftol.picture.Picture;
import ftol.picture.ReplicaNames;
import ftol.quorum.system.Expr;
import ftol.quorum.system.Grid;
import ftol.quorum.system.Node;
import ftol.quorum.system.QuorumSystem;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * The lecture's grid, of 3 rows and 4 columns, A to L. The lecture says that writes are expensive and reads are cheap, but
 * not which sets are the quorums: these are five ways to read it.
 */
public final class GridReadings {
    private static final int ROWS = 3;
    private static final int COLUMNS = 4;
    private static final int REPLICAS = ROWS * COLUMNS;

    /** The reading that part 2d asks for, as {@link Grid#readings} calls it. */
    private static final String ASKED = "read=column,write=row+column";

    /** One of the five: its quorums, and its load for each part of operations that are reads. */
    private record Reading(
            String name, Set<Set<Integer>> reads, Set<Set<Integer>> writes, Function<Fraction, Fraction> load) {}

    private GridReadings() {}

    /** All five, each with one of its read quorums and one of its write quorums. */
    public static Picture drawn() {
        Set<Integer> column = Set.of(1, 5, 9);
        Set<Integer> row = Set.of(4, 5, 6, 7);
        Set<Integer> onePerColumn = Set.of(0, 5, 2, 11);
        return GridPicture.of(
                ROWS,
                COLUMNS,
                List.of(
                        new Panel("read a column,\nwrite 1 per column", column, onePerColumn),
                        new Panel(
                                "read 1 per column,\nwrite that + a column", onePerColumn, Set.of(2, 6, 10, 4, 1, 11)),
                        new Panel("read a row,\nwrite a column", row, column),
                        new Panel("read a column,\nwrite a row", column, row),
                        new Panel("read a column,\nwrite a row + column", column, Set.of(4, 5, 6, 7, 2, 10))));
    }

    /**
     * All five as a table: four of them, and in the last row what your class says of the grid of 3 rows and 4 columns.
     *
     * <p>The columns: {@code read / write}, what a read and a write takes; {@code read size} and {@code write size}, the replicas in a smallest quorum;
     * {@code reads} and {@code writes}, the number of quorums; {@code reads survive} and {@code writes survive}, how many
     * crashes leave a quorum whichever replicas they hit; {@code reads meet writes} and {@code writes meet},
     * "yes" or two quorums that do not; and {@code load, f = ...} for each f, as a number.
     *
     * @param reads which part f of all operations are reads, one column of loads for each
     */
    public static Table table(GridQuorums yours, Fraction... reads) {
        List<Reading> readings = new ArrayList<>();
        for (Map.Entry<String, QuorumSystem> entry :
                new Grid(ROWS, COLUMNS).readings().entrySet()) {
            if (!entry.getKey().equals(ASKED)) {
                readings.add(known(entry.getKey(), entry.getValue()));
            }
        }
        readings.add(new Reading(
                "yours: column / row + column",
                yours.readQuorums(ROWS, COLUMNS),
                yours.writeQuorums(ROWS, COLUMNS),
                part -> yours.load(ROWS, COLUMNS, part)));
        return table(readings, reads);
    }

    private static Table table(List<Reading> readings, Fraction... reads) {
        Table table = Table.create(
                "The lecture's grid A to L, read in five ways",
                StringColumn.create(
                        "read / write", readings.stream().map(Reading::name).toList()),
                numbers("read size", readings, reading -> smallest(reading.reads())),
                numbers("write size", readings, reading -> smallest(reading.writes())),
                numbers("reads", readings, reading -> reading.reads().size()),
                numbers("writes", readings, reading -> reading.writes().size()),
                numbers("reads survive", readings, reading -> survived(reading.reads())),
                numbers("writes survive", readings, reading -> survived(reading.writes())),
                StringColumn.create(
                        "reads meet writes",
                        readings.stream()
                                .map(reading -> meet(reading.reads(), reading.writes()))
                                .toList()),
                StringColumn.create(
                        "writes meet",
                        readings.stream()
                                .map(reading -> meet(reading.writes(), reading.writes()))
                                .toList()));
        for (Fraction part : reads) {
            double[] loads = readings.stream()
                    .mapToDouble(reading -> reading.load().apply(part).toDouble())
                    .toArray();
            DoubleColumn column = DoubleColumn.create("load, f = " + part, loads);
            column.setPrintFormatter(new NumberColumnFormatter(
                    new DecimalFormat("0.000", DecimalFormatSymbols.getInstance(Locale.ROOT))));
            table.addColumns(column);
        }
        return table;
    }

    private static IntColumn numbers(String name, List<Reading> readings, Function<Reading, Integer> number) {
        return IntColumn.create(name, readings.stream().mapToInt(number::apply).toArray());
    }

    private static Reading known(String name, QuorumSystem system) {
        return new Reading(
                name.replace("read=", "")
                        .replace(",write=", " / ")
                        .replace("+", " + ")
                        .replace("one-per-column", "1 per column"),
                sets(system.reads()),
                sets(system.writes()),
                part -> load(system, part));
    }

    private static Fraction load(QuorumSystem system, Fraction reads) {
        BigFraction load = system.load(new BigFraction(reads.numerator()).divide(reads.denominator()));
        return new Fraction(load.getNumeratorAsLong(), load.getDenominatorAsLong());
    }

    private static Set<Set<Integer>> sets(Expr quorums) {
        return quorums.minimalQuorums().stream()
                .map(quorum -> quorum.stream().map(GridReadings::number).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static int number(Node node) {
        return node.name().charAt(0) - 'A';
    }

    private static int smallest(Set<Set<Integer>> quorums) {
        return quorums.stream().mapToInt(Set::size).min().orElse(0);
    }

    /** One less than the fewest crashes that hit every quorum; -1 if there is no quorum. All sets of crashes are tried. */
    private static int survived(Set<Set<Integer>> quorums) {
        int[] masks = quorums.stream().mapToInt(GridReadings::mask).toArray();
        return IntStream.range(0, 1 << REPLICAS)
                        .filter(crashed -> Arrays.stream(masks).allMatch(quorum -> (quorum & crashed) != 0))
                        .map(Integer::bitCount)
                        .min()
                        .orElse(0)
                - 1;
    }

    /** "yes", or two quorums without a common replica. */
    private static String meet(Set<Set<Integer>> some, Set<Set<Integer>> others) {
        return some.stream()
                .flatMap(one -> others.stream()
                        .filter(other -> Collections.disjoint(one, other))
                        .map(other -> "no: " + letters(one) + " and " + letters(other)))
                .min(String::compareTo)
                .orElse("yes");
    }

    /** Letters alone: a table has no room for more. */
    private static String letters(Set<Integer> replicas) {
        return ReplicaNames.of(replicas, REPLICAS).replaceAll("[{}, ]", "");
    }

    private static int mask(Set<Integer> replicas) {
        int mask = 0;
        for (int replica : replicas) {
            if (replica < 0 || replica >= REPLICAS) {
                throw new IllegalArgumentException("a quorum of the grid of 3 rows and 4 columns holds the number "
                        + replica + ", but its replicas are 0 to " + (REPLICAS - 1));
            }
            mask |= 1 << replica;
        }
        return mask;
    }
}
