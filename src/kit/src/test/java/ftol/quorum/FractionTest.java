package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FractionTest {
    @Test
    void isInLowestTerms() {
        assertThat(new Fraction(6, 16)).isEqualTo(new Fraction(3, 8)).hasToString("3/8");
        assertThat(new Fraction(-6, -16)).isEqualTo(new Fraction(3, 8));
        assertThat(new Fraction(6, -16)).hasToString("-3/8");
        assertThat(new Fraction(0, -5)).isEqualTo(Fraction.ZERO).hasToString("0");
        assertThat(new Fraction(8, 4)).isEqualTo(Fraction.of(2));
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> new Fraction(3, 0)).hasMessageContaining("3/0");
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fraction.of(Long.MAX_VALUE).plus(Fraction.ONE))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property(tries = 200, seed = "1")
    void computesLikeFloatingPointButExactly(
            @ForAll @IntRange(min = -999, max = 999) int a,
            @ForAll @IntRange(min = 1, max = 999) int b,
            @ForAll @IntRange(min = -999, max = 999) int c,
            @ForAll @IntRange(min = 1, max = 999) int d) {
        Fraction x = new Fraction(a, b);
        Fraction y = new Fraction(c, d);
        assertThat(x.plus(y).toDouble()).isCloseTo((double) a / b + (double) c / d, within());
        assertThat(x.times(y).toDouble()).isCloseTo((double) a / b * c / d, within());
        assertThat(x.plus(y).minus(y)).isEqualTo(x);
        assertThat(x.times(7).dividedBy(7)).isEqualTo(x);
        assertThat(Integer.signum(x.compareTo(y))).isEqualTo(Integer.signum(Long.compare((long) a * d, (long) c * b)));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-6);
    }
}
