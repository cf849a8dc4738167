package ftol.tests;

import ftol.check.Counterexample;
import ftol.check.StudentCode;
import ftol.check.Submitted;
import ftol.picture.GridPicture;
import ftol.picture.ReplicaNames;
import ftol.quorum.Fraction;
import ftol.quorum.GridQuorums;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Asks the student's class for the quorums of a grid and looks at each of them.
 *
 * @param rows of the grid that is asked for
 * @param columns of that grid
 */
public record GridCheck(GridQuorums submitted, int rows, int columns) {

    /** With a new object of the student's class. */
    public static GridCheck of(int rows, int columns) {
        return new GridCheck(Submitted.create(GridQuorums.class), rows, columns);
    }

    /** The read quorums, each of them a set of replicas of the grid and not empty. */
    public Set<Set<Integer>> reads() {
        return quorums("readQuorums", () -> submitted.readQuorums(rows, columns));
    }

    /** The write quorums, each of them a set of replicas of the grid and not empty. */
    public Set<Set<Integer>> writes() {
        return quorums("writeQuorums", () -> submitted.writeQuorums(rows, columns));
    }

    /** Fails unless these are all the columns. */
    public void requireReads(Set<Set<Integer>> reads) {
        for (Set<Integer> quorum : reads) {
            if (quorum.size() != rows || !hasColumn(quorum)) {
                throw failure(
                        call("readQuorums") + " holds " + names(quorum)
                                + ", which is not exactly one whole column of the grid.",
                        quorum,
                        Set.of());
            }
        }
        requireCount("readQuorums", reads.size(), columns);
    }

    /** Fails unless these are all the unions of a row and a column. */
    public void requireWrites(Set<Set<Integer>> writes) {
        for (Set<Integer> quorum : writes) {
            if (!hasRow(quorum) || !hasColumn(quorum)) {
                throw failure(
                        call("writeQuorums") + " holds " + names(quorum) + ", in which there is no whole "
                                + (hasRow(quorum) ? "column." : "row."),
                        Set.of(),
                        quorum);
            }
            if (quorum.size() > rows + columns - 1) {
                throw failure(
                        call("writeQuorums") + " holds " + names(quorum)
                                + ", which is more than one whole row and one whole column.",
                        Set.of(),
                        quorum);
            }
        }
        // In a single row or column there is only one: all replicas.
        requireCount("writeQuorums", writes.size(), rows == 1 || columns == 1 ? 1 : rows * columns);
    }

    /** Fails with two quorums that share no replica, if there are any. */
    public void requireMeeting(Set<Set<Integer>> reads, Set<Set<Integer>> writes) {
        for (Set<Integer> write : writes) {
            for (Set<Integer> read : reads) {
                if (Collections.disjoint(read, write)) {
                    throw failure(
                            "In the grid of " + size() + ", the read quorum " + names(read) + " and the write quorum "
                                    + names(write) + " share no replica: the read misses what was written.",
                            read,
                            write);
                }
            }
            for (Set<Integer> other : writes) {
                if (Collections.disjoint(other, write)) {
                    throw new AssertionError("In the grid of " + size() + ", the write quorums " + names(write)
                            + " and " + names(other) + " share no replica: two writes may take the same version.");
                }
            }
        }
    }

    /** What the student's class says the load is. */
    public Fraction load(Fraction reads) {
        Fraction load;
        try {
            load = submitted.load(rows, columns, reads);
        } catch (IllegalArgumentException refused) {
            throw new AssertionError(loadCall(reads)
                    + " threw an IllegalArgumentException, but there is nothing wrong with these numbers: "
                    + refused.getMessage());
        }
        if (load == null) {
            throw new AssertionError(loadCall(reads) + " returned null.");
        }
        return load;
    }

    /** Fails unless the load is exactly this. */
    public void requireLoad(Fraction reads, Fraction expected) {
        requireLoad(reads, expected, "The load is " + expected + ".");
    }

    /** Fails unless the load is exactly this, and says why. */
    void requireLoad(Fraction reads, Fraction expected, String why) {
        Fraction load = load(reads);
        if (!load.equals(expected)) {
            throw new AssertionError(loadCall(reads) + " returned " + load + ". " + why);
        }
    }

