package ftol.quorum.system;

import ftol.quorum.system.LoadProgram.Column;
import ftol.quorum.system.LoadProgram.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.util.Decimal64;

/** Solves a {@link LoadProgram} in floating point, only to know where the exact method had best begin. */
final class RoundedSimplex {
    /** Unequal limits keep the method from standing still where many nodes are equally busy. */
    private static final double PERTURBATION = 1e-6;

    private final LoadProgram program;
    private final int rows;
    private final int nodes;
    private final Column[] basis;
    private final double[][] inverse;
    private final double[] amounts;

    private RoundedSimplex(LoadProgram program) {
        this.program = program;
        this.rows = program.rows();
        this.nodes = program.order().size();
        this.basis = program.firstBasis().toArray(Column[]::new);
        this.inverse = new double[rows][rows];
        this.amounts = new double[rows];
        Random random = new Random(1);
        for (int i = 0; i < rows; i++) {
            inverse[i][i] = 1;
            amounts[i] = i < nodes ? 1 + PERTURBATION * random.nextDouble() : 0;
        }
        if (program.balanced()) {
            enter(basis[nodes], direction(basis[nodes]), nodes);
        }
    }

    /** The columns of a basis that is optimal up to rounding, in the order of their rows. */
    static List<Column> optimalBasis(LoadProgram program) {
        return new RoundedSimplex(program).run();
    }

    private List<Column> run() {
        // Only rounding can make it miss the end; what it has then is still a basis to go on from.
        for (int step = 0; step < 200 * (rows + 10); step++) {
            Optional<Column> entering = program.improvingRounded(rowPrices());
            double[] direction = entering.map(this::direction).orElse(null);
            int leaving = direction == null ? -1 : leaving(direction);
            if (leaving < 0) {
                break;
            }
            enter(entering.get(), direction, leaving);
        }
        return List.of(basis);
    }

    private List<Decimal64> rowPrices() {
        double[] prices = new double[rows];
        for (int i = 0; i < rows; i++) {
            if (basis[i].kind() != Kind.SPARE) {
                for (int j = 0; j < rows; j++) {
                    prices[j] += inverse[i][j];
                }
            }
        }
        return Arrays.stream(prices).mapToObj(Decimal64::new).toList();
    }

    private double[] direction(Column column) {
        double[] direction = new double[rows];
        double balance = program.balanced() ? program.roundedBalance(column.kind()) : 0;
        for (int i = 0; i < rows; i++) {
            double[] row = inverse[i];
            for (int node = column.nodes().nextSetBit(0);
                    node >= 0;
                    node = column.nodes().nextSetBit(node + 1)) {
                direction[i] += row[node];
            }
            if (program.balanced()) {
                direction[i] += balance * row[nodes];
            }
        }
        return direction;
    }

    /** The row that is used up first. */
    private int leaving(double[] direction) {
        int leaving = -1;
        for (int i = 0; i < rows; i++) {
            if (direction[i] > 1e-9
                    && (leaving < 0 || amounts[i] * direction[leaving] < amounts[leaving] * direction[i])) {
                leaving = i;
            }
        }
        return leaving;
    }

    private void enter(Column column, double[] direction, int row) {
        double amount = amounts[row] / direction[row];
        for (int j = 0; j < rows; j++) {
            inverse[row][j] /= direction[row];
        }
        for (int i = 0; i < rows; i++) {
            if (i != row && direction[i] != 0) {
                amounts[i] -= amount * direction[i];
                for (int j = 0; j < rows; j++) {
                    inverse[i][j] -= direction[i] * inverse[row][j];
                }
            }
        }
        amounts[row] = amount;
        basis[row] = column;
    }
}
