package ftol.grader.solve;

import ftol.check.Part;
import ftol.check.Task;
import ftol.grader.Course;
import ftol.grader.Submission;
import ftol.submission.BadNotebook;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes solutions into a checkout's cells: the reference, and in one part perhaps a mutant. */
public final class Solver {
    private final Course course;

    public Solver(Course course) {
        this.course = course;
    }

    /**
     * Fills the parts' cells.
     *
     * @param mutant takes the reference's place in its part; null for none
     * @param force overwrite cells that hold neither the stub nor the reference
     * @throws IllegalArgumentException if a cell holds somebody's work, or cannot be found; nothing is written then
     */
    public void solve(Submission submission, Mutant mutant, boolean force) throws IOException {
        Map<Path, NotebookFile> solved = new LinkedHashMap<>();
        for (Task task : Task.values()) {
            Path file = file(submission, task);
            // A notebook that was renamed may be that of both tasks.
            NotebookFile notebook = solved.containsKey(file) ? solved.get(file) : read(file);
            NotebookFile starter = read(course.notebooks().resolve(task.notebook()));
            for (Part part : Part.in(task)) {
                PartCell cell = find(part, notebook);
                String reference = SolutionSource.reference(course.referenceSources(), part)
                        .cell();
                String text = mutant != null && mutant.part() == part
                        ? mutant.source().cell()
                        : reference;
                String there = cell.cell().source();
                boolean ours = there.equals(find(part, starter).cell().source()) || there.equals(reference);
                if (!ours && !force) {
                    throw new IllegalArgumentException(cell.cell().label() + " in " + file
                            + " holds somebody's work. Nothing was changed; --force overwrites it.");
                }
                notebook = notebook.withSource(cell.cell(), text);
            }
            solved.put(file, notebook);
        }
        for (Map.Entry<Path, NotebookFile> entry : solved.entrySet()) {
            entry.getValue().write(entry.getKey());
        }
    }

    private static Path file(Submission submission, Task task) {
        try {
            return submission.notebook(task);
        } catch (BadNotebook e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static NotebookFile read(Path file) {
        try {
            return NotebookFile.read(file);
        } catch (BadNotebook e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static PartCell find(Part part, NotebookFile notebook) {
        try {
            return PartCell.find(part, notebook);
        } catch (PartProblem e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
