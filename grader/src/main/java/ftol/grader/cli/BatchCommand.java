package ftol.grader.cli;

import ftol.check.Part;
import ftol.check.PartRunner;
import ftol.check.Status;
import ftol.grader.Course;
import ftol.grader.CourseFault;
import ftol.grader.batch.Batch;
import ftol.grader.batch.ClassFolder;
import ftol.grader.batch.ClassFormats;
import ftol.grader.batch.ClassResults;
import ftol.grader.batch.HandIn;
import ftol.grader.batch.Shard;
import ftol.grader.batch.TestFingerprints;
import ftol.grader.result.Format;
import ftol.grader.result.GradeResult;
import ftol.grader.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "batch",
        description =
                "Grades a class: a folder with a checkout, zip or notebook for each student, or as Moodle, Canvas and"
                        + " nbgrader lay it out.",
        mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER")
    private Path folder;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where results go.")
    private Path out;

    @Option(names = "--jobs", paramLabel = "N", description = "So many at a time (default: one for each core).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--resume",
            description =
                    "Go on with results that are there: grade what is missing, and what was graded by other tests or"
                            + " from other notebooks. Marks that would change wait in DIR/pending.")
    private boolean resume;

    @Option(names = "--accept", description = "Let the marks in DIR/pending replace the others, and grade nothing.")
    private boolean accept;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Grade only every Nth student, beginning with the Ith. auto or auto/N: the Ith as GitHub Actions,"
                            + " GitLab CI, Slurm or Kubernetes say.")
    private String shard = "1/1";

    @Option(names = "--part", paramLabel = "PART", description = "Grade only this part; may be repeated.")
    private List<String> parts = List.of();

    @Mixin
    private ClassOptions classOptions;

    @Mixin
    private FormatOption formatOption;

    @Mixin
    private TestsOption testsOption;

    @Mixin
    private SandboxOption sandboxOption;

    @Override
    public Integer call() throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        ClassResults results = classOptions.results();
        Set<Format> formats = formatOption.formatsOfAClass();
        List<HandIn> handIns = Shard.parse(shard, System.getenv()).of(ClassFolder.read(folder));
        if (jobs < 1) {
            throw new IllegalArgumentException("--jobs must be at least 1, not " + jobs + ".");
        }
        if (!resume && !accept && Files.isDirectory(out.resolve("students"))) {
            throw new IllegalArgumentException(out
                    + " has results of an earlier run. Add --resume to go on with them, or" + " name another folder.");
        }
        Files.createDirectories(out);
        try (FileChannel channel =
                        FileChannel.open(out.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new CourseFault("Another grader works in " + out + ". Wait for it, or name another folder.");
            }
            if (accept) {
                Batch.accept(out);
                return finish(results, formats, console, List.of());
            }
            return finish(results, formats, console, grade(handIns));
        }
    }

    private List<Batch.Change> grade(List<HandIn> handIns) throws IOException {
        Course course = Course.here();
        PartRunner tests = testsOption.tests(course);
        List<Part> wanted = parts.isEmpty()
                ? List.of(Part.values())
                : parts.stream().map(Part::of).toList();
        // Opened here first: if there is none, that is said once and not by each worker.
        try (Sandbox sandbox = sandboxOption.open(course, !testsOption.publicOnly())) {
            Batch.Refusal refusal = (student, refused, why, ourFault) -> GradeResult.of(
                    student,
                    tests.seed(),
                    sandbox,
                    refused.stream()
                            .map(part -> tests.without(part, ourFault ? Status.INCONCLUSIVE : Status.ERROR, why))
                            .toList(),
                    List.of());
            Batch batch = new Batch(
                    out,
                    wanted,
                    TestFingerprints.of(tests.seed(), course.testedBy(testsOption.publicOnly()), tests::testClasses),
                    workerCommand(),
                    refusal);
            try (Bar bar = new Bar()) {
                return batch.run(handIns, jobs, bar);
            }
        }
    }

    private int finish(ClassResults results, Set<Format> formats, PrintWriter console, List<Batch.Change> changes)
            throws IOException {
        int students = results.write(out);
        ClassFormats.write(out, formats);
        console.println(students + " students: " + out.resolve("class.html") + " and " + out.resolve("gradebook.csv"));
        if (!changes.isEmpty()) {
            console.println("These marks would change. Nothing has been replaced yet: the new ones are in "
                    + out.resolve("pending") + "; --accept takes them over.");
            changes.forEach(change -> console.printf(
                    "  %-24s %d -> %d%n",
                    change.after().submission(),
                    change.before().score(),
                    change.after().score()));
        }
        return 0;
    }

    /** The same program in another process, with the same sandbox. */
    private List<String> workerCommand() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(Course.here().sharedClasses());
        command.addAll(List.of(
                "-Dftol.home=" + System.getProperty("ftol.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Grade.class.getName(),
                "worker"));
        command.addAll(testsOption.arguments());
        command.addAll(sandboxOption.arguments());
        return command;
    }

    /** How far it is, on standard error. */
    private static final class Bar implements Batch.Progress, AutoCloseable {
        private ProgressBar bar;

        @Override
        public void toGrade(int students) {
            bar = Progress.of("students", students);
        }

        @Override
        public void graded(GradeResult result) {
            bar.step();
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
