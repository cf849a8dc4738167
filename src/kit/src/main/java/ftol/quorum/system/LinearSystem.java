package ftol.quorum.system;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/** Linear equations in whole numbers, solved without rounding. */
final class LinearSystem {
    private LinearSystem() {}

    /**
     * The x with matrix * x = right, or nothing if the matrix is singular. Gauss-Jordan elimination in whole numbers: each
     * step divides by the pivot of the last one without remainder, so that all numbers stay determinants of parts of the
     * matrix (Bareiss, "Sylvester's Identity and Multistep Integer-Preserving Gaussian Elimination", 1968).
     */
    static Optional<BigFraction[]> solve(BigInteger[][] matrix, BigInteger[] right) {
        int n = right.length;
        BigInteger[][] rows = new BigInteger[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOf(matrix[i], n + 1);
            rows[i][n] = right[i];
        }
        BigInteger last = BigInteger.ONE;
        for (int k = 0; k < n; k++) {
            if (!bringPivot(rows, k)) {
                return Optional.empty();
            }
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    eliminate(rows[i], rows[k], k, last);
                }
            }
            last = rows[k][k];
        }
        BigInteger determinant = last;
        return Optional.of(Arrays.stream(rows)
                .map(row -> new BigFraction(row[n], determinant))
                .toArray(BigFraction[]::new));
    }

    static BigInteger[][] transposed(BigInteger[][] matrix) {
        BigInteger[][] transposed = new BigInteger[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                transposed[i][j] = matrix[j][i];
            }
        }
        return transposed;
    }

    private static boolean bringPivot(BigInteger[][] rows, int k) {
        for (int i = k; i < rows.length; i++) {
            if (rows[i][k].signum() != 0) {
                BigInteger[] row = rows[i];
                rows[i] = rows[k];
                rows[k] = row;
                return true;
            }
        }
        return false;
    }

    /** The columns before k hold the last pivot on the diagonal and 0 elsewhere; they are not touched, but by place i. */
    private static void eliminate(BigInteger[] row, BigInteger[] pivot, int k, BigInteger last) {
        BigInteger factor = row[k];
        for (int j = 0; j < row.length; j++) {
            if (row[j].signum() != 0 || (factor.signum() != 0 && pivot[j].signum() != 0)) {
                row[j] = row[j].multiply(pivot[k])
                        .subtract(factor.multiply(pivot[j]))
                        .divide(last);
            }
        }
    }
}
