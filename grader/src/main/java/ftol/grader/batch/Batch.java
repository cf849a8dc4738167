package ftol.grader.batch;

import ftol.check.Part;
import ftol.grader.CourseFault;
import ftol.grader.Folders;
import ftol.grader.answers.HandMarks;
import ftol.grader.result.GradeResult;
import ftol.grader.result.ResultFiles;
import ftol.submission.BadNotebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Grades a class. Each student's folder in {@code OUT/students} appears by one rename, complete, so whatever happens to the
 * grader, what is there is right, and what is not there is graded when it is called again.
 *
 * <p>Marks that an earlier run gave are never replaced without being asked: where tests or notebooks have changed since,
 * the new marks wait in {@code OUT/pending}.
 */
public final class Batch {
    /** How often a submission is tried if the worker that grades it ends. */
    private static final int TRIES = 2;

    private static final String WORKING = ".working-";

    private final Path out;
    private final List<Part> parts;
    private final Map<String, String> tests;
    private final String questions;
    private final List<String> workerCommand;
    private final Refusal refusal;
    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * @param out where results are kept
     * @param parts what is graded
     * @param tests for each part's id, the fingerprint of its tests
     * @param questions the fingerprint of the questions that are answered in words
     * @param workerCommand starts a {@link Worker}
     * @param refusal makes the result of a submission that cannot be graded
     */
    public Batch(
            Path out,
            List<Part> parts,
            Map<String, String> tests,
            String questions,
            List<String> workerCommand,
            Refusal refusal) {
        this.out = out;
        this.parts = List.copyOf(parts);
        this.tests = Map.copyOf(tests);
        this.questions = questions;
        this.workerCommand = List.copyOf(workerCommand);
        this.refusal = refusal;
    }

    /** Makes the result of a submission of which no part can be graded. */
    @FunctionalInterface
    public interface Refusal {
        /** The result; {@code ourFault} says whether no points may be taken for it. */
        GradeResult of(String student, List<Part> parts, String why, boolean ourFault);
    }

    /** Is told how far it is, by several threads. */
    public interface Progress {
        /** Once, before the first is graded. */
        void toGrade(int students);

        /** Before each one. */
        void starts(String student);

        /** After each one. */
        void graded(GradeResult result);
    }

    /** New marks that would replace others. */
    public record Change(GradeResult before, GradeResult after) {}

    /** One student's submission, and what of it is to be graded. Its notebooks are read when it is its turn. */
    private record Task(HandIn handIn, Graded.Made made, Optional<Graded> before) {}

    /**
     * Grades what is not graded yet, or was graded by other tests or from other notebooks, and reads answers anew where
     * questions or their points have changed.
     *
     * @param jobs how many at the same time
     * @return whose marks wait in {@code OUT/pending}, since they would replace others
     */
    public List<Change> run(List<HandIn> handIns, int jobs, Progress progress) throws IOException {
        Folders.delete(pending());
        Folders.sweep(out, WORKING);
        // Each run has its own for what is not complete: if this grader is killed, its workers still end what they do.
        Path working = Files.createTempDirectory(out, WORKING);
        Queue<Task> queue = new ConcurrentLinkedQueue<>();
        for (HandIn handIn : handIns) {
            task(handIn).ifPresent(queue::add);
        }
        progress.toGrade(queue.size());
        List<Change> changes = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            Callable<Void> worker = () -> {
                work(working, queue, changes, progress);
                return null;
            };
            for (Future<Void> ended : threads.invokeAll(Collections.nCopies(Math.min(jobs, queue.size()), worker))) {
                ended.get();
            }
        } catch (ExecutionException e) {
            if (stopped) {
                return List.of();
            }
            throw new CourseFault("Grading stopped: " + e.getCause().getMessage()
                    + " What is graded is kept; go on with" + " --resume.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CourseFault("Interrupted. What is graded is kept; go on with --resume.");
        } finally {
            threads.shutdownNow();
        }
        Folders.sweep(out, WORKING);
        return changes.stream()
                .sorted(Comparator.comparing(change -> change.after().submission()))
                .toList();
    }

    /**
     * Ends {@link #run} soon, by another thread: what is graded is kept, and what is being graded is given up. May be called
     * more than once.
     */
    public void stop() {
        stopped = true;
        workers.forEach(Worker::close);
    }

