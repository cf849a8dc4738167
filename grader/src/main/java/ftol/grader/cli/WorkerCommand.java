package ftol.grader.cli;

import ftol.check.Part;
import ftol.grader.Course;
import ftol.grader.Grading;
import ftol.grader.Submission;
import ftol.grader.answers.Question;
import ftol.grader.batch.Job;
import ftol.grader.result.GradeResult;
import ftol.grader.result.ResultFiles;
import ftol.grader.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One of the processes in which a batch grades. Ends when its standard input does. */
@Command(name = "worker", hidden = true, description = "Grades what grader/grade batch tells it to.")
final class WorkerCommand implements Callable<Integer> {
    private static final Path SHELL = Path.of("/bin/sh");

    @Mixin
    private TestsOption testsOption;

    @Mixin
    private SandboxOption sandboxOption;

    /**
     * Starts a worker: this program in another process. Ctrl-C in a terminal goes to all processes there: a worker and its
     * children ignore it, or a student's process would seem to have crashed, and are ended by the one that started it.
     */
    static List<String> command(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(
                Files.isExecutable(SHELL)
                        ? List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "worker")
                        : List.of());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(Course.here().sharedClasses());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-Dftol.home=" + System.getProperty("ftol.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Grade.class.getName(),
                "worker"));
        command.addAll(arguments);
        return command;
    }

    @Override
    public Integer call() throws IOException {
        // What anything else prints must not look like an answer to the batch.
        PrintStream answers = System.out;
        System.setOut(System.err);
        Course course = Course.here();
        try (Sandbox sandbox = sandboxOption.open(course, !testsOption.publicOnly());
                Grading grading = new Grading(testsOption.tests(course), course.stubs(), sandbox);
                BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            answers.println(Job.READY);
            for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
                Job job = Job.parse(line);
                Submission submission = new Submission(job.student(), Path.of(job.notebooks()));
                GradeResult result = grading.grade(submission, parts(job.parts()), part -> {})
                        .withAnswers(Question.answers(course, submission, parts(job.answersOf())));
                ResultFiles.write(result, Path.of(job.out()));
                answers.println(Job.READY);
            }
        }
        return 0;
    }

    private static List<Part> parts(List<String> ids) {
        return ids.stream().map(Part::of).toList();
    }
}
