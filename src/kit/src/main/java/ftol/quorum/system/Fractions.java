package ftol.quorum.system;

import java.util.Collection;
import org.apache.commons.math3.fraction.BigFraction;

/** What {@link BigFraction} lacks. */
final class Fractions {
    private Fractions() {}

    static void requireProbability(String name, BigFraction value) {
        if (value.compareTo(BigFraction.ZERO) < 0 || value.compareTo(BigFraction.ONE) > 0) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be from 0 to 1");
        }
    }

    static BigFraction sum(Collection<BigFraction> values) {
        return values.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }

    static boolean noneNegative(Collection<BigFraction> values) {
        return values.stream().allMatch(value -> value.compareTo(BigFraction.ZERO) >= 0);
    }
}
