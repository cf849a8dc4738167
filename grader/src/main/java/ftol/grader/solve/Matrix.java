package ftol.grader.solve;

import ftol.check.Status;
import ftol.check.Task;
import ftol.grader.Course;
import ftol.grader.Folders;
import ftol.grader.Grading;
import ftol.grader.Submission;
import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Grades every mutant and variant as the submission of a student who has the other parts right. */
public final class Matrix {
    private final Course course;
    private final Grading grading;

    public Matrix(Course course, Grading grading) {
        this.course = course;
        this.grading = grading;
    }

    /**
     * One row: what a mutant or variant got.
     *
     * @param problems what is wrong with our tests, or with the mutant's own claims; empty if all is as it should be
     */
    public record Row(Mutant mutant, PartScore score, List<String> problems) {
        /** As printed: "killed  mutants/p1a/latch  9/15". */
        public String line() {
            String verdict = mutant.variant()
                    ? (lostNothing(score) ? "unhurt" : "HURT")
                    : lostNothing(score) ? "ALIVE" : "killed";
            return String.format(
                    "%-7s %2d/%2d  %s%s",
                    verdict,
                    score.score(),
                    score.maxScore(),
                    mutant.name(),
                    problems.isEmpty() ? "" : "\n        " + String.join("\n        ", problems));
        }
    }

    /** Grades these, telling of each as it is done. */
    public List<Row> run(List<Mutant> mutants, Consumer<Row> progress) throws IOException {
        List<Row> rows = new ArrayList<>();
        Path folder = Files.createTempDirectory("ftol-matrix");
        try {
            for (Mutant mutant : mutants) {
                Row row = run(mutant, Files.createDirectories(folder.resolve(mutant.name())));
                rows.add(row);
                progress.accept(row);
            }
        } finally {
            Folders.delete(folder);
        }
        return rows;
    }

    private Row run(Mutant mutant, Path folder) throws IOException {
        for (Task task : Task.values()) {
            Files.copy(course.notebooks().resolve(task.notebook()), folder.resolve(task.notebook()));
        }
        Submission submission = new Submission(mutant.name(), folder);
        new Solver(course).solve(submission, mutant, false);
        GradeResult result = grading.grade(submission, List.of(mutant.part()), part -> {});
        PartScore score = result.parts().get(0);
        return new Row(mutant, score, problems(mutant, score));
    }

    private static List<String> problems(Mutant mutant, PartScore score) {
        List<String> problems = new ArrayList<>();
        Set<String> lost = score.tests().stream()
                .filter(test -> test.score() < test.maxScore())
                .map(TestScore::id)
                .collect(Collectors.toSet());
        if (Set.of(Status.ERROR.id(), Status.INCONCLUSIVE.id(), Status.NOT_ATTEMPTED.id())
                .contains(score.status())) {
            problems.add("was not graded at all: " + score.status() + " " + score.message());
        }
        if (mutant.variant()) {
            lost.stream().sorted().forEach(id -> problems.add("lost " + id + ": " + message(score, id)));
        } else {
            mutant.loses().stream()
                    .filter(id -> !lost.contains(id))
                    .forEach(id -> problems.add(
                            "should have lost " + id + (known(score, id) ? "" : ", which does not exist")));
        }
        return problems;
    }

    private static boolean known(PartScore score, String id) {
        return score.tests().stream().anyMatch(test -> test.id().equals(id));
    }

    private static String message(PartScore score, String id) {
        return score.tests().stream()
                .filter(test -> test.id().equals(id))
                .map(TestScore::message)
                .findFirst()
                .orElse("");
    }

    private static boolean lostNothing(PartScore score) {
        return score.score() == score.maxScore();
    }

    /** What counts: "Killed 24 of 24 mutants, hurt 0 of 8 variants; each lost what it should." */
    public static String summary(List<Row> rows) {
        long mutants = rows.stream().filter(row -> !row.mutant().variant()).count();
        long killed = rows.stream()
                .filter(row -> !row.mutant().variant() && !lostNothing(row.score()))
                .count();
        long variants = rows.size() - mutants;
        long hurt = rows.stream()
                .filter(row -> row.mutant().variant() && !lostNothing(row.score()))
                .count();
        long unexpected = rows.stream().filter(row -> !row.problems().isEmpty()).count();
        return "Killed " + killed + " of " + mutants + " mutants, hurt " + hurt + " of " + variants + " variants; "
                + (unexpected == 0
                        ? "each lost what it should."
                        : unexpected + " did not lose what they should, see above.");
    }
}
