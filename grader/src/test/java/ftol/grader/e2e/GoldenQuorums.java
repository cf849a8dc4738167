package ftol.grader.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Quorum sizes that were found without this project's code, by trying all sets of up to 12 replicas and by arithmetic.
 *
 * @param versioned true for values with versions, false for plain values and a vote
 * @param n replicas
 * @param q the least safe quorum
 */
record GoldenQuorums(boolean versioned, int n, int q) {

    static List<GoldenQuorums> all() {
        try (InputStream file = GoldenQuorums.class.getResourceAsStream("least-quorums.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(row -> new GoldenQuorums(
                            row[0].equals("threshold-versioned"), Integer.parseInt(row[1]), Integer.parseInt(row[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
