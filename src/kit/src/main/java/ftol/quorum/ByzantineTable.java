package ftol.quorum;

import ftol.picture.MarkedTable;
import ftol.picture.MarkedTable.Cell;
import ftol.picture.MarkedTable.Mark;
import ftol.picture.Picture;
import ftol.picture.SafetyMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The tables of part 2e: your sizes for each read rule, and the lecture's N = 3T + 1 and Q = 2T + 1 beside them. */
public final class ByzantineTable {
    private static final List<ReadRule> RULES =
            Arrays.stream(ReadRule.values()).filter(ReadRule::forLiars).toList();
    private static final String LECTURE_N = "3T + 1";
    private static final String LECTURE_Q = "2T + 1";
    private static final Mark NONE = new Mark("✗", "none", "#cf222e");
    private static final Mark SAME = new Mark("✓", "same", "#1a7f37");
    private static final Mark MORE = new Mark("▲", "more", "#9a6700");
    private static final Mark LESS = new Mark("▼", "less", "#0969da");

    private ByzantineTable() {}

    /**
     * One row for each T and each N. The columns, all of whole numbers: {@code N}, {@code T}, {@code 2T + 1}, which is the
     * lecture's Q, and for each read rule, under its {@linkplain ReadRule#title title}, your least Q; it is missing if there
     * is none.
     *
     * @param to the last N; the first is 1
     * @param faults the last T; the first is 0
     * @throws IllegalArgumentException if there is not even a first
     */
    public static Table of(ByzantineSize yours, int to, int faults) {
        require("the last N", to, 1);
        require("the last T", faults, 0);
        Table table = Table.create(
                "Your least quorums", IntColumn.create("N"), IntColumn.create("T"), IntColumn.create(LECTURE_Q));
        RULES.forEach(rule -> table.addColumns(IntColumn.create(rule.title())));
        for (int t = 0; t <= faults; t++) {
            for (int n = 1; n <= to; n++) {
                table.intColumn("N").append(n);
                table.intColumn("T").append(t);
                table.intColumn(LECTURE_Q).append(2 * t + 1);
                for (ReadRule rule : RULES) {
                    append(table.intColumn(rule.title()), yours.leastQuorum(rule, n, t));
                }
            }
        }
        return table;
    }

    /** A map of N and T for each read rule, with your least Q in each place, or ✗ if there is none. */
    public static Picture map(Table sizes) {
        return SafetyMap.of(sizes, "T", "N", RULES.stream().map(ReadRule::title).toArray(String[]::new));
    }

    /**
     * One row for each T. The columns, all of whole numbers: {@code T}, {@code 3T + 1}, which is the lecture's N, and for each
     * read rule, under its title, your least N.
     *
     * @param faults the last T; the first is 0
     * @throws IllegalArgumentException if there is not even a first
     */
    public static Table replicas(ByzantineSize yours, int faults) {
        require("the last T", faults, 0);
        Table table =
                Table.create("Your least numbers of replicas", IntColumn.create("T"), IntColumn.create(LECTURE_N));
        RULES.forEach(rule -> table.addColumns(IntColumn.create(rule.title())));
        for (int t = 0; t <= faults; t++) {
            table.intColumn("T").append(t);
            table.intColumn(LECTURE_N).append(3 * t + 1);
            for (ReadRule rule : RULES) {
                table.intColumn(rule.title()).append(yours.leastReplicas(rule, t));
            }
        }
        return table;
    }

    /** One of the two tables, to be shown: your numbers are marked where they are, or are not, the lecture's. */
    public static MarkedTable marked(Table table) {
        String lecture = table.columnNames().contains(LECTURE_N) ? LECTURE_N : LECTURE_Q;
        return new MarkedTable(
                table,
                cell -> mark(table, lecture, cell),
                List.of(
                        SAME + ": your number is the lecture's " + lecture + ".",
                        MORE + ": you need more. If yours is the least, the lecture's is unsafe with this rule.",
                        LESS + ": you need less. If yours is right, the lecture's costs more than needed.",
                        NONE + ": for these N and T you found no quorum that is both safe and available."));
    }

    private static Optional<Mark> mark(Table table, String lecture, Cell cell) {
        String name = table.column(cell.column()).name();
        if (RULES.stream().noneMatch(rule -> rule.title().equals(name))) {
            return Optional.empty();
        }
        if (table.intColumn(name).isMissing(cell.row())) {
            return Optional.of(NONE);
        }
        int difference =
                table.intColumn(name).get(cell.row()) - table.intColumn(lecture).get(cell.row());
        return Optional.of(difference == 0 ? SAME : difference > 0 ? MORE : LESS);
    }

    private static void require(String what, int number, int least) {
        if (number < least) {
            throw new IllegalArgumentException(
                    "ByzantineTable: " + what + " is at least " + least + ", but it is " + number + ".");
        }
    }

    private static void append(IntColumn column, Optional<Integer> size) {
        if (size.isPresent()) {
            column.append(size.get());
        } else {
            column.appendMissing();
        }
    }
}
