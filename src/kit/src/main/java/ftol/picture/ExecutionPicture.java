package ftol.picture;

import ftol.quorum.Answer;
import ftol.quorum.Execution;
import ftol.quorum.ReadRule;
import ftol.quorum.Referee;
import ftol.quorum.Referee.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * An execution of part 2f as a swimlane: a lane for the writer, each replica and the reader, messages as arrows from lane
 * to lane, and what each replica stores and says.
 */
public final class ExecutionPicture {
    private static final double WIDTH = 900;
    private static final double LEFT = 76;
    private static final double RIGHT = 884;
    private static final double WRITER = 74;
    private static final double LANE = 44;
    private static final double FIRST_STATE = 90;
    private static final double WRITE = 190;
    private static final double SECOND_STATE = 268;
    private static final double COMPLETE = 384;
    private static final double FIRST_ANSWER = 404;
    private static final double LAST_ANSWER = 690;
    private static final double PILL = 24;

    private static final String STYLE =
            ".lane{stroke:#8c959f}.title{font-weight:600}.small{font-size:12px;fill:#59636e}"
                    + ".write{stroke:#0969da;stroke-width:1.6}.answer{stroke:#57606a;stroke-width:1.4}"
                    + ".false{stroke:#a40e26;stroke-width:1.8;stroke-dasharray:6 3}"
                    + ".done{stroke:#57606a;stroke-dasharray:2 4}.dot{fill:#0969da}"
                    + ".old{fill:#fff;stroke:#59636e;stroke-width:1.4}.new{fill:#ddf4ff;stroke:#0969da;stroke-width:1.6}"
                    + ".lie{fill:#ffebe9;stroke:#a40e26;stroke-width:1.8;stroke-dasharray:6 3}"
                    + ".none{fill:#f6f8fa;stroke:#8c959f}.right{fill:#dafbe1;stroke:#1a7f37;stroke-width:2}"
                    + ".wrong{fill:#ffebe9;stroke:#a40e26;stroke-width:2.4}"
                    + ".good{fill:#1a7f37;font-weight:600}.bad{fill:#a40e26;font-weight:600}";

    private final ReadRule rule;
    private final int n;
    private final Execution execution;
    private final Outcome outcome;
    private final String heading;
    private final Svg svg;

    private ExecutionPicture(ReadRule rule, int n, int q, int t, Execution execution) {
        this.rule = rule;
        this.n = n;
        this.execution = execution;
        this.outcome = Referee.replay(rule, n, q, t, execution);
        this.heading = "N = " + n + ", Q = " + q + ", T = " + t + ", " + rule.title();
        this.svg = new Svg(WIDTH, reader() + 84, STYLE);
    }

    /**
     * The picture of an execution.
     *
     * @throws IllegalArgumentException if the execution cannot happen, as {@link Referee#replay} says
     */
    public static Picture of(ReadRule rule, int n, int q, int t, Execution execution) {
        return new ExecutionPicture(rule, n, q, t, execution).draw();
    }

    private Picture draw() {
        svg.text("title", 16, 28, heading);
        lane("writer", WRITER);
        for (int replica = 0; replica < n; replica++) {
            lane(ReplicaNames.of(replica, n), y(replica));
        }
        lane("reader", reader());
        write();
        answers();
        returned();
        svg.text("small", 16, reader() + 68, "dashed and red: a lie; a replica without an answer is not asked");
        return svg.picture(text());
    }

    private void lane(String name, double y) {
        svg.text("title end", LEFT - 10, y + 4, name).line("lane", LEFT, y, RIGHT, y);
    }

