import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What was measured of one kind of failure of one system, in milliseconds. */
final class Measured {
    /** From the failure to the moment at which the other node leads, or has the new view. */
    final List<Double> detection = new ArrayList<>();

    /** The longest time without an answer to a client. */
    final List<Double> gap = new ArrayList<>();

    /** From the thaw to the moment at which the old primary has stepped down. */
    final List<Double> stepDown = new ArrayList<>();

    /** How many entries were acknowledged, and are not in the log afterwards. */
    long lost;

    /** Has anybody counted those? */
    boolean countsLost;

    /** How often the other node took over before the failure. */
    long mistakes;

    static final String HEADER = "| system | load | failure | n | detection min | p50 | p99 | max | p50/bound "
            + "| client gap p50 | max | step-down p50 | max | acknowledged lost |\n"
            + "|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|";

    /** @param bound how long detection should take, in milliseconds; 0 if there is no such time */
    String line(String system, String load, String failure, double bound) {
        return String.join(
                " | ",
                "| " + system,
                load,
                failure,
                String.valueOf(detection.size()),
                quantile(detection, 0),
                quantile(detection, 0.5),
                detection.size() >= 100 ? quantile(detection, 0.99) : "-",
                quantile(detection, 1),
                bound == 0 || detection.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", value(detection, 0.5) / bound),
                quantile(gap, 0.5),
                quantile(gap, 1),
                quantile(stepDown, 0.5),
                quantile(stepDown, 1),
                countsLost ? String.valueOf(lost) : "-")
                + " |"
                + (mistakes == 0 ? "" : " (" + mistakes + " false suspicions, not counted)");
    }

    private static String quantile(List<Double> values, double q) {
        return values.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", value(values, q));
    }

    private static double value(List<Double> values, double q) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.round(q * (sorted.size() - 1)));
    }
}
