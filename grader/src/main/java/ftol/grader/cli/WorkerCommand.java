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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One of the processes in which a batch grades. Ends when its standard input does. */
@Command(name = "worker", hidden = true, description = "Grades what grader/grade batch tells it to.")
final class WorkerCommand implements Callable<Integer> {
    @Mixin
    private TestsOption testsOption;

    @Mixin
    private SandboxOption sandboxOption;

    @Override
    public Integer call() throws IOException {
        Course course = Course.here();
        try (Sandbox sandbox = sandboxOption.open(course, !testsOption.publicOnly());
                Grading grading = new Grading(testsOption.tests(course), course.stubs(), sandbox);
                BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(Job.READY);
            for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
                Job job = Job.parse(line);
                Submission submission = new Submission(job.student(), Path.of(job.notebooks()));
                List<Part> parts = job.parts().stream().map(Part::of).toList();
                GradeResult result = grading.grade(submission, parts, part -> {})
                        .withAnswers(Question.answers(course, submission, parts));
                ResultFiles.write(result, Path.of(job.out()));
                System.out.println(Job.READY);
            }
        }
        return 0;
    }
}