    private void write() {
        svg.circle("dot", WRITE, WRITER, 4).text("small", WRITE + 10, WRITER - 8, "writes " + name(Execution.NEW));
        for (int replica = n - 1; replica >= 0; replica--) {
            if (execution.written().contains(replica)) {
                double x = SECOND_STATE - 4;
                svg.line("write", WRITE, WRITER, x, y(replica)).arrowHead("write", WRITE, WRITER, x, y(replica));
            }
        }
        for (int replica = 0; replica < n; replica++) {
            pill("old", FIRST_STATE, y(replica), name(Execution.OLD));
            if (execution.written().contains(replica)) {
                pill("new", SECOND_STATE, y(replica), name(Execution.NEW));
            }
        }
        svg.line("done", COMPLETE, WRITER - 14, COMPLETE, reader() + 14)
                .text("small", COMPLETE + 6, WRITER - 8, "the write is complete, the read begins");
    }

    private void answers() {
        List<Integer> asked = execution.asked();
        double step = asked.size() > 1 ? (LAST_ANSWER - FIRST_ANSWER) / (asked.size() - 1) : 0;
        double[] starts = new double[asked.size()];
        for (int i = 0; i < asked.size(); i++) {
            starts[i] = FIRST_ANSWER + i * Math.min(step, 120);
            double from = starts[i] + width(said(asked.get(i)));
            double to = from + 22;
            String css = lies(asked.get(i)) ? "false" : "answer";
            svg.line(css, from, y(asked.get(i)), to, reader()).arrowHead(css, from, y(asked.get(i)), to, reader());
            svg.text("small middle", to, reader() + 17, (i + 1) + ".");
        }
        for (int i = 0; i < asked.size(); i++) {
            int replica = asked.get(i);
            Answer answer = execution.answer(replica);
            String css = lies(replica) ? "lie" : answer.equals(Execution.NEW) ? "new" : "old";
            pill(css, starts[i], y(replica), said(replica));
        }
    }

    private void returned() {
        boolean right = outcome.result() == Referee.Result.RIGHT;
        String text =
                outcome.returned().map(answer -> "returns " + name(answer)).orElse("returns nothing") + "   "
                        + outcome.result().title();
        double width = width(text) + 8;
        double y = reader() + 42;
        svg.rect(right ? "right" : outcome.result().wrong() ? "wrong" : "none", RIGHT - width, y - 13, width, 26);
        svg.text((right ? "good" : outcome.result().wrong() ? "bad" : "") + " middle", RIGHT - width / 2, y + 5, text);
    }

    private void pill(String css, double x, double y, String text) {
        double width = width(text);
        svg.rect(css, x, y - PILL / 2, width, PILL).text("middle", x + width / 2, y + 4.5, text);
    }

    private static double width(String text) {
        return 14 + 7.2 * text.length();
    }

    private String said(int replica) {
        return (lies(replica) ? "lie: " : "") + name(execution.answer(replica));
    }

    private boolean lies(int replica) {
        return !execution.answer(replica).equals(execution.stored(replica));
    }

    /** "old v0", or "old" where values have no versions; a long value is cut. */
    private String name(Answer answer) {
        String value =
                answer.value().length() <= 12 ? answer.value() : answer.value().substring(0, 11) + "…";
        return value
                + (rule.versioned() ? " v" + answer.version() : "")
                + (rule == ReadRule.SIGNED && !answer.signed() ? " unsigned" : "");
    }

    private String text() {
        List<String> said = new ArrayList<>();
        for (int replica : execution.asked()) {
            said.add(ReplicaNames.of(replica, n) + " answers " + name(execution.answer(replica))
                    + (lies(replica) ? " (a lie)" : ""));
        }
        return heading + ". All replicas store " + name(Execution.OLD) + ". The write of " + name(Execution.NEW)
                + " reaches " + ReplicaNames.of(execution.written(), n) + ". The reader asks: "
                + String.join(", ", said) + ". It returns "
                + outcome.returned().map(this::name).orElse("nothing") + ": "
                + outcome.result().title() + ".";
    }

    private double y(int replica) {
        return WRITER + (replica + 1) * LANE;
    }

    private double reader() {
        return y(n);
    }
}
