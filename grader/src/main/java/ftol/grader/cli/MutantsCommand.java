package ftol.grader.cli;

import ftol.check.Seeds;
import ftol.grader.Course;
import ftol.grader.Grading;
import ftol.grader.sandbox.Sandbox;
import ftol.grader.solve.Matrix;
import ftol.grader.solve.Mutant;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "mutants",
        description = "Grades every mutant and variant as a submission, and says whether the tests keep their promise.",
        mixinStandardHelpOptions = true)
final class MutantsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NamesOption names;

    @Option(names = "--quiet", description = "Print only what is not as it should be, and the summary.")
    private boolean quiet;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Let the tests try other random cases than usual (default: ${DEFAULT-VALUE}).")
    private long seed = Seeds.USUAL;

    @Mixin
    private SandboxOption sandboxOption;

    @Override
    public Integer call() throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        Course course = Course.here();
        List<Mutant> mutants = Mutant.all(course.mutantSources()).stream()
                .filter(mutant -> names.chosen(mutant.name()))
                .toList();
        if (mutants.isEmpty()) {
            throw new IllegalArgumentException("No mutant or variant has such a name.");
        }
        List<Matrix.Row> rows;
        try (Sandbox sandbox = sandboxOption.open(course, true);
                Grading grading = new Grading(course.tests(false).withSeed(seed), sandbox);
                ProgressBar bar = Progress.of("mutants", mutants.size())) {
            rows = new Matrix(course, grading).run(mutants, row -> bar.step());
        }
        rows.stream()
                .filter(row -> !quiet || !row.problems().isEmpty())
                .map(Matrix.Row::line)
                .forEach(console::println);
        console.println(Matrix.summary(rows));
        return rows.stream().allMatch(row -> row.problems().isEmpty()) ? 0 : Grade.OUR_FAULT;
    }
}
