package ftol.tests.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.quorum.Fraction;
import ftol.quorum.system.Certificate;
import ftol.quorum.system.Grid;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The load that part 2d is graded by is the one that a linear program proves. */
class ExactLoadTest {
    @Test
    void isTheProvenOptimum() {
        for (int rows = 1; rows <= 5; rows++) {
            for (int columns = 1; columns <= 5; columns++) {
                for (Fraction reads : List.of(Fraction.ZERO, new Fraction(1, 7), new Fraction(9, 10), Fraction.ONE)) {
                    Certificate proof = new Grid(rows, columns)
                            .readings()
                            .get("read=column,write=row+column")
                            .optimal(new BigFraction((int) reads.numerator(), (int) reads.denominator()));
                    assertThat(HiddenGridProperties.exactLoad(rows, columns, reads))
                            .as("%d x %d, %s reads", rows, columns, reads)
                            .isEqualTo(new Fraction(
                                    proof.load().getNumeratorAsLong(),
                                    proof.load().getDenominatorAsLong()));
                }
            }
        }
    }
}
