package ftol.grader;

import ftol.check.Part;
import ftol.check.PartResult;
import ftol.check.PartRunner;
import ftol.check.Status;
import ftol.grader.child.Compiler;
import ftol.grader.child.RemoteSource;
import ftol.grader.child.Spares;
import ftol.grader.result.GradeResult;
import ftol.grader.sandbox.Sandbox;
import ftol.submission.BadNotebook;
import ftol.submission.CompiledPart;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The grader's main path: read the notebook, find each part's cell, compile it in the sandbox, run the part's tests
 * against a child, report. Tests run here; student code only ever runs in a child.
 */
public final class Grading implements AutoCloseable {
    private final PartRunner tests;
    private final Map<Part, String> stubs;
    private final Sandbox sandbox;
    private final Compiler compiler;
    private final Spares spares;

    /** Runs every cell. */
    public Grading(PartRunner tests, Sandbox sandbox) {
        this(tests, Map.of(), sandbox);
    }

    /** @param stubs the text of each part's cell in the starter: one in which nobody has worked is not run */
    public Grading(PartRunner tests, Map<Part, String> stubs, Sandbox sandbox) {
        this.tests = tests;
        this.stubs = Map.copyOf(stubs);
        this.sandbox = sandbox;
        this.compiler = new Compiler(sandbox);
        this.spares = new Spares(sandbox);
    }

    /** Is told how far the grading is. */
    @FunctionalInterface
    public interface Progress {
        /** Before a part is graded, which can take a minute. */
        default void starts(Part part) {}

        /** After it. */
        void done(PartResult result);
    }

    /** Grades these parts of a submission, telling of each part as it is done. */
    public GradeResult grade(Submission submission, List<Part> parts, Progress progress) {
        List<PartResult> results = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Part part : parts) {
            progress.starts(part);
            PartResult result = grade(submission, part, notes);
            results.add(result);
            progress.done(result);
        }
        return GradeResult.of(submission.name(), tests.seed(), sandbox, results, notes);
    }

    private PartResult grade(Submission submission, Part part, List<String> notes) {
        try {
            NotebookFile notebook = submission.read(part.task());
            String expected = part.task().notebook();
            // Of a single notebook it is plain which one was graded.
            if (!notebook.name().equals(expected) && !notebook.name().equals(submission.name())) {
                note(notes, expected + " is missing. " + notebook.name() + " has its cells, so that was graded.");
            }
            PartCell cell = PartCell.find(part, notebook);
            note(notes, cell.note());
            if (cell.cell().source().equals(stubs.get(part))) {
                return tests.without(part, Status.NOT_ATTEMPTED, "not written yet")
                        .withMessage("");
            }
            CompiledPart compiled = compiler.compile(cell);
            try (RemoteSource source = new RemoteSource(spares, part, compiled)) {
                return tests.run(part, source);
            }
        } catch (BadNotebook | PartProblem e) {
            return tests.without(part, Status.ERROR, e.getMessage());
        }
    }

    private static void note(List<String> notes, String note) {
        if (!note.isEmpty() && !notes.contains(note)) {
            notes.add(note);
        }
    }

    @Override
    public void close() {
        compiler.close();
        spares.close();
    }
}
