package ftol.quorum;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Why two write quorums must meet in part 2c: two writes, each of which asks its own quorum for the versions, and a read. */
public final class TwoWrites {
    private static final String NAMES = "ABCDEFGHIJ";

    private final Answer[] stored;
    private final Table table;

    private TwoWrites(int n, int r, int w) {
        stored = new Answer[n];
        Arrays.fill(stored, new Answer("-", 0, false));
        table = Table.create(
                "N = " + n + ", R = " + r + ", W = " + w, StringColumn.create("step"), StringColumn.create("result"));
        for (int replica = 0; replica < n; replica++) {
            table.addColumns(StringColumn.create(name(replica)));
        }
    }

    /**
     * What happens, step by step, if the first write reaches the first W replicas, the second one the last W, and the read asks
     * the last R. The columns are text: {@code step}, {@code result}, and one for each replica with the value and version that
     * it has after the step.
     *
     * @param n the number of replicas, from 1 to 10
     * @param r the size of the read quorum, from 1 to n
     * @param w the size of the write quorums, from 1 to n
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Table of(int n, int r, int w) {
        if (n < 1 || n > NAMES.length()) {
            throw new IllegalArgumentException("1 to " + NAMES.length() + " replicas can be shown, not " + n);
        }
        if (r < 1 || r > n || w < 1 || w > n) {
            throw new IllegalArgumentException("R = " + r + " and W = " + w + " must be from 1 to " + n);
        }
        TwoWrites run = new TwoWrites(n, r, w);
        run.step("at first", "");
        run.write("x", IntStream.range(0, w).toArray());
        run.write("y", IntStream.range(n - w, n).toArray());
        run.read(IntStream.range(n - r, n).toArray());
        return run.table;
    }

    private void write(String value, int... quorum) {
        int highest = Arrays.stream(quorum)
                .map(replica -> stored[replica].version())
                .max()
                .orElseThrow();
        for (int replica : quorum) {
            stored[replica] = new Answer(value, highest + 1, false);
        }
        step(
                "write " + value + " to " + names(quorum),
                "highest version there: " + highest + ", so " + text(stored[quorum[0]]));
    }

    private void read(int... quorum) {
        List<Answer> answers = Arrays.stream(quorum)
                .mapToObj(replica -> stored[replica])
                .distinct()
                .toList();
        int highest = answers.stream()
                .map(Answer::version)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        step(
                "read from " + names(quorum),
                "highest version there: "
                        + answers.stream()
                                .filter(answer -> answer.version() == highest)
                                .map(TwoWrites::text)
                                .collect(Collectors.joining(" and ")));
    }

    private void step(String step, String result) {
        table.stringColumn("step").append(step);
        table.stringColumn("result").append(result);
        for (int replica = 0; replica < stored.length; replica++) {
            table.stringColumn(name(replica)).append(text(stored[replica]));
        }
    }

    private static String text(Answer stored) {
        return stored.version() == 0 ? "-" : stored.value() + " v" + stored.version();
    }

    private static String names(int... quorum) {
        return Arrays.stream(quorum).mapToObj(TwoWrites::name).collect(Collectors.joining(" "));
    }

    private static String name(int replica) {
        return NAMES.substring(replica, replica + 1);
    }
}
