package ftol.grader.cli;

import ftol.check.Part;
import ftol.check.PartRunner;
import ftol.check.Status;
import ftol.check.StudentCode;
import ftol.grader.Course;
import ftol.grader.answers.Question;
import ftol.grader.batch.Batch;
import ftol.grader.batch.ClassFolder;
import ftol.grader.batch.ClassFormats;
import ftol.grader.batch.ClassResults;
import ftol.grader.batch.HandIn;
import ftol.grader.batch.HandedIn;
import ftol.grader.batch.OutLock;
import ftol.grader.batch.Shard;
import ftol.grader.batch.TestFingerprints;
import ftol.grader.result.Format;
import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.WrittenAnswer;
import ftol.grader.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
                    "Go on with results that are there: grade what is missing, and what was graded by other tests, for"
                            + " other points, or from other notebooks. Marks that would change wait in DIR/pending.")
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

    @Mixin
    private PartsOption partsOption;

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
        ClassResults results = classOptions.results(out);
        Set<Format> formats = formatOption.formatsOfAClass();
        ClassFolder.Contents contents = ClassFolder.read(folder);
        List<HandIn> handIns = Shard.parse(shard, System.getenv()).of(contents.handIns());
        if (jobs < 1) {
            throw new IllegalArgumentException("--jobs must be at least 1, not " + jobs + ".");
        }
        if (!resume && !accept && Files.isDirectory(out.resolve("students"))) {
            throw new IllegalArgumentException(out
                    + " has results of an earlier run. Add --resume to go on with them, or" + " name another folder.");
        }
        sayIgnored(contents.ignored());
        try (OutLock lock = OutLock.of(out)) {
            classOptions.keep(lock.out());
            HandedIn.keep(contents.handIns().stream().map(HandIn::student).toList(), out);
            if (accept) {
                Batch.accept(out);
                return finish(results, formats, List.of());
            }
            return grade(handIns, changes -> finish(results, formats, changes));
        }
    }

    private void sayIgnored(List<String> ignored) {
        if (!ignored.isEmpty()) {
            err().println("Ignored, since it is no folder, zip or notebook (*.ipynb): "
                    + StudentCode.plain(ignored.stream().limit(10).collect(Collectors.joining(", ")), 1_000)
                    + (ignored.size() > 10 ? " and " + (ignored.size() - 10) + " more" : ""));
            err().flush();
        }
    }

    /** What is done when grading has ended, to the end or not; returns the exit code. */
    @FunctionalInterface
    private interface Ending {
        int with(List<Batch.Change> changes) throws IOException;
    }

    private int grade(List<HandIn> handIns, Ending ending) throws IOException {
        Course course = Course.here();
        PartRunner tests = testsOption.tests(course);
        List<Part> wanted = partsOption.or(List.of(Part.values()));
        // Opened here first: if there is none, that is said once and not by each worker.
        try (Sandbox sandbox = sandboxOption.open(course, !testsOption.publicOnly())) {
            Batch batch = new Batch(
                    out,
                    wanted,
                    TestFingerprints.of(tests.seed(), course.testedBy(testsOption.publicOnly()), tests::testClasses),
                    Question.fingerprint(course, wanted),
                    workerCommand(),
                    refusal(tests, sandbox));
            try (Interruption interruption = new Interruption(batch::stop)) {
                List<Batch.Change> changes;
                try (Bar bar = new Bar()) {
                    changes = batch.run(handIns, jobs, bar);
                }
                int exit = ending.with(changes);
                if (interruption.happened()) {
                    err().println("Interrupted. The pages and the gradebook have what is graded. Go on with:");
                    err().println("  grader/grade " + again());
                    err().flush();
                }
                return exit;
            }
        }
    }

    /** The same command line, to go on. */
    private String again() {
        List<String> words =
                new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        if (!resume) {
            words.add("--resume");
        }
        return words.stream()
                .map(word -> word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private int finish(ClassResults results, Set<Format> formats, List<Batch.Change> changes) throws IOException {
        ClassFormats.write(out, formats);
        PrintWriter console = spec.commandLine().getOut();
        int exit = ClassOptions.say(results.write(out), out, console);
        if (!changes.isEmpty()) {
            console.println("These marks would change. Nothing has been replaced yet: the new ones are in "
                    + out.resolve("pending") + "; --accept takes them over.");
            changes.forEach(change -> console.printf(
                    "  %-24s %d -> %d%s%n",
                    change.after().submission(),
                    change.before().score(),
                    change.after().score(),
                    questions(change)));
        }
        console.flush();
        return exit;
    }

    /** Says which questions are others now: the marks of the tests do not show it. */
    private static String questions(Batch.Change change) {
        return change.after().answers().stream()
                .flatMap(after -> change.before().answers().stream()
                        .filter(before -> before.question().equals(after.question()))
                        .map(before -> question(before, after)))
                .collect(Collectors.joining());
    }

    private static String question(WrittenAnswer before, WrittenAnswer after) {
        String name = "; question " + after.question();
        if (before.maxScore() != after.maxScore()) {
            return name + ": of " + before.maxScore() + " points -> of " + after.maxScore();
        }
        return before.prompt().equals(after.prompt()) ? "" : name + " is worded otherwise";
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Makes the result of a submission of which no part can be graded. */
    static Batch.Refusal refusal(PartRunner tests, Sandbox sandbox) {
        return (student, refused, why, ourFault) -> GradeResult.of(
                student,
                tests.seed(),
                sandbox,
                refused.stream()
                        .map(part -> tests.without(part, ourFault ? Status.INCONCLUSIVE : Status.ERROR, why))
                        .toList(),
                List.of());
    }

    private List<String> workerCommand() {
        List<String> arguments = new ArrayList<>(testsOption.arguments());
        arguments.addAll(sandboxOption.arguments());
        return WorkerCommand.command(List.of(), arguments);
    }

    /** How far it is and whose turn it is, on standard error. */
    private static final class Bar implements Batch.Progress, AutoCloseable {
        private static final int LONGEST = 40;

        private final Set<String> current = Collections.synchronizedSet(new LinkedHashSet<>());
        private ProgressBar bar;

        @Override
        public void toGrade(int students) {
            bar = Progress.of("students", students);
        }

        @Override
        public void starts(String student) {
            current.add(student);
            show();
        }

        @Override
        public void graded(GradeResult result) {
            current.remove(result.submission());
            bar.step();
            show();
        }

        private void show() {
            String names;
            synchronized (current) {
                names = String.join(", ", current);
            }
            // Names are the students' own: nothing in them may move the terminal's cursor.
            bar.setExtraMessage(StudentCode.plain(names, LONGEST));
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.setExtraMessage("");
                bar.close();
            }
        }
    }
}
