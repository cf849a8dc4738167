package ftol.grader.cli;

import ftol.check.Part;
import ftol.check.Task;
import ftol.grader.Course;
import ftol.grader.Folders;
import ftol.grader.Grading;
import ftol.grader.Submission;
import ftol.grader.child.Rehearsal;
import ftol.grader.sandbox.Sandbox;
import ftol.grader.sandbox.SandboxUnavailable;
import ftol.grader.sandbox.SharedClasses;
import ftol.grader.sandbox.Tier;
import ftol.grader.solve.Solver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Does once what graders and their children do, while their JVMs write down which classes that takes, so that all later ones
 * start faster. The build runs it; the reference is graded, nothing of a student's.
 */
@Command(name = "rehearse", hidden = true, description = "Prepares a faster start of all later gradings.")
final class RehearseCommand implements Callable<Integer> {
    /** Examples and properties, and runs of two replicas. */
    private static final List<Part> PARTS = List.of(Part.DETECTOR, Part.REPLICA);

    @Override
    public Integer call() throws IOException, InterruptedException, SandboxUnavailable {
        Course course = Course.here();
        Path jdk = Path.of(System.getProperty("java.home"));
        Path folder = Files.createTempDirectory("ftol-rehearsal");
        try {
            for (Task task : Task.values()) {
                Files.copy(course.notebooks().resolve(task.notebook()), folder.resolve(task.notebook()));
            }
            Submission solved = new Submission("rehearsal", folder);
            new Solver(course).solve(solved, null, false);
            // With the stubs: children can read this archive, and it keeps names and texts of all that was loaded.
            SharedClasses.make(
                    jdk.resolve("bin/java"),
                    course.childClassPath(),
                    Rehearsal.class.getName(),
                    course.notebooks().toString());
            try (Sandbox sandbox = Sandbox.of(Tier.PROCESS, jdk, course.childClassPath());
                    Grading grading = new Grading(course.tests(false), sandbox)) {
                grading.grade(solved, PARTS, part -> {});
            }
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }
}
