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
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The grader's main path: read the notebook, find each part's cell, compile it in the sandbox, run the part's tests
 * against a child, report. Tests run here; student code only ever runs in a child.
 */
public final class Grading implements AutoCloseable {
    private final PartRunner tests;
    private final Sandbox sandbox;
    private final Compiler compiler;
    private final Spares spares;

    public Grading(PartRunner tests, Sandbox sandbox) {
        this.tests = tests;
        this.sandbox = sandbox;
        this.compiler = new Compiler(sandbox);
        this.spares = new Spares(sandbox);
    }

    /** Grades these parts of a submission, telling of each part as it is done. */
    public GradeResult grade(Submission submission, List<Part> parts, Consumer<PartResult> progress) {
        List<PartResult> results = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Part part : parts) {
            PartResult result = grade(submission, part, notes);
            results.add(result);
            progress.accept(result);
        }
        return GradeResult.of(submission.name(), sandbox, results, notes);
    }

    private PartResult grade(Submission submission, Part part, List<String> notes) {
        try {
            PartCell cell = PartCell.find(part, submission.read(part.task()));
            if (!cell.note().isEmpty()) {
                notes.add(cell.note());
            }
            CompiledPart compiled = compiler.compile(cell);
            try (RemoteSource source = new RemoteSource(spares, part, compiled)) {
                return tests.run(part, source);
            }
        } catch (BadNotebook | PartProblem e) {
            return tests.without(part, Status.ERROR, e.getMessage());
        }
    }

    @Override
    public void close() {
        compiler.close();
        spares.close();
    }
}
