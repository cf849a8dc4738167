package ftol.grader.batch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lateness costs.
 *
 * @param grace so much later costs nothing
 * @param percentADay of the points reached, for each day begun after that; from 0 to 100
 * @param capPercent no more than that altogether; from 0 to 100
 */
public record LatePolicy(Duration grace, int percentADay, int capPercent) {
    public static final LatePolicy NONE = new LatePolicy(Duration.ZERO, 0, 0);

    private static final Pattern TEXT = Pattern.compile("grace=(\\d{1,4})h,percent=(\\d{1,3}),cap=(\\d{1,3})");
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    public LatePolicy {
        if (grace.isNegative() || percentADay < 0 || percentADay > 100 || capPercent < 0 || capPercent > 100) {
            throw new IllegalArgumentException(
                    "A late policy has a grace of at least 0 hours, and percentages from 0 to 100.");
        }
    }

    /** Reads "grace=2h,percent=10,cap=50". Throws IllegalArgumentException. */
    public static LatePolicy parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "A late policy looks like grace=2h,percent=10,cap=50 (10 % a day after 2 hours, 50 % at most), not \""
                            + text + "\".");
        }
        return new LatePolicy(
                Duration.ofHours(Long.parseLong(matcher.group(1))),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /**
     * The points taken off, with two decimals.
     *
     * @param score the points reached
     * @param late how much later than due it was; negative or zero if it was not
     */
    public BigDecimal penalty(BigDecimal score, Duration late) {
        Duration counted = late.minus(grace);
        if (counted.isNegative() || counted.isZero()) {
            return BigDecimal.ZERO.setScale(2);
        }
        long days = (counted.toSeconds() + DAY_SECONDS - 1) / DAY_SECONDS;
        long percent = Math.min(capPercent, Math.min(100, days) * percentADay);
        return score.multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }
}
