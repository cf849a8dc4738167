package ftol.quorum;

import ftol.picture.ReplicaNames;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The step table of part 2f: each message of an execution, and what came of it. */
public final class ExecutionTable {
    private final Table table = Table.create(
            IntColumn.create("step"),
            StringColumn.create("from"),
            StringColumn.create("to"),
            StringColumn.create("value"),
            IntColumn.create("version"),
            StringColumn.create("what happens"));

    private ExecutionTable() {}

    /**
     * The steps of an execution, in order: what the writer sends, what the replicas answer, and what the reader returns.
     *
     * @throws IllegalArgumentException if the execution cannot happen, as {@link Referee#replay} says
     */
    public static Table of(ReadRule rule, int n, int q, int t, Execution execution) {
        Referee.Outcome outcome = Referee.replay(rule, n, q, t, execution);
        ExecutionTable steps = new ExecutionTable();
        execution.written().stream()
                .sorted()
                .forEach(replica -> steps.add("writer", ReplicaNames.of(replica, n), Execution.NEW, "stored"));
        for (int replica : execution.asked()) {
            Answer answer = execution.answer(replica);
            boolean lie = !answer.equals(execution.stored(replica));
            String why = lie
                    ? "a lie: it stores \"" + execution.stored(replica).value() + "\""
                    : execution.written().contains(replica) ? "what was written" : "the write did not reach it";
            steps.add(ReplicaNames.of(replica, n), "reader", answer, why);
        }
        outcome.returned()
                .ifPresentOrElse(
                        answer ->
                                steps.add("reader", "", answer, outcome.result().title()),
                        () -> steps.add("reader", "", null, outcome.result().title()));
        return steps.table.setName("N = " + n + ", Q = " + q + ", T = " + t + ", " + rule.title() + ": "
                + outcome.result().title());
    }

    private void add(String from, String to, Answer answer, String what) {
        table.intColumn("step").append(table.rowCount() + 1);
        table.stringColumn("from").append(from);
        table.stringColumn("to").append(to);
        table.stringColumn("value").append(answer == null ? "" : answer.value());
        if (answer == null) {
            table.intColumn("version").appendMissing();
        } else {
            table.intColumn("version").append(answer.version());
        }
        table.stringColumn("what happens").append(what);
    }
}
