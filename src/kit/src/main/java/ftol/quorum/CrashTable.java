package ftol.quorum;

import ftol.picture.Picture;
import ftol.picture.SafetyMap;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The tables of part 2b: your answers beside the slide's inequality, and what they mean for the systems of part 2a. */
public final class CrashTable {
    private static final String YOURS = "yours";
    private static final String SLIDE = "N - Q ≤ T";

    private CrashTable() {}

    /**
     * An example: in a system with N = 5 and Q = 3, one replica after the other crashes. The columns are text: {@code
     * crashed}, {@code left} and {@code a quorum}.
     */
    public static Table example() {
        String replicas = "ABCDE";
        int q = 3;
        Table table = Table.create(
                "N = " + replicas.length() + ", Q = " + q,
                StringColumn.create("crashed"),
                StringColumn.create("left"),
                StringColumn.create("a quorum"));
        for (int crashed = 0; crashed <= q; crashed++) {
            String left = replicas.substring(crashed);
            table.stringColumn("crashed").append(names(replicas.substring(0, crashed)));
            table.stringColumn("left").append(names(left));
            table.stringColumn("a quorum").append(names(left.length() < q ? "" : left.substring(0, q)));
        }
        return table;
    }

    private static String names(String replicas) {
        return replicas.isEmpty() ? "none" : String.join(" ", replicas.split(""));
    }

    /**
     * One row for each N and each Q from 1 to N. The columns: {@code N}, {@code Q} and {@code T}, whole numbers; {@code yours},
     * what your class says; and {@code N - Q ≤ T}, what the slide's inequality says.
     *
     * @param t the number of crashes T, the same in all rows
     * @param to the last N
     */
    public static Table of(CrashTolerance yours, int t, int to) {
        Table table = Table.create(
                "Which systems tolerate " + t + (t == 1 ? " crash" : " crashes"),
                IntColumn.create("N"),
                IntColumn.create("Q"),
                IntColumn.create("T"),
                BooleanColumn.create(YOURS),
                BooleanColumn.create(SLIDE));
        for (int n = 1; n <= to; n++) {
            for (int q = 1; q <= n; q++) {
                table.intColumn("N").append(n);
                table.intColumn("Q").append(q);
                table.intColumn("T").append(t);
                table.booleanColumn(YOURS).append(yours.tolerates(n, q, t));
                table.booleanColumn(SLIDE).append(n - q <= t);
            }
        }
        return table;
    }

    /** The two answers as maps of N and Q, or as much of them as is in this table. */
    public static Picture map(Table table) {
        return SafetyMap.compared(table, "N", "Q", YOURS, SLIDE);
    }

    /**
     * One row for each N: your least Q of part 2a and the most crashes that it tolerates, for plain values and with versions.
     * The columns, all of whole numbers: {@code N}, {@code Q plain}, {@code T plain}, {@code Q versioned} and {@code T
     * versioned}. A T is missing if not even 0 crashes are tolerated.
     *
     * @param to the last N
     */
    public static Table mostCrashes(QuorumSize sizes, CrashTolerance yours, int to) {
        Table table = Table.create(
                "The most crashes that your quorums tolerate",
                IntColumn.create("N"),
                IntColumn.create("Q plain"),
                IntColumn.create("T plain"),
                IntColumn.create("Q versioned"),
                IntColumn.create("T versioned"));
        for (int n = 1; n <= to; n++) {
            table.intColumn("N").append(n);
            append(table, "plain", yours, n, sizes.leastUnversioned(n));
            append(table, "versioned", yours, n, sizes.leastVersioned(n));
        }
        return table;
    }

    private static void append(Table table, String values, CrashTolerance yours, int n, int q) {
        table.intColumn("Q " + values).append(q);
        OptionalInt most = IntStream.rangeClosed(0, n)
                .filter(t -> yours.tolerates(n, q, t))
                .max();
        if (most.isPresent()) {
            table.intColumn("T " + values).append(most.getAsInt());
        } else {
            table.intColumn("T " + values).appendMissing();
        }
    }
}
