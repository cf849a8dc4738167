package ftol.grader;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.check.LocalSource;
import ftol.check.Part;
import ftol.check.PartResult;
import ftol.check.PartRunner;
import ftol.check.Status;
import ftol.check.StudentCode;
import ftol.check.TestResult;
import ftol.submission.BadNotebook;
import ftol.submission.CellCompiler;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The skeletons of task 1, filled step by step as the notebook says: each step turns the public tests green that it names,
 * by their numbers in {@code check}, and not all of them were green before. The last step gives full marks.
 *
 * <p>What a student writes is in src/test/resources/ftol/grader/skeletons. Each line {@code @@ 2} there begins an edit of
 * step 2: lines of the cell as it is then, a line {@code ==}, and what takes their place.
 */
class SkeletonTest {
    private static final Path NOTEBOOKS = Path.of("../notebooks");
    private static final Path EDITS = Path.of("src/test/resources/ftol/grader/skeletons");
    /** The line in 1c and 1d below which the class of 1d is that of 1c. */
    private static final String LINE = "    // ----- ";

    private static final PartRunner RUNNER = PartRunner.in(SkeletonTest.class.getClassLoader());

    private record Edit(int step, String there, String instead) {}

    @Test
    void heartbeats() throws Exception {
        requireSteps(Part.HEARTBEATS, stub(Part.HEARTBEATS), List.of(1, 2, 3, 4, 5, 6), List.of(7, 8, 9));
    }

    @Test
    void replica() throws Exception {
        requireSteps(Part.REPLICA, stub(Part.REPLICA), List.of(1), List.of(2), List.of(3), List.of(4, 5, 6, 7));
    }

    @Test
    void splitBrainWithTheEndOfPart1c() throws Exception {
        String early = filled(stub(Part.REPLICA), edits(Part.REPLICA), 4);
        String skeleton = stub(Part.SPLIT_BRAIN);
        String begun = skeleton.substring(0, skeleton.indexOf(LINE)) + early.substring(early.indexOf(LINE));
        requireSteps(Part.SPLIT_BRAIN, begun, List.of(1), List.of(2, 3), List.of(4, 5), List.of(6, 7));
    }

    /** Takes the steps one by one; {@code green} is by step the numbers of the tests that it turns green. */
    @SafeVarargs
    private static void requireSteps(Part part, String begun, List<Integer>... green) throws Exception {
        List<Edit> edits = edits(part);
        Set<Integer> before = Set.of();
        Set<Integer> named = new TreeSet<>();
        PartResult result = null;
        for (int step = 1; step <= green.length; step++) {
            result = run(part, filled(begun, edits, step));
            Set<Integer> passed = passed(result);
            System.out.printf("%s step %d: %s, %d points%n", part.id(), step, passed, result.score());
            assertThat(before.containsAll(green[step - 1]))
                    .as("%s: %s are green before step %d", part.id(), green[step - 1], step)
                    .isFalse();
            named.addAll(green[step - 1]);
            assertThat(passed).as("%s step %d", part.id(), step).containsAll(named);
            before = passed;
        }
        assertThat(result.score()).isEqualTo(part.points());
    }

    private static PartResult run(Part part, String source) throws BadNotebook, PartProblem {
        NotebookFile notebook = NotebookFile.read(NOTEBOOKS.resolve(part.task().notebook()));
        PartCell cell = PartCell.find(
                part, notebook.withSource(PartCell.find(part, notebook).cell(), source));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Class<?> type = CellCompiler.compile(cell, classPath).load(SkeletonTest.class.getClassLoader());
        return RUNNER.run(part, new LocalSource(part, type, StudentCode.UNKNOWN));
    }

    /** The numbers of the public tests that passed, as {@code check} counts them. */
    private static Set<Integer> passed(PartResult result) {
        List<TestResult> open =
                result.tests().stream().filter(test -> !test.hidden()).toList();
        return IntStream.rangeClosed(1, open.size())
                .filter(number -> open.get(number - 1).status() == Status.PASS)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String stub(Part part) throws BadNotebook, PartProblem {
        NotebookFile notebook = NotebookFile.read(NOTEBOOKS.resolve(part.task().notebook()));
        return PartCell.find(part, notebook).cell().source();
    }

    private static String filled(String stub, List<Edit> edits, int steps) {
        String source = stub;
        for (Edit edit : edits) {
            if (edit.step() <= steps) {
                assertThat(source.split(Pattern.quote(edit.there()), -1))
                        .as("once in the cell: %s", edit.there())
                        .hasSize(2);
                source = source.replace(edit.there(), edit.instead());
            }
        }
        return source;
    }

    private static List<Edit> edits(Part part) throws IOException {
        List<Edit> edits = new ArrayList<>();
        for (String edit : Files.readString(EDITS.resolve(part.id() + ".txt")).split("(?m)^@@ ", -1)) {
            if (!edit.isBlank()) {
                String[] halves = edit.substring(edit.indexOf('\n') + 1).split("(?m)^==\n", -1);
                edits.add(new Edit(Integer.parseInt(edit.substring(0, edit.indexOf('\n'))), halves[0], halves[1]));
            }
        }
        return edits;
    }
}
