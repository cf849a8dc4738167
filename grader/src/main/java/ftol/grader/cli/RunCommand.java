package ftol.grader.cli;

import ftol.check.Part;
import ftol.check.PartResult;
import ftol.check.Status;
import ftol.grader.Course;
import ftol.grader.Grading;
import ftol.grader.Submission;
import ftol.grader.answers.Question;
import ftol.grader.batch.ClassFolder;
import ftol.grader.result.Format;
import ftol.grader.result.GradeResult;
import ftol.grader.result.ResultFiles;
import ftol.grader.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Grades one submission: a checkout, a folder with the notebooks, or a notebook.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SUBMISSION")
    private Path path;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write result.json, report.html, report.md and junit.xml there.")
    private Path out;

    @Mixin
    private PartsOption partsOption;

    @Option(
            names = "--fail-under",
            paramLabel = "POINTS",
            description = "Exit with code 1 if fewer points than that are reached.")
    private int failUnder;

    @Mixin
    private FormatOption formatOption;

    @Mixin
    private TestsOption testsOption;

    @Mixin
    private SandboxOption sandboxOption;

    @Override
    public Integer call() throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        Course course = Course.here();
        Submission submission = Submission.at(path);
        List<Part> wanted = wanted(submission);
        long submissions = Files.isDirectory(path) ? ClassFolder.submissionsIn(path) : 0;
        if (submissions > 1) {
            throw new IllegalArgumentException(path + " has no notebooks itself, but " + submissions
                    + " of the folders and zips in it have. Is it a class? Then: grader/grade batch " + path
                    + " --out OUT");
        }
        if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
            throw new IllegalArgumentException("--out " + out + " is a file. Name a folder, new or not.");
        }
        Set<Format> formats = formatOption.formats();
        if (!formats.isEmpty() && out == null) {
            throw new IllegalArgumentException("--format needs --out, the folder to write into.");
        }
        formats.forEach(Format::requireUsable);
        Instant begun = Instant.now();
        GradeResult result;
        try (Sandbox sandbox = sandboxOption.open(course, !testsOption.publicOnly());
                Grading grading = new Grading(testsOption.tests(course), course.stubs(), sandbox)) {
            result = grading.grade(
                            submission,
                            wanted,
                            new Console(console, spec.commandLine().getErr()))
                    .withAnswers(Question.answers(course, submission, wanted));
        }
        result.notes().forEach(note -> console.println("Note: " + note));
        console.printf("%s: %d of %d points%n", result.submission(), result.score(), result.maxScore());
        if (out != null) {
            ResultFiles.write(result, out);
            ResultFiles.write(result, out, formats, begun);
            console.println("Written: " + out.resolve("report.html"));
        }
        if (result.inconclusive()) {
            console.println("Something could not be graded, and that is our fault; no points were taken for it.");
            return Grade.OUR_FAULT;
        }
        return result.score() < failUnder ? 1 : 0;
    }

    /** The parts asked for, or else all that the submission can have: of one notebook those of its own task. */
    private List<Part> wanted(Submission submission) {
        List<Part> there = submission.tasks().stream()
                .flatMap(task -> Part.in(task).stream())
                .toList();
        List<Part> wanted = partsOption.or(there);
        wanted.stream().filter(part -> !there.contains(part)).findFirst().ifPresent(part -> {
            throw new IllegalArgumentException(path + " is not the notebook of part " + part.id() + ", which is "
                    + part.task().notebook() + ".");
        });
        return wanted;
    }

    /** Results go to standard output, what is being done to standard error. */
    private record Console(PrintWriter out, PrintWriter err) implements Grading.Progress {
        @Override
        public void starts(Part part) {
            err.println("grading " + part.id() + " ...");
            err.flush();
        }

        @Override
        public void done(PartResult result) {
            Part part = result.part();
            out.printf(
                    "%s  %-24s %2d of %2d  %s%n",
                    part.id(),
                    part.title(),
                    result.score(),
                    result.maxScore(),
                    result.status().id().replace('_', ' '));
            result.message().lines().forEach(line -> out.println("    " + line));
            out.flush();
            result.tests().stream()
                    .filter(test -> test.status() == Status.INCONCLUSIVE)
                    .forEach(test -> err.println(test.id() + ": " + test.message()));
        }
    }
}