    /** What is to be done for a student; nothing if the marks there are rest on the same. */
    private Optional<Task> task(HandIn handIn) throws IOException {
        String submission;
        try {
            submission = Notebooks.of(handIn).fingerprint();
        } catch (BadNotebook e) {
            submission = e.getMessage();
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        parts.forEach(part -> wanted.put(part.id(), tests.get(part.id())));
        Graded.Made made = new Graded.Made(handIn.student(), handIn.late(), submission, wanted, questions);
        Optional<Graded> before = Graded.in(students().resolve(handIn.slug()));
        return before.filter(graded -> graded.made().equals(made)).isPresent()
                ? Optional.empty()
                : Optional.of(new Task(handIn, made, before));
    }

    private void work(Path working, Queue<Task> queue, List<Change> changes, Progress progress) throws IOException {
        Worker worker = null;
        try {
            for (Task task = queue.poll(); task != null && !stopped; task = queue.poll()) {
                progress.starts(name(task));
                Path folder = working.resolve(task.handIn().slug());
                Notebooks notebooks;
                try {
                    notebooks = Notebooks.of(task.handIn());
                } catch (BadNotebook e) {
                    GradeResult refused = refusal.of(name(task), parts, e.getMessage(), false);
                    progress.graded(keep(task, refused, folder.resolve("new"), changes));
                    continue;
                }
                int tries = 0;
                boolean graded = false;
                while (!graded && !stopped && tries++ < TRIES) {
                    if (worker == null) {
                        worker = Worker.start(workerCommand);
                        workers.add(worker);
                    }
                    Folders.delete(folder);
                    notebooks.writeTo(folder.resolve("submission"));
                    graded = !stopped && worker.grade(job(task, folder));
                    if (!graded) {
                        workers.remove(worker);
                        worker.close();
                        worker = null;
                    }
                }
                if (stopped && !graded) {
                    // Nobody knows why the worker ended. The next run grades it.
                    return;
                }
                GradeResult result = graded
                        ? Graded.result(folder.resolve("new"))
                        : refusal.of(name(task), parts, "The grader ended while it was grading this.", true);
                progress.graded(keep(task, result, folder.resolve("new"), changes));
            }
        } finally {
            if (worker != null) {
                workers.remove(worker);
                worker.close();
            }
        }
    }

    private static String name(Task task) {
        return task.handIn().student();
    }

    private Job job(Task task, Path folder) {
        return new Job(
                name(task),
                folder.resolve("submission").toString(),
                ids(stale(task)),
                ids(parts),
                folder.resolve("new").toString());
    }

    private static List<String> ids(List<Part> parts) {
        return parts.stream().map(Part::id).toList();
    }

    /** Of a submission that has not changed, only the parts whose tests have. */
    private List<Part> stale(Task task) {
        Optional<Graded.Made> before = task.before().map(Graded::made).filter(made -> made.submission()
                .equals(task.made().submission()));
        return parts.stream()
                .filter(part -> before.isEmpty()
                        || !task.made()
                                .tests()
                                .get(part.id())
                                .equals(before.get().tests().get(part.id())))
                .toList();
    }

    /** Moves the result to where it stays, with what the parts had that were not graded again. */
    private GradeResult keep(Task task, GradeResult fresh, Path folder, List<Change> changes) throws IOException {
        GradeResult result = task.before()
                .filter(before -> before.made().submission().equals(task.made().submission()))
                .map(before -> before.result().with(fresh, ids(parts)))
                .orElse(fresh);
        ResultFiles.write(result, folder);
        Graded.writeMade(task.made(), folder);
        boolean replaces =
                task.before().filter(before -> !before.result().equals(result)).isPresent();
        Path place = (replaces ? pending() : students()).resolve(task.handIn().slug());
        if (replaces) {
            changes.add(new Change(task.before().get().result(), result));
        }
        Folders.move(folder, place);
        return result;
    }

    /** Takes over the marks that wait in {@code OUT/pending}. */
    public static void accept(Path out) throws IOException {
        Path pending = out.resolve("pending");
        if (!Files.isDirectory(pending)) {
            return;
        }
        try (Stream<Path> folders = Files.list(pending)) {
            for (Path folder : folders.sorted().toList()) {
                Folders.move(folder, out.resolve("students").resolve(folder.getFileName()));
            }
        }
        Folders.delete(pending);
    }

    /**
     * Copies the students of several runs into one folder. Who waits in each of them still waits.
     *
     * @throws IllegalArgumentException if a run has no results, or two have a student in common whose results differ
     */
    public static void merge(List<Path> runs, Path out) throws IOException {
        HandMarks marks = HandMarks.in(out);
        Set<String> handedIn = new TreeSet<>(HandedIn.in(out));
        for (Path run : runs) {
            Path students = run.resolve("students");
            if (!Files.isDirectory(students)) {
                throw new IllegalArgumentException(run + " has no results of grader/grade batch (no folder students).");
            }
            try (Stream<Path> folders = Files.list(students)) {
                for (Path folder : folders.sorted().toList()) {
                    Path place = out.resolve("students").resolve(folder.getFileName());
                    Optional<Graded> there = Graded.in(place);
                    if (there.isPresent() && !there.equals(Graded.in(folder))) {
                        throw new IllegalArgumentException("Two runs have different results of "
                                + there.get().made().student() + ": " + folder + " is one of them.");
                    }
                    Folders.copy(folder, place);
                }
            }
            marks.addAll(run);
            handedIn.addAll(HandedIn.in(run));
        }
        marks.write(out);
        HandedIn.keep(handedIn, out);
    }

    private Path students() {
        return out.resolve("students");
    }

    private Path pending() {
        return out.resolve("pending");
    }
}
