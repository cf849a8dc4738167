package ftol.grader.cli;

import ftol.grader.Course;
import ftol.grader.release.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "release",
        description =
                "Makes the bare git repository that students clone, or adds a version to it. The same sources make the"
                        + " same commit.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The repository (default: target/ftol.git in the course repository).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Course course = Course.here();
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
}
