package ftol.quorum;

/**
 * An exact fraction, always in lowest terms and with a positive denominator: 6/16 is 3/8, and equal to it.
 *
 * @param numerator above the line
 * @param denominator below the line; never 0
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0);
    public static final Fraction ONE = of(1);

    /**
     * In lowest terms, whatever is given.
     *
     * @throws IllegalArgumentException if the denominator is 0
     * @throws ArithmeticException if a number does not fit into a {@code long}, here and in all methods
     */
    public Fraction {
        if (denominator == 0) {
            throw new IllegalArgumentException("The fraction " + numerator + "/0 has the denominator 0");
        }
        long divisor = gcd(numerator, denominator);
        long sign = denominator < 0 ? -1 : 1;
        numerator = Math.multiplyExact(sign, numerator / divisor);
        denominator = Math.multiplyExact(sign, denominator / divisor);
    }

    /** A whole number. */
    public static Fraction of(long whole) {
        return new Fraction(whole, 1);
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                Math.addExact(
                        Math.multiplyExact(numerator, other.denominator),
                        Math.multiplyExact(other.numerator, denominator)),
                Math.multiplyExact(denominator, other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(other.times(-1));
    }

    public Fraction times(Fraction other) {
        return new Fraction(
                Math.multiplyExact(numerator, other.numerator), Math.multiplyExact(denominator, other.denominator));
    }

    public Fraction times(long whole) {
        return times(of(whole));
    }

    /**
     * This fraction divided by a whole number.
     *
     * @throws IllegalArgumentException if {@code whole} is 0
     */
    public Fraction dividedBy(long whole) {
        return times(new Fraction(1, whole));
    }

    /** Less than 0, 0 or more than 0, as this fraction is less than the other, equal to it or more. */
    @Override
    public int compareTo(Fraction other) {
        return Long.compare(
                Math.multiplyExact(numerator, other.denominator), Math.multiplyExact(other.numerator, denominator));
    }

    /** The nearest floating-point number. */
    public double toDouble() {
        return (double) numerator / denominator;
    }

    /** "3/8", or "2" for a whole number. */
    @Override
    public String toString() {
        return denominator == 1 ? String.valueOf(numerator) : numerator + "/" + denominator;
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x == 0 ? 1 : Math.abs(x);
    }
}
