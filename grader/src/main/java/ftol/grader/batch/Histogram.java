package ftol.grader.batch;

import ftol.grader.batch.Mark.State;
import ftol.picture.Picture;
import ftol.picture.Svg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many students reached how many of the points, in tenths. */
final class Histogram {
    private static final int BARS = 10;
    private static final int BAR_WIDTH = 70;
    private static final int HEIGHT = 160;

    private Histogram() {}

    static Picture of(List<Mark> marks) {
        int[] counts = new int[BARS];
        marks.stream().filter(mark -> mark.is(State.GRADED)).forEach(mark -> counts[bar(mark)]++);
        int most = Math.max(1, IntStream.of(counts).max().orElse(1));
        Svg svg = new Svg(BARS * BAR_WIDTH + 20, HEIGHT + 60, ".bar{fill:#0969da}");
        for (int i = 0; i < BARS; i++) {
            double height = (double) counts[i] * HEIGHT / most;
            double x = 10 + i * BAR_WIDTH;
            svg.rect("bar", x + 4, 20 + HEIGHT - height, BAR_WIDTH - 8, height);
            svg.text(
                    "middle",
                    x + BAR_WIDTH / 2.0,
                    14 + HEIGHT - height,
                    counts[i] == 0 ? "" : String.valueOf(counts[i]));
            svg.text("middle", x + BAR_WIDTH / 2.0, HEIGHT + 38, range(i));
        }
        return svg.picture("How many students reached how much of the points: "
                + IntStream.range(0, BARS)
                        .mapToObj(i -> range(i) + ": " + counts[i])
                        .collect(Collectors.joining(", ")));
    }

    private static int bar(Mark mark) {
        return mark.maxScore() == 0
                ? 0
                : mark.raw()
                        .multiply(BigDecimal.valueOf(BARS))
                        .divide(BigDecimal.valueOf(mark.maxScore()), 0, RoundingMode.DOWN)
                        .min(BigDecimal.valueOf(BARS - 1))
                        .intValueExact();
    }

    private static String range(int bar) {
        int width = 100 / BARS;
        return bar * width + (bar == BARS - 1 ? "–100 %" : "–" + (bar * width + width - 1) + " %");
    }
}
