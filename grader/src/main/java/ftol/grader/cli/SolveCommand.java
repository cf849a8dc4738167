package ftol.grader.cli;

import ftol.grader.Course;
import ftol.grader.Submission;
import ftol.grader.solve.Mutant;
import ftol.grader.solve.Solver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "solve",
        description = "Writes the reference's classes into a checkout's cells.",
        mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR")
    private Path path;

    @Option(
            names = "--with",
            paramLabel = "NAME",
            description = "Put this mutant or variant in its part's cell instead, for instance mutants/p1a/NAME.")
    private String with;

    @Option(names = "--force", description = "Overwrite cells in which somebody has worked.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Course course = Course.here();
        new Solver(course).solve(Submission.at(path), with == null ? null : named(course), force);
        spec.commandLine().getOut().println("Solved: " + path + (with == null ? "" : " with " + with));
        return 0;
    }

    private Mutant named(Course course) throws IOException {
        List<Mutant> all = Mutant.all(course.mutantSources());
        return all.stream()
                .filter(mutant -> mutant.name().equals(with))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no mutant or variant " + with
                        + ". There are:\n  " + all.stream().map(Mutant::name).collect(Collectors.joining("\n  "))));
    }
}
