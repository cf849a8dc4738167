package ftol.grader.batch;

import ftol.grader.CourseFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A grader in a process of its own, which grades one submission after the other. Several run side by side: JUnit and jqwik
 * keep state that two threads of one JVM would share. Used by one thread, and closed by any.
 */
final class Worker implements AutoCloseable {
    private final Process process;
    private final PrintWriter jobs;
    private final BufferedReader answers;

    private Worker(Process process) {
        this.process = process;
        jobs = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a worker and waits until it can take a job.
     *
     * @throws CourseFault if it does not come so far; it has said why on standard error
     */
    static Worker start(List<String> command) {
        try {
            Worker worker = new Worker(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
            if (!worker.isReady()) {
                worker.close();
                throw new CourseFault("A grader process did not start.");
            }
            return worker;
        } catch (IOException e) {
            throw new CourseFault("A grader process cannot be started: " + e.getMessage());
        }
    }

    private boolean isReady() {
        try {
            return Job.READY.equals(answers.readLine());
        } catch (IOException e) {
            return false;
        }
    }

    /** Grades a submission. False if the worker ended instead. */
    boolean grade(Job job) {
        jobs.println(job.line());
        return isReady();
    }

    /** Ends it, and with it the child that runs the student's code. May be called by any thread, and more than once. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        jobs.close();
    }
}
