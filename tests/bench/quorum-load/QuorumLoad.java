import ftol.quorum.system.Certificate;
import ftol.quorum.system.Expr;
import ftol.quorum.system.Grid;
import ftol.quorum.system.QuorumSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Prints "system,load,first ms,median ms,fastest ms" for each system: of 30 runs after a warm-up, each from building the
 * system to a load whose proof has been checked.
 */
class QuorumLoad {
    private static final int RUNS = 30;

    public static void main(String[] arguments) {
        Map<String, Supplier<Expr>> reads = new LinkedHashMap<>();
        for (int n : new int[] {5, 7, 9, 11, 13, 15, 101}) {
            reads.put("majority " + n, () -> Expr.majority(Expr.nodes(n)));
        }
        for (int side : new int[] {3, 4, 5, 6, 8}) {
            reads.put("grid " + side + "x" + side, () -> new Grid(side, side).row());
        }
        // The same quorums, but not by symmetry: the linear program has to be solved.
        for (int n : new int[] {15, 63}) {
            reads.put("majority " + n + " by votes", () -> byVotes(n));
        }
        reads.forEach(QuorumLoad::measure);
    }

    /** All have two votes but the last one. */
    private static Expr byVotes(int n) {
        List<Long> votes = new ArrayList<>(Collections.nCopies(n, 2L));
        votes.set(n - 1, 1L);
        return Expr.weighted(n, votes, Expr.nodes(n));
    }

    private static void measure(String name, Supplier<Expr> reads) {
        long first = time(name, reads);
        for (long end = System.nanoTime() + 1_000_000_000L; System.nanoTime() < end; ) {
            time(name, reads);
        }
        long[] times = LongStream.range(0, RUNS).map(run -> time(name, reads)).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s,%s,%.3f,%.3f,%.3f%n",
                name,
                load(reads).load().toString().replace(" ", ""),
                first / 1e6,
                times[RUNS / 2] / 1e6,
                times[0] / 1e6);
    }

    private static long time(String name, Supplier<Expr> reads) {
        long start = System.nanoTime();
        Certificate certificate = load(reads);
        if (!certificate.check()) {
            throw new IllegalStateException("no proof for " + name);
        }
        return System.nanoTime() - start;
    }

    private static Certificate load(Supplier<Expr> reads) {
        return QuorumSystem.ofReads(reads.get()).optimal(BigFraction.ONE_HALF);
    }
}
