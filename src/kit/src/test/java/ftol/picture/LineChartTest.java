package ftol.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LineChartTest {
    @Test
    void aPointIsWhereTheAxesSayItIs() {
        // The axes go from 0 to 10 and from 0 to 100; the plot is 770 x 300 pixels, its lower left corner at (70, 360).
        String svg = LineChart.of("t", "x", "y")
                .line("a", new double[] {0, 0}, new double[] {5, 50}, new double[] {10, 100})
                .picture()
                .svg();

        assertThat(svg).contains("d=\"M70 360L455 210L840 60\"");
    }

    @Test
    void whatLiesBeneathAnotherLineIsWider() {
        double[] begin = {0, 0};
        double[] middle = {5, 50};
        String svg = LineChart.of("t", "x", "y")
                .line("a", begin, middle, new double[] {10, 100})
                .line("b", begin, middle, new double[] {10, 90})
                .line("c", new double[] {0, 1}, new double[] {10, 99})
                .picture()
                .svg();

        assertThat(svg).contains("c0 s0 w1", "c1 s1 w0", "c2 s2 w0", ".w1{stroke-width:6");
    }

    @Test
    void longNamesHaveMoreRoom() {
        LineChart chart = LineChart.of("t", "x", "y").line("a").line("b").line("c");
        assertThat(chart.picture().svg()).contains("M70 40h18", "M326.7 40h18", "M583.3 40h18");

        assertThat(chart.line("a name that leaves no room for two more")
                        .picture()
                        .svg())
                .contains("M70 40h18", "M455 40h18", "M70 60h18");
    }

    @Test
    void powersOfTenAreEquallyFarApart() {
        String svg = LineChart.of("t", "x", "")
                .onPowersOfTen()
                .line("a", new double[] {0, 1}, new double[] {5, 0.1}, new double[] {10, 0.01})
                .picture()
                .svg();

        assertThat(svg).contains("d=\"M70 60L455 210L840 360\"").contains(">0.01<");
    }

    @Test
    void theTextNamesEachLineAndItsEnds() {
        LineChart chart = LineChart.of("Load", "N", "").line("majority", new double[] {1, 1}, new double[] {9, 0.5556});

        assertThat(chart.picture().text()).isEqualTo("Load. majority: 1.000 at 1.000 to 0.5556 at 9.000.");
        assertThat(chart.html()).startsWith("<img ");
    }

    @Test
    void whatCannotBeDrawnIsNamed() {
        assertThatThrownBy(() -> LineChart.of("t", "x", "y").onPowersOfTen().line("p", new double[] {3, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"p\" has the value 0.0 at 3.0: on a logarithmic axis all values must be greater than 0.");
        assertThatThrownBy(() -> LineChart.of("t", "x", "y").line("p", new double[] {3, Double.NaN}))
                .hasMessageContaining("\"p\" is not a pair of numbers");
    }

    @Test
    void aChartWithoutPointsHasAxes() {
        assertThat(LineChart.of("t", "x", "y").line("a").picture().svg()).contains("class=\"axis\"");
    }
}
