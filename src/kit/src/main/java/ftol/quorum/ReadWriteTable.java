package ftol.quorum;

import ftol.picture.Picture;
import ftol.picture.SafetyMap;
import java.util.Set;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The tables of part 2c: your safe sizes beside rules that sound right. */
public final class ReadWriteTable {
    private static final String PLAIN = "yours: plain";
    private static final String VERSIONED = "yours: versioned";
    private static final String MEET = "R + W > N";
    private static final String HALF_OF_READ = "half of R";
    private static final String MAJORITY_OF_ALL = "majority of N";

    private ReadWriteTable() {}

    /**
     * One row for each R and each W from 1 to N. The columns {@code N}, {@code R} and {@code W} are whole numbers, the others
     * true or false: {@code yours: plain} and {@code yours: versioned}, whether your class says that these sizes are safe; and
     * what three rules say of them:
     *
     * <ul>
     *   <li>{@code R + W > N}: the two quorums always meet;
     *   <li>{@code half of R}: at least half of the read quorum always has the last write;
     *   <li>{@code majority of N}: the quorums always share more than half of all N replicas.
     * </ul>
     */
    public static Table of(ReadWriteSizes yours, int n) {
        Table table = Table.create(
                "Sizes R and W for N = " + n,
                IntColumn.create("N"),
                IntColumn.create("R"),
                IntColumn.create("W"),
                BooleanColumn.create(PLAIN),
                BooleanColumn.create(VERSIONED),
                BooleanColumn.create(MEET),
                BooleanColumn.create(HALF_OF_READ),
                BooleanColumn.create(MAJORITY_OF_ALL));
        Set<Sizes> plain = yours.safeUnversioned(n);
        Set<Sizes> versioned = yours.safeVersioned(n);
        for (int r = 1; r <= n; r++) {
            for (int w = 1; w <= n; w++) {
                int shared = Math.max(0, r + w - n);
                table.intColumn("N").append(n);
                table.intColumn("R").append(r);
                table.intColumn("W").append(w);
                table.booleanColumn(PLAIN).append(plain.contains(new Sizes(r, w)));
                table.booleanColumn(VERSIONED).append(versioned.contains(new Sizes(r, w)));
                table.booleanColumn(MEET).append(shared > 0);
                table.booleanColumn(HALF_OF_READ).append(shared >= r / 2.0);
                table.booleanColumn(MAJORITY_OF_ALL).append(shared > n / 2.0);
            }
        }
        return table;
    }

    /** Your two answers as maps of R and W. */
    public static Picture map(Table sizes) {
        return SafetyMap.of(sizes, "R", "W", PLAIN, VERSIONED);
    }

    /** Your answer for plain values, and beside it the three rules. */
    public static Picture plainMap(Table sizes) {
        return SafetyMap.compared(sizes, "R", "W", PLAIN, HALF_OF_READ, MAJORITY_OF_ALL, MEET);
    }

    /** Your answer for values with versions, and beside it the rule that the quorums meet. */
    public static Picture versionedMap(Table sizes) {
        return SafetyMap.compared(sizes, "R", "W", VERSIONED, MEET);
    }
}
