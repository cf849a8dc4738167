package ftol.grader.tables;

import ftol.picture.LineChart;
import ftol.picture.Picture;
import ftol.quorum.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Beta;

/**
 * The instructor's tables of quorum sizes for 1 to N replicas.
 *
 * @param models which models
 * @param n the greatest number of replicas, from 1 to {@link #MOST}
 * @param choicesTo the greatest number of replicas for which all choices of R and W are listed
 * @param probabilities that a replica is down, each between 0 and 1, for the failure probability of the system
 */
public record QuorumTables(List<Model> models, int n, int choicesTo, List<Double> probabilities) {
    public static final int MOST = 1_000;

    private static final int MOST_T_COLUMNS = 10;

    /** Below this a probability is nothing that a chart can show. */
    private static final double TINY = 1e-15;

    public QuorumTables {
        models = List.copyOf(models);
        probabilities = List.copyOf(probabilities);
        require(n >= 1 && n <= MOST, "N must be from 1 to " + MOST + ", not " + n + ".");
        require(
                choicesTo >= 0 && choicesTo <= MOST,
                "Choices of R and W are listed for N from 0 (none) to " + MOST + ", not " + choicesTo + ".");
        for (double p : probabilities) {
            require(p > 0 && p < 1, "A probability that a replica is down lies between 0 and 1, not at " + p + ".");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(sizes());
        if (models.stream().anyMatch(Model::byzantine)) {
            sheets.add(byzantine());
        }
        if (choicesTo > 0 && (models.contains(Model.PLAIN) || models.contains(Model.VERSIONED))) {
            sheets.add(choices());
        }
        return sheets;
    }

    private Sheet sizes() {
        List<String> columns = new ArrayList<>(List.of("model", "N", "T", "Q", "load", "load (decimal)"));
        probabilities.forEach(p -> columns.add("no quorum at p = " + p));
        List<List<Object>> rows = new ArrayList<>();
        for (Model model : models) {
            for (int replicas = 1; replicas <= n; replicas++) {
                int t = model.mostFaults(replicas);
                int q = model.leastQuorum(replicas, t).orElseThrow();
                List<Object> row = new ArrayList<>(
                        List.of(model.title(), replicas, t, q, fraction(q, replicas), decimal((double) q / replicas)));
                for (double p : probabilities) {
                    row.add(probability(noQuorum(replicas, q, p)));
                }
                rows.add(row);
            }
        }
        return new Sheet(
                "sizes",
                "Least quorum sizes",
                "T is the greatest number of faulty replicas that N replicas tolerate, Q the least size of a quorum for"
                        + " them. The load is the share of all operations that a replica carries. \"No quorum at p\" is"
                        + " the probability that fewer than Q replicas are up if each is down with probability p.",
                columns,
                rows);
    }

    private Sheet byzantine() {
        int mostT = models.stream()
                .filter(Model::byzantine)
                .mapToInt(model -> model.mostFaults(n))
                .max()
                .orElse(0);
        int shownT = Math.min(MOST_T_COLUMNS, mostT);
        List<String> columns = new ArrayList<>(List.of("model", "N"));
        IntStream.rangeClosed(0, shownT).forEach(t -> columns.add("T = " + t));
        List<List<Object>> rows = new ArrayList<>();
        for (Model model : models) {
            for (int replicas = 1; model.byzantine() && replicas <= n; replicas++) {
                List<Object> row = new ArrayList<>(List.of(model.title(), replicas));
                for (int t = 0; t <= shownT; t++) {
                    OptionalInt q = model.leastQuorum(replicas, t);
                    row.add(q.isPresent() ? q.getAsInt() : null);
                }
                rows.add(row);
            }
        }
        return new Sheet(
                "byzantine",
                "Least Q for N replicas of which T lie",
                "Empty where no quorum size is both safe and still there when T replicas do not answer."
                        + (shownT < mostT ? " Shown are T = 0 to " + shownT + "." : ""),
                columns,
                rows);
    }

    private Sheet choices() {
        List<List<Object>> rows = new ArrayList<>();
        for (Model model : models) {
            if (model.byzantine()) {
                continue;
            }
            for (int replicas = 1; replicas <= Math.min(n, choicesTo); replicas++) {
                for (int r = 1; r <= replicas; r++) {
                    int w = leastWrite(model, replicas, r);
                    rows.add(List.of(
                            model.title(),
                            replicas,
                            r,
                            w,
                            replicas - Math.max(r, w),
                            fraction(r + w, 2 * replicas),
                            decimal((r + w) / (2.0 * replicas))));
                }
            }
        }
        return new Sheet(
                "choices",
                "Sizes of read and write quorums",
                "For each size R of read quorums the least size W of write quorums with which each read returns what was"
                        + " written last; any greater W is safe, too. With versions, two write quorums meet as well. T"
                        + " is the number of crashes that leave both kinds. The load is that of half reads, half writes.",
                List.of("model", "N", "R", "W", "T", "load", "load (decimal)"),
                rows);
    }

    /** Plain values: more than half of R have the new one. Versions: one has, and versions come from a write quorum. */
    static int leastWrite(Model model, int n, int r) {
        return model == Model.PLAIN ? n + 1 - (r + 1) / 2 : Math.max(n + 1 - r, n / 2 + 1);
    }

    /** The probability that more than n - q of n replicas are down, each with probability p, independently. */
    static double noQuorum(int n, int q, double p) {
        return Beta.regularizedBeta(p, n - q + 1.0, q);
    }

    List<Picture> pictures() {
        LineChart faults = LineChart.of("Faulty replicas that N replicas tolerate", "N", "T");
        for (Model model : models) {
            faults = faults.line(model.title(), tolerated(model));
        }
        if (probabilities.isEmpty()) {
            return List.of(faults.picture());
        }
        double p = probabilities.get(probabilities.size() - 1);
        LineChart failing = LineChart.of("Probability that no quorum is up, at p = " + p, "N", "")
                .onPowersOfTen();
        for (Model model : models) {
            failing = failing.line(model.title(), failing(model, p));
        }
        return List.of(faults.picture(), failing.picture());
    }

    private double[][] tolerated(Model model) {
        double[][] points = new double[n][];
        Arrays.setAll(points, i -> new double[] {i + 1.0, model.mostFaults(i + 1)});
        return points;
    }

    private double[][] failing(Model model, double p) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(replicas -> {
                    int q = model.leastQuorum(replicas, model.mostFaults(replicas))
                            .orElseThrow();
                    return new double[] {replicas, noQuorum(replicas, q, p)};
                })
                .filter(point -> point[1] > TINY)
                .toArray(double[][]::new);
    }

    private static String fraction(int numerator, int denominator) {
        return new Fraction(numerator, denominator).toString();
    }

    private static Double decimal(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    /** Three significant digits: enough to compare, and the same on every machine. */
    private static Double probability(double value) {
        return Double.valueOf(String.format(Locale.ROOT, "%.2e", value));
    }
}
