package ftol.quorum;

import ftol.failover.Event;
import ftol.picture.ReplicaNames;
import ftol.quorum.store.Replicas;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The lecture's data store: "Write k v" and "Read k" on N replicas, each a process of its own on this machine, with the
 * sizes of quorums and the rule for reading that you choose.
 *
 * <pre>{@code
 * try (DataStore store = DataStore.start(5, new Sizes(3, 3), ReadRule.HIGHEST_VERSION, 0)) {
 *     store.write("x", "old");
 *     store.kill(0);
 *     store.write("x", "new");
 *     store.read("x");
 *     return store.table();
 * }
 * }</pre>
 *
 * <p>Which quorum is used is not up to you, so this store does the worst: a write reaches the first replicas that are up,
 * a read asks the last. A replica that does not answer within a second is taken for crashed, and another one is asked.
 *
 * <p>With a rule that looks at versions, a write first asks its quorum for their versions, and gives its value a higher one.
 * All that is written is signed; only {@link ReadRule#SIGNED} looks at it.
 *
 * <p>When it is closed, or the notebook's kernel ends, all its processes are gone. One thread uses it.
 */
public final class DataStore implements AutoCloseable {
    private static final int WRITER = Event.CLIENT;
    private static final int READER = Event.CLIENT + 1;

    private final Replicas replicas;
    private final int n;
    private final Sizes sizes;
    private final ReadRule rule;
    private final int t;
    private final Map<String, List<String>> written = new LinkedHashMap<>();
    private final Table table;

    private DataStore(int n, Sizes sizes, ReadRule rule, int t) {
        this.n = n;
        this.sizes = sizes;
        this.rule = rule;
        this.t = t;
        this.replicas = Replicas.start(n);
        this.table = Table.create(
                "N = " + n + ", R = " + sizes.read() + ", W = " + sizes.write() + ", " + rule.title(),
                IntColumn.create("step"),
                StringColumn.create("what"),
                StringColumn.create("replicas"),
                StringColumn.create("answers"),
                StringColumn.create("result"));
    }

    /**
     * Starts the replicas; takes about a second.
     *
     * @param n the number of replicas N, from 1 to 12
     * @param sizes R and W, each from 1 to N
     * @param rule how a reader makes one value out of the answers
     * @param t how many replicas may lie, 0 or more; only {@link ReadRule#VOUCHERS} makes use of it
     * @throws IllegalArgumentException if a number is out of its range; the message names it
     */
    public static DataStore start(int n, Sizes sizes, ReadRule rule, int t) {
        if (n < 1 || n > Replicas.MOST) {
            throw new IllegalArgumentException("A store has 1 to " + Replicas.MOST + " replicas, not " + n + ".");
        }
        requireQuorum("R", sizes.read(), n);
        requireQuorum("W", sizes.write(), n);
        if (t < 0) {
            throw new IllegalArgumentException("T cannot be less than 0, but it is " + t + ".");
        }
        return new DataStore(n, sizes, rule, t);
    }

    private static void requireQuorum(String name, int size, int n) {
        if (size < 1 || size > n) {
            throw new IllegalArgumentException(name + " must be from 1 to N = " + n + ", but it is " + size + ".");
        }
    }

    /** Lets all replicas have this value at first, whatever the quorums are. Before anything else is done to the store. */
    public void fill(String key, String value) {
        requireShort(key, value);
        replicas.fill(WRITER, IntStream.range(0, n).boxed().toList(), key, value);
        written.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
        step("At first " + key + " " + value, IntStream.range(0, n).boxed().toList(), "", "");
    }

    private static void requireShort(String key, String value) {
        if (key.length() > 1_000 || value.length() > 1_000) {
            throw new IllegalArgumentException("Keys and values have at most 1,000 letters.");
        }
    }

    /**
     * Write k v.
     *
     * @param key letters
     * @param value at most 1,000 letters
     * @return whether a write quorum has it; if not, too few replicas answered
     */
    public boolean write(String key, String value) {
        requireShort(key, value);
        replicas.invoke(WRITER, Event.APPEND, List.of(entry(key, value)));
        Map<Integer, Answer> before =
                replicas.ask(WRITER, IntStream.range(0, n).boxed().toList(), sizes.write(), key);
        String what = "Write " + key + " " + value;
        if (before.size() < sizes.write()) {
            step(what, before.keySet(), "", "✗ no write quorum: " + before.size() + " of " + sizes.write());
            return false;
        }
        int highest = before.values().stream().mapToInt(Answer::version).max().orElse(0);
        int version = rule.versioned() ? highest + 1 : 1;
        List<Integer> reached = replicas.tell(WRITER, List.copyOf(before.keySet()), key, value, version);
        boolean complete = reached.size() == sizes.write();
        if (complete) {
            written.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
            replicas.done(WRITER, reached.get(0), Event.APPEND, List.of());
        }
        step(
                what,
                reached,
                "",
                complete
                        ? "written" + (rule.versioned() ? ", version " + version : "")
                        : "✗ no write quorum: " + reached.size() + " of " + sizes.write());
        return complete;
    }

    /**
     * Read k.
     *
     * @return what the reader makes of the answers; empty if it can make nothing of them, or too few replicas answered
     */
    public Optional<String> read(String key) {
        replicas.invoke(READER, Event.READ, List.of());
        List<Integer> lastFirst =
                IntStream.range(0, n).boxed().sorted(Comparator.reverseOrder()).toList();
        Map<Integer, Answer> answers = replicas.ask(READER, lastFirst, sizes.read(), key);
        String said = answers.entrySet().stream()
                .map(answer -> ReplicaNames.of(answer.getKey(), n) + ": " + text(answer.getValue()))
                .collect(Collectors.joining(", "));
        if (answers.size() < sizes.read()) {
            step("Read " + key, answers.keySet(), said, "✗ no read quorum: " + answers.size() + " of " + sizes.read());
            return Optional.empty();
        }
        Optional<Answer> taken = QuorumReader.read(rule, List.copyOf(answers.values()), t);
        step("Read " + key, answers.keySet(), said, judge(key, taken));
        replicas.done(READER, answers.keySet().iterator().next(), Event.READ, seen(key, taken));
        return taken.map(Answer::value);
    }

    private String text(Answer answer) {
        String value = answer.value().isEmpty() ? "nothing" : answer.value();
        return value
                + (rule.versioned() && !answer.value().isEmpty() ? " v" + answer.version() : "")
                + (rule == ReadRule.SIGNED
                                && !answer.signed()
                                && !answer.value().isEmpty()
                        ? " unsigned"
                        : "");
    }

    private String judge(String key, Optional<Answer> taken) {
        List<String> all = written.getOrDefault(key, List.of());
        String last = all.isEmpty() ? "" : all.get(all.size() - 1);
        if (taken.isEmpty()) {
            return "? no answer";
        }
        String value = taken.get().value();
        String shown = value.isEmpty() ? "nothing" : value;
        return value.equals(last)
                ? "✓ " + shown
                : (value.isEmpty() || all.contains(value) ? "✗ stale: " : "✗ fabricated: ") + shown;
    }

    /** What the reader has seen of all that was written: up to the value that it took. A value after that is lost. */
    private List<String> seen(String key, Optional<Answer> taken) {
        List<String> all = written.getOrDefault(key, List.of());
        int last = taken.map(answer -> all.lastIndexOf(answer.value())).orElse(-1);
        return all.subList(0, last + 1).stream().map(value -> entry(key, value)).toList();
    }

    /** An entry of the event log, which has no spaces. */
    private static String entry(String key, String value) {
        return (key + "=" + value).replaceAll("[\\s,]+", "_");
    }

    /** Ends a replica's process at once: {@code kill -9}. 0 is replica A. */
    public void kill(int replica) throws InterruptedException {
        requireReplica(replica);
        replicas.kill(replica);
        step("kill -9", List.of(replica), "", "");
    }

    /** Freezes a replica's process (SIGSTOP): it does not answer, but has lost nothing. */
    public void freeze(int replica) {
        requireReplica(replica);
        replicas.freeze(replica);
        step("freeze", List.of(replica), "", "");
    }

    /** A frozen replica goes on (SIGCONT). */
    public void thaw(int replica) {
        requireReplica(replica);
        replicas.thaw(replica);
        step("thaw", List.of(replica), "", "");
    }

    /** From now on a replica tells readers this value, which nobody has written, with a version higher than all it knows. */
    public void makeUp(int replica, String value) {
        requireReplica(replica);
        replicas.makeUp(replica, value);
        step("makes up " + value, List.of(replica), "", "");
    }

    /** From now on a replica tells readers the first value that it got, and withholds all later ones. */
    public void withhold(int replica) {
        requireReplica(replica);
        replicas.withhold(replica);
        step("withholds new values", List.of(replica), "", "");
    }

    private void requireReplica(int replica) {
        if (replica < 0 || replica >= n) {
            throw new IllegalArgumentException("The replicas are 0 to " + (n - 1) + "; there is no " + replica + ".");
        }
    }

    private void step(String what, Collection<Integer> who, String answers, String result) {
        table.intColumn("step").append(table.rowCount() + 1);
        table.stringColumn("what").append(what);
        table.stringColumn("replicas").append(ReplicaNames.of(who, n));
        table.stringColumn("answers").append(answers);
        table.stringColumn("result").append(result);
    }

    /** What was done so far, a row each. The columns are text, but for {@code step}. */
    public Table table() {
        return table;
    }

    /** How many replicas there are. */
    public int replicas() {
        return n;
    }

    /** What kind of store it is: "N = 5, R = 3, W = 3, highest version". */
    public String title() {
        return table.name();
    }

    /** All that happened so far, from which {@code Swimlane.of} draws. */
    public List<Event> events() {
        return replicas.events();
    }

    @Override
    public void close() {
        replicas.close();
    }
}
