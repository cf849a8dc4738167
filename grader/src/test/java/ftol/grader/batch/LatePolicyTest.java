package ftol.grader.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatePolicyTest {
    private static final LatePolicy POLICY = LatePolicy.parse("grace=2h,percent=10,cap=50");

    @ParameterizedTest
    @CsvSource({
        "-PT48H, 0.00",
        "PT0S, 0.00",
        "PT2H, 0.00",
        "PT2H1S, 8.50",
        "PT26H, 8.50",
        "PT26H1S, 17.00",
        "PT122H, 42.50",
        "PT999999H, 42.50"
    })
    void eachDayBegunAfterTheGraceCostsAShareUpToTheCap(Duration late, String points) {
        assertThat(POLICY.penalty(BigDecimal.valueOf(85), late)).isEqualByComparingTo(points);
    }

    @Test
    void pointsAreRoundedToTwoDecimals() {
        assertThat(LatePolicy.parse("grace=0h,percent=7,cap=100").penalty(BigDecimal.valueOf(33), Duration.ofHours(1)))
                .isEqualByComparingTo("2.31");
    }

    @Test
    void withoutAPolicyLatenessCostsNothing() {
        assertThat(LatePolicy.NONE.penalty(BigDecimal.valueOf(85), Duration.ofDays(9)))
                .isZero();
    }

    @Test
    void whatIsNoPolicyIsNamed() {
        assertThatThrownBy(() -> LatePolicy.parse("10%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not \"10%\"");
        assertThatThrownBy(() -> LatePolicy.parse("grace=0h,percent=101,cap=50"))
                .hasMessageContaining("from 0 to 100");
    }
}
