package ftol.grader;

import ftol.check.Task;
import ftol.submission.BadNotebook;
import ftol.submission.NotebookFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a student hands in: a checkout, a folder with the notebooks in it, or one notebook.
 *
 * @param name how reports call it
 * @param path the file or folder
 */
public record Submission(String name, Path path) {

    /** Throws IllegalArgumentException if there is nothing at that path. */
    public static Submission at(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    path + " does not exist. Name a checkout, a folder with the notebooks, or a notebook.");
        }
        Path name = path.toAbsolutePath().normalize().getFileName();
        return new Submission(name == null ? "submission" : name.toString(), path);
    }

    /** Where the notebook of a task is, or should be. */
    public Path notebook(Task task) {
        if (Files.isRegularFile(path)) {
            return path.getFileName().toString().equals(task.notebook())
                    ? path
                    : path.resolveSibling(path.getFileName() + "/" + task.notebook());
        }
        Path checkout = path.resolve("notebooks");
        return (Files.isDirectory(checkout) ? checkout : path).resolve(task.notebook());
    }

    /** Reads the notebook of a task; throws {@link BadNotebook} if it is missing or is not a notebook. */
    public NotebookFile read(Task task) throws BadNotebook {
        // The folder handed in may be reached by links, but what is in it must not lead elsewhere.
        if (Files.isSymbolicLink(path.resolve("notebooks"))) {
            throw new BadNotebook(
                    "notebooks is a symbolic link. Hand in the folder itself, with both notebooks in it.");
        }
        return NotebookFile.read(notebook(task));
    }
}
