package ftol.grader.cli;

import ftol.check.Part;
import ftol.grader.Course;
import ftol.grader.release.GradescopeZip;
import ftol.grader.release.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "release",
        description =
                "Makes the bare git repository that students clone, or adds a version to it. The same sources make the"
                        + " same commit. With --gradescope, makes an autograder for Gradescope instead.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "The repository or zip (default: target/ftol.git or target/autograder.zip in the course"
                    + " repository).")
    private Path out;

    @Option(
            names = "--gradescope",
            description = "Make the zip of an autograder for Gradescope. The options below say how it grades.")
    private boolean gradescope;

    @Option(names = "--part", paramLabel = "PART", description = "Grade only this part; may be repeated.")
    private List<String> parts = List.of();

    @Mixin
    private TestsOption testsOption;

    @Mixin
    private SandboxOption sandboxOption;

    @Override
    public Integer call() throws IOException {
        if (gradescope) {
            return autograder(Course.here());
        }
        spec.options().stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .filter(option -> !option.longestName().equals("--out"))
                .findFirst()
                .ifPresent(option -> {
                    throw new IllegalArgumentException(option.longestName() + " goes with --gradescope only.");
                });
        return repository(Course.here());
    }

    private int repository(Course course) throws IOException {
        Path repository = out == null ? course.root().resolve("target/ftol.git") : out;
        Release.Made made = new Release(course).to(repository);
        PrintWriter console = spec.commandLine().getOut();
        console.println(repository + " has " + made.version() + " (commit " + made.commit() + ")"
                + (made.isNew() ? "" : "; nothing has changed since"));
        console.println(
                "Next: put it where students can clone it, and write that address into FTOL_SOURCE at the top of"
                        + " get-assignment, the one file that they need.");
        return 0;
    }

    /** What the autograder tells {@code grader/grade run}. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        parts.stream().map(Part::of).forEach(part -> options.addAll(List.of("--part", part.id())));
        options.addAll(testsOption.arguments());
        options.addAll(sandboxOption.arguments());
        return options;
    }

    private int autograder(Course course) throws IOException {
        Path zip = out == null ? course.root().resolve("target/autograder.zip") : out;
        if (Files.isDirectory(zip)) {
            throw new IllegalArgumentException("--out " + zip + " is a folder. Name a file, new or not.");
        }
        new GradescopeZip(course).to(zip, options());
        PrintWriter console = spec.commandLine().getOut();
        console.println(zip + " is made, " + Files.size(zip) / 1_000_000 + " MB. It holds the hidden tests.");
        console.println("Next: upload it in Gradescope, as the assignment's autograder.");
        return 0;
    }
}
