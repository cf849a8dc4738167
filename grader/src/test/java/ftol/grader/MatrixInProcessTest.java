package ftol.grader;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.check.LocalSource;
import ftol.check.Part;
import ftol.check.PartResult;
import ftol.check.PartRunner;
import ftol.check.Seeds;
import ftol.check.Status;
import ftol.check.StudentCode;
import ftol.check.TestResult;
import ftol.grader.solve.Mutant;
import ftol.submission.BadNotebook;
import ftol.submission.CellCompiler;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The graded tests against the reference and one in six variants and mutants, in this JVM ({@code -Dftol.oneMutantIn=1}:
 * all): a fast proof of the tests, while {@code grader/grade mutants} in {@code .ci/run} tries all with the grader.
 */
class MatrixInProcessTest {
    private static final int ONE_IN = Integer.getInteger("ftol.oneMutantIn", 6);
    private static final Path SOURCES = Path.of("../tests/mutants/src/main/java");
    private static final Path NOTEBOOKS = Path.of("../notebooks");
    // Else it says for each test class that it keeps no database. A field, since loggers are held weakly.
    private static final Logger JQWIK = Logger.getLogger("net.jqwik");
    private static final PartRunner RUNNER =
            PartRunner.in(MatrixInProcessTest.class.getClassLoader()).withSeed(Long.getLong("ftol.seed", Seeds.USUAL));

    static {
        JQWIK.setLevel(Level.WARNING);
    }

    @Test
    void referenceHasFullMarks() {
        for (Part part : Part.values()) {
            requireFullMarks(part, "ftol.reference." + part.className());
        }
    }

    @Test
    void variantsHaveFullMarks() throws IOException {
        List<Mutant> all = mutants(true);
        for (int i = 0; i < all.size(); i += ONE_IN) {
            requireFullMarks(all.get(i).part(), className(all.get(i)));
        }
    }

    @Test
    void mutantsLoseWhatTheySay() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Mutant> all = mutants(false);
        for (int i = 0; i < all.size(); i += ONE_IN) {
            Mutant mutant = all.get(i);
            PartResult result = run(mutant.part(), className(mutant));
            Set<String> lost = lost(result);
            System.out.printf("%-60s %2d of %2d%n", mutant.name(), result.score(), result.maxScore());
            Set<String> kept = new TreeSet<>(mutant.loses());
            kept.removeAll(lost);
            if (!kept.isEmpty() || result.score() >= result.maxScore()) {
                wrong.add(mutant.name() + " must also lose " + kept + " and loses " + lost);
            }
            assertThat(result.tests())
                    .as(mutant.name())
                    .extracting(TestResult::status)
                    .allMatch(status -> status == Status.PASS || status == Status.FAIL);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTestIsLostByAMutantThatNamesIt() throws IOException {
        Set<String> named = mutants(false).stream()
                .flatMap(mutant -> mutant.loses().stream())
                .collect(Collectors.toSet());
        Set<String> tests = new TreeSet<>();
        for (Part part : Part.values()) {
            RUNNER.without(part, Status.ERROR, "").tests().forEach(test -> tests.add(test.id()));
        }
        assertThat(named).containsExactlyInAnyOrderElementsOf(tests);
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        for (Part part : Part.values()) {
            assertThat(mutants(false))
                    .filteredOn(mutant -> mutant.part() == part)
                    .hasSizeGreaterThanOrEqualTo(10);
            assertThat(mutants(true))
                    .filteredOn(mutant -> mutant.part() == part)
                    .hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void stubIsNotAttempted() throws BadNotebook, PartProblem {
        for (Part part : Part.values()) {
            PartResult result = run(part, stub(part));
            assertThat(result.status()).isEqualTo(Status.NOT_ATTEMPTED);
            assertThat(result.score()).isZero();
            assertThat(result.maxScore()).isEqualTo(part.points());
            assertThat(result.tests()).extracting(TestResult::status).containsOnly(Status.NOT_ATTEMPTED);
        }
    }

    private static void requireFullMarks(Part part, String className) {
        PartResult result = run(part, className);
        assertThat(result.tests())
                .as(className)
                .filteredOn(test -> test.status() != Status.PASS)
                .isEmpty();
        assertThat(result.score()).isEqualTo(part.points());
    }

    private static PartResult run(Part part, Class<?> type) {
        return RUNNER.run(part, new LocalSource(part, type, StudentCode.UNKNOWN));
    }

    private static PartResult run(Part part, String className) {
        try {
            return run(part, Class.forName(className));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> lost(PartResult result) {
        return result.tests().stream()
                .filter(test -> test.status() != Status.PASS)
                .map(TestResult::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Mutant> mutants(boolean variants) throws IOException {
        return Mutant.all(SOURCES).stream()
                .filter(mutant -> mutant.variant() == variants)
                .toList();
    }

    /** Its folder is its package. */
    private static String className(Mutant mutant) {
        return mutant.name().replace('/', '.') + "." + mutant.part().className();
    }

    /** What a student submits who has written nothing yet. */
    private static Class<?> stub(Part part) throws BadNotebook, PartProblem {
        NotebookFile notebook = NotebookFile.read(NOTEBOOKS.resolve(part.task().notebook()));
        PartCell cell = PartCell.find(part, notebook);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return CellCompiler.compile(cell, classPath).load(MatrixInProcessTest.class.getClassLoader());
    }
}
