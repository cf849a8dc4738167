package ftol.grader.batch;

import ftol.grader.result.GradeResult;
import ftol.picture.Picture;
import java.util.List;
import java.util.stream.IntStream;

/** How many students reached how many of the points, in tenths. */
final class Histogram {
    private static final int BARS = 10;
    private static final int BAR_WIDTH = 70;
    private static final int HEIGHT = 160;

    private Histogram() {}

    static Picture of(List<Mark> marks) {
        int[] counts = new int[BARS];
        marks.stream().filter(mark -> mark.result().isPresent()).forEach(mark -> counts[bar(mark)]++);
        int most = Math.max(1, IntStream.of(counts).max().orElse(1));
        int width = BARS * BAR_WIDTH + 20;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                + "\" height=\"" + (HEIGHT + 60) + "\" viewBox=\"0 0 " + width + " " + (HEIGHT + 60)
                + "\" font-family=\"sans-serif\" font-size=\"12\" text-anchor=\"middle\">"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        for (int i = 0; i < BARS; i++) {
            int height = counts[i] * HEIGHT / most;
            int x = 10 + i * BAR_WIDTH;
            svg.append("<rect x=\"" + (x + 4) + "\" y=\"" + (20 + HEIGHT - height) + "\" width=\"" + (BAR_WIDTH - 8)
                            + "\" height=\"" + height + "\" fill=\"#0969da\"/>")
                    .append(label(x, 14 + HEIGHT - height, counts[i] == 0 ? "" : String.valueOf(counts[i])))
                    .append(label(x, HEIGHT + 38, range(i)));
        }
        String text = "How many students reached how much of the points: "
                + String.join(
                        ", ",
                        IntStream.range(0, BARS)
                                .mapToObj(i -> range(i) + ": " + counts[i])
                                .toList());
        return new Picture(svg.append("</svg>").toString(), text);
    }

    private static String label(int x, int y, String text) {
        return "<text x=\"" + (x + BAR_WIDTH / 2) + "\" y=\"" + y + "\" fill=\"#1f2328\">" + text + "</text>";
    }

    private static int bar(Mark mark) {
        GradeResult result = mark.result().orElseThrow();
        return mark.maxScore() == 0 ? 0 : Math.min(BARS - 1, BARS * result.score() / mark.maxScore());
    }

    private static String range(int bar) {
        int width = 100 / BARS;
        return bar * width + (bar == BARS - 1 ? "–100 %" : "–" + (bar * width + width - 1) + " %");
    }
}
