package ftol.grader.cli;

import ftol.check.Part;
import ftol.grader.Course;
import ftol.grader.Grading;
import ftol.grader.sandbox.Sandbox;
import ftol.grader.solve.Matrix;
import ftol.grader.solve.Mutant;
import ftol.grader.solve.SolutionSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "flakes",
        description =
                "Grades the reference and every variant again and again on a busy machine, and says how many marks"
                        + " were lost: there must be none. Exit code 1 if there are.",
        mixinStandardHelpOptions = true)
final class FlakesCommand implements Callable<Integer> {
    private static final int LOST = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NamesOption names;

    @Option(names = "--times", paramLabel = "N", description = "How often each is graded (default: ${DEFAULT-VALUE}).")
    private int times = 20;

    @Option(
            names = "--busy",
            paramLabel = "N",
            description = "How many endless loops run beside (default: ${DEFAULT-VALUE}).")
    private int busy = 2;

    @Mixin
    private SandboxOption sandboxOption;

    @Override
    public Integer call() throws IOException {
        if (times < 1 || busy < 0) {
            throw new IllegalArgumentException("--times must be at least 1 and --busy at least 0.");
        }
        PrintWriter console = spec.commandLine().getOut();
        Course course = Course.here();
        List<Mutant> right =
                right(course).stream().filter(each -> names.chosen(each.name())).toList();
        if (right.isEmpty()) {
            throw new IllegalArgumentException("No variant or reference has such a name.");
        }
        for (int i = 0; i < busy; i++) {
            Thread loop = new Thread(FlakesCommand::loop, "busy loop");
            loop.setDaemon(true);
            loop.start();
        }
        List<Matrix.Row> lost = new ArrayList<>();
        try (Sandbox sandbox = sandboxOption.open(course, true);
                Grading grading = new Grading(course.tests(false), sandbox);
                ProgressBar bar = Progress.of("gradings", (long) times * right.size())) {
            for (int i = 0; i < times; i++) {
                new Matrix(course, grading).run(right, row -> {
                    if (!row.problems().isEmpty()) {
                        lost.add(row);
                    }
                    bar.step();
                });
            }
        }
        lost.stream().map(Matrix.Row::line).forEach(console::println);
        console.println(times + " x " + right.size() + " gradings beside " + busy + " busy loops: " + lost.size()
                + " lost marks.");
        return lost.isEmpty() ? 0 : LOST;
    }

    /** All that must have full marks. */
    private static List<Mutant> right(Course course) throws IOException {
        List<Mutant> right = new ArrayList<>();
        for (Part part : Part.values()) {
            right.add(new Mutant(
                    "reference/p" + part.id(),
                    part,
                    true,
                    "",
                    List.of(),
                    SolutionSource.reference(course.referenceSources(), part)));
        }
        Mutant.all(course.mutantSources()).stream().filter(Mutant::variant).forEach(right::add);
        return right;
    }

    private static void loop() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
