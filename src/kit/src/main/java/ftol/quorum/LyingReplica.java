package ftol.quorum;

import ftol.picture.MarkedTable;
import ftol.picture.MarkedTable.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The example of part 2e: one read of N replicas of which one lies. All have stored an old value; a write of a new one has
 * reached all but the last replica; the read asks all but the first, A. The liar is B.
 */
public final class LyingReplica {
    private static final String NAMES = "ABCDEF";
    private static final Answer OLD = new Answer("old", 1, true);
    private static final Answer NEW = new Answer("new", 2, true);
    private static final Answer MADE_UP = new Answer("made up", 9, false);

    private static final String RETURNS = "the reader takes";
    private static final Mark RIGHT = new Mark("✓", "right:", "#1a7f37");
    private static final Mark WRONG = new Mark("✗", "wrong:", "#cf222e");

    private LyingReplica() {}

    /**
     * What the reader takes, by each read rule and for two lies. The columns are text: {@code read rule}, {@code B says},
     * {@code answers} and {@code the reader takes}.
     *
     * @param n the number of replicas, from 4 to 6
     * @throws IllegalArgumentException if n is another number
     */
    public static Table of(int n) {
        if (n < 4 || n > NAMES.length()) {
            throw new IllegalArgumentException("The example has 4 to " + NAMES.length() + " replicas, not " + n);
        }
        Table table = Table.create(
                "N = " + n + ", Q = " + (n - 1) + ", and B lies",
                StringColumn.create("read rule"),
                StringColumn.create("B says"),
                StringColumn.create("answers"),
                StringColumn.create(RETURNS));
        for (ReadRule rule : ReadRule.values()) {
            for (Answer lie : List.of(OLD, MADE_UP)) {
                List<Answer> answers = answers(n, lie);
                table.stringColumn("read rule").append(rule.title());
                table.stringColumn("B says").append(lie.value() + (rule.versioned() ? " v" + lie.version() : ""));
                table.stringColumn("answers")
                        .append(IntStream.range(0, answers.size())
                                .mapToObj(i -> NAMES.charAt(i + 1) + " "
                                        + answers.get(i).value())
                                .collect(Collectors.joining(", ")));
                table.stringColumn(RETURNS)
                        .append(QuorumReader.read(rule, answers, 1)
                                .map(Answer::value)
                                .orElse("nothing"));
            }
        }
        return table;
    }

    /** The same table, to be shown: marked where the reader is right and where it is wrong. */
    public static MarkedTable marked(Table table) {
        int returns = table.columnIndex(RETURNS);
        return new MarkedTable(
                table,
                cell -> cell.column() != returns
                        ? Optional.empty()
                        : Optional.of(table.getString(cell.row(), RETURNS).equals(NEW.value()) ? RIGHT : WRONG),
                List.of());
    }

    private static List<Answer> answers(int n, Answer lie) {
        List<Answer> answers = new ArrayList<>();
        answers.add(lie);
        for (int replica = 2; replica < n; replica++) {
            answers.add(replica < n - 1 ? NEW : OLD);
        }
        return answers;
    }
}