    /** Fails unless all three methods refuse this grid with a message that names the number. */
    public void requireRefused(int number) {
        requireRefused(call("readQuorums"), number, () -> submitted.readQuorums(rows, columns));
        requireRefused(call("writeQuorums"), number, () -> submitted.writeQuorums(rows, columns));
        Fraction half = new Fraction(1, 2);
        requireRefused(loadCall(half), number, () -> submitted.load(rows, columns, half));
    }

    /** Fails unless this part of reads is refused with a message that names it. */
    public void requireRefused(Fraction reads) {
        requireRefused(loadCall(reads), reads, () -> submitted.load(rows, columns, reads));
    }

    private static void requireRefused(String call, Object value, Supplier<Object> action) {
        String message;
        try {
            Object returned = action.get();
            throw new AssertionError(call + " returned " + returned + ". " + value
                    + " is to be refused: throw an IllegalArgumentException.");
        } catch (IllegalArgumentException refused) {
            message = refused.getMessage();
        }
        if (message == null || !names(Refusal.ungrouped(message), value)) {
            throw new AssertionError(call + " threw an IllegalArgumentException "
                    + (message == null ? "without a message." : "with the message \"" + message + "\".")
                    + " The message must name the value " + value + ".");
        }
    }

    /** "3/2" may be called 1.5. */
    private static boolean names(String message, Object value) {
        return message.contains(value.toString())
                || (value instanceof Fraction fraction && message.contains(String.valueOf(fraction.toDouble())));
    }

    private Set<Set<Integer>> quorums(String method, Supplier<Set<Set<Integer>>> action) {
        Set<Set<Integer>> returned;
        try {
            returned = action.get();
        } catch (IllegalArgumentException refused) {
            throw new AssertionError(call(method) + " threw an IllegalArgumentException, but there is such a grid: "
                    + refused.getMessage());
        }
        if (returned == null || returned.isEmpty()) {
            throw new AssertionError(call(method) + " returned " + (returned == null ? "null." : "no quorum at all."));
        }
        Set<Set<Integer>> copy = new LinkedHashSet<>();
        for (Set<Integer> quorum : returned) {
            if (quorum == null || quorum.isEmpty() || quorum.stream().anyMatch(Objects::isNull)) {
                throw new AssertionError(call(method) + " holds " + quorum + ", which is not a quorum.");
            }
            for (int replica : quorum) {
                if (replica < 0 || replica >= rows * columns) {
                    throw new AssertionError(call(method) + " holds a quorum with the number " + replica
                            + ", but the replicas of this grid are 0 to " + (rows * columns - 1) + ".");
                }
            }
            copy.add(Set.copyOf(quorum));
        }
        return copy;
    }

    private void requireCount(String method, int count, int expected) {
        if (count != expected) {
            throw new AssertionError(call(method) + " holds " + count + (count == 1 ? " quorum" : " quorums")
                    + ", but there are " + expected + ".");
        }
    }

    private boolean hasRow(Set<Integer> quorum) {
        return IntStream.range(0, rows).anyMatch(row -> IntStream.range(0, columns)
                .allMatch(column -> quorum.contains(row * columns + column)));
    }

    private boolean hasColumn(Set<Integer> quorum) {
        return IntStream.range(0, columns)
                .anyMatch(column -> IntStream.range(0, rows).allMatch(row -> quorum.contains(row * columns + column)));
    }

    private AssertionError failure(String message, Set<Integer> read, Set<Integer> write) {
        return new Counterexample(message, GridPicture.of(rows, columns, read, write));
    }

    private String size() {
        return rows + " x " + columns;
    }

    private String call(String method) {
        return method + "(" + rows + ", " + columns + ")";
    }

    private String loadCall(Fraction reads) {
        return "load(" + rows + ", " + columns + ", " + StudentCode.source(reads) + ")";
    }

    private String names(Set<Integer> quorum) {
        return ReplicaNames.of(quorum, rows * columns);
    }
}
