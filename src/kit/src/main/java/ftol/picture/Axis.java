package ftol.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a chart.
 *
 * @param from its lower end
 * @param to its upper end, greater than from
 * @param powers whether it is divided by powers of ten
 * @param ticks where it is labelled
 */
record Axis(double from, double to, boolean powers, List<Double> ticks) {
    private static final int ABOUT_TICKS = 8;
    /** A label every so many powers of ten, at the most. */
    private static final int MOST_POWERS = 9;

    /** An axis that holds these values and ends at round numbers. Counts begin at 0 unless all are far from it. */
    static Axis over(double least, double greatest, boolean powers) {
        return powers ? ofPowers(least, greatest) : ofSteps(least, greatest);
    }

    private static Axis ofSteps(double least, double greatest) {
        double low = least >= 0 && least < greatest / 2 ? 0 : least;
        double span = Math.max(greatest - low, Math.max(1e-9, Math.abs(greatest) * 1e-9));
        double step = round(span / ABOUT_TICKS);
        double first = Math.floor(low / step + 1e-9);
        double last = Math.ceil((low + span) / step - 1e-9);
        List<Double> ticks = new ArrayList<>();
        for (double i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return new Axis(first * step, last * step, false, ticks);
    }

    private static Axis ofPowers(double least, double greatest) {
        int first = (int) Math.floor(Math.log10(least) + 1e-9);
        int last = Math.max(first + 1, (int) Math.ceil(Math.log10(greatest) - 1e-9));
        int every = (last - first) / MOST_POWERS + 1;
        List<Double> ticks = new ArrayList<>();
        for (int power = last; power >= first; power -= every) {
            ticks.add(Math.pow(10, power));
        }
        return new Axis(Math.pow(10, first), Math.pow(10, last), true, ticks);
    }

    /** 1, 2 or 5 times a power of ten, at least this. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= step * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Where a value lies between the ends, from 0 to 1. */
    double share(double value) {
        return powers
                ? (Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))
                : (value - from) / (to - from);
    }

    /** A tick's label: "250", "0.05", "1e-9". */
    static String label(double tick, boolean powers) {
        if (powers && (tick < 1e-3 || tick > 1e4)) {
            return "1e" + Math.round(Math.log10(tick));
        }
        String text = String.format(Locale.ROOT, "%.6f", tick);
        return text.replaceAll("\\.?0+$", "");
    }
}
