package ftol.tests;

import ftol.quorum.Answer;
import ftol.quorum.QuorumReader;
import ftol.quorum.ReadRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A write to the first Q replicas and a read of the last Q, in which as many of those that both have in common lie as can.
 *
 * @param lie what all the liars say
 */
record WorstRead(ReadRule rule, int n, int q, int t, Answer lie) {
    private static final Answer OLD = new Answer("old", 1, true);
    private static final Answer NEW = new Answer("new", 2, true);
    private static final Answer MADE_UP = new Answer("made up", 3, false);

    /** Such a read that does not return the new value, if there is one. */
    static Optional<WorstRead> wrong(ReadRule rule, int n, int q, int t) {
        return Stream.of(OLD, MADE_UP)
                .map(lie -> new WorstRead(rule, n, q, t, lie))
                .filter(read -> !read.outcome().equals(Optional.of(NEW)))
                .findFirst();
    }

    private Optional<Answer> outcome() {
        // Those with the new value come last, if the order matters.
        List<Answer> answers =
                new ArrayList<>(asked().stream().mapToObj(this::says).toList());
        answers.sort(Comparator.comparing(NEW::equals));
        return QuorumReader.read(rule, answers, t);
    }

    private BitSet written() {
        return Replicas.range(0, q);
    }

    private BitSet asked() {
        return Replicas.range(n - q, q);
    }

    private BitSet liars() {
        return Replicas.range(n - q, Math.min(t, q));
    }

    private Answer says(int replica) {
        return liars().get(replica) ? lie : written().get(replica) ? NEW : OLD;
    }

    /** What happens, for the student. */
    String story() {
        return "A write may reach " + Replicas.names(written(), n) + " and a read ask " + Replicas.names(asked(), n)
                + (t == 0 ? "" : "; " + Replicas.names(liars(), n) + (liars().cardinality() == 1 ? " lies" : " lie"))
                + ". The answers: "
                + asked().stream()
                        .mapToObj(replica -> name(replica) + " " + text(says(replica)))
                        .collect(Collectors.joining(", "))
                + ". The reader takes "
                + outcome().map(this::text).orElse("none of them")
                + ".";
    }

    /** The same as a table. */
    Table table() {
        Table table = Table.create(
                rule.title() + ", N = " + n + ", Q = " + q + ", T = " + t,
                StringColumn.create("replica"),
                StringColumn.create("stores"),
                StringColumn.create("says"));
        for (int replica = 0; replica < n; replica++) {
            boolean liar = liars().get(replica);
            table.stringColumn("replica").append(name(replica));
            table.stringColumn("stores").append(liar ? "(lies)" : text(written().get(replica) ? NEW : OLD));
            table.stringColumn("says").append(asked().get(replica) ? text(says(replica)) : "(not asked)");
        }
        return table;
    }

    private String name(int replica) {
        return Replicas.names(Replicas.range(replica, 1), n);
    }

    private String text(Answer answer) {
        return answer.value() + (rule.versioned() ? " v" + answer.version() : "");
    }
}
