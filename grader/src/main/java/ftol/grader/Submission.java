package ftol.grader;

import ftol.check.Part;
import ftol.check.Task;
import ftol.submission.BadNotebook;
import ftol.submission.NotebookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a student hands in: a checkout, a folder with the notebooks in it, or one notebook. Students rename notebooks, so
 * one that does not have its own name is known by its cells.
 *
 * @param name how reports call it
 * @param path the file or folder
 */
public record Submission(String name, Path path) {
    private static final String NOTEBOOK = ".ipynb";

    /** Throws IllegalArgumentException if there is nothing at that path, or a file that is no notebook. */
    public static Submission at(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    path + " does not exist. Name a checkout, a folder with the notebooks, or a notebook.");
        }
        if (!Files.isDirectory(path) && !path.toString().endsWith(NOTEBOOK)) {
            throw new IllegalArgumentException(path
                    + " is not a notebook (*.ipynb). Name a checkout, a folder with the notebooks, or a notebook.");
        }
        Path name = path.toAbsolutePath().normalize().getFileName();
        return new Submission(name == null ? "submission" : name.toString(), path);
    }

    /**
     * The tasks to grade: both of a folder; of one notebook those that it is for, by its name or else by its cells. Throws
     * IllegalArgumentException if it is for none.
     */
    public List<Task> tasks() {
        if (Files.isDirectory(path)) {
            return List.of(Task.values());
        }
        for (Task task : Task.values()) {
            if (isNamedAfter(task)) {
                return List.of(task);
            }
        }
        try {
            NotebookFile notebook = NotebookFile.read(path);
            List<Task> tasks = Stream.of(Task.values())
                    .filter(task -> holdsPartOf(task, notebook))
                    .toList();
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException(path + " is not one of our notebooks: it has none of the cells "
                        + cellIds(Part.values()) + ".");
            }
            return tasks;
        } catch (BadNotebook e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Where the notebook of a task is. It need not be readable.
     *
     * @throws BadNotebook if it is missing and no other notebook has its cells, or more than one does
     */
    public Path notebook(Task task) throws BadNotebook {
        if (!Files.isDirectory(path)) {
            if (isNamedAfter(task) || holdsPartOf(task, NotebookFile.read(path))) {
                return path;
            }
            throw new BadNotebook(task.notebook() + " is missing: only " + name + " was handed in.");
        }
        Path checkout = path.resolve("notebooks");
        // The folder handed in may be reached by links, but what is in it must not lead elsewhere.
        if (Files.isSymbolicLink(checkout)) {
            throw new BadNotebook(
                    "notebooks is a symbolic link. Hand in the folder itself, with both notebooks in it.");
        }
        Path folder = Files.isDirectory(checkout) ? checkout : path;
        Path notebook = folder.resolve(task.notebook());
        return Files.exists(notebook, LinkOption.NOFOLLOW_LINKS) ? notebook : renamed(task, folder);
    }

    /** Reads the notebook of a task; throws {@link BadNotebook} if it is missing or is not a notebook. */
    public NotebookFile read(Task task) throws BadNotebook {
        return NotebookFile.read(notebook(task));
    }

    private boolean isNamedAfter(Task task) {
        return path.endsWith(task.notebook());
    }

    private static Path renamed(Task task, Path folder) throws BadNotebook {
        List<Path> found = new ArrayList<>();
        for (Path file : notebooksIn(folder)) {
            try {
                if (holdsPartOf(task, NotebookFile.read(file))) {
                    found.add(file);
                }
            } catch (BadNotebook e) {
                // Whatever it is, it is not the notebook we look for.
            }
        }
        if (found.isEmpty()) {
            throw new BadNotebook(
                    task.notebook() + " is missing, and no other notebook in its folder has any of its cells "
                            + cellIds(Part.in(task).toArray(Part[]::new))
                            + ". Hand in the folder notebooks/ with both notebooks in it.");
        }
        if (found.size() > 1) {
            throw new BadNotebook(task.notebook() + " is missing, and several notebooks could be meant: "
                    + found.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "))
                    + ". Give the one with your solution the name " + task.notebook() + ".");
        }
        return found.get(0);
    }

    private static List<Path> notebooksIn(Path folder) throws BadNotebook {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(NOTEBOOK))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadNotebook("The folder " + folder.getFileName() + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean holdsPartOf(Task task, NotebookFile notebook) {
        return Part.in(task).stream().anyMatch(part -> notebook.cells().stream()
                .anyMatch(cell -> cell.id().equals(part.cellId()) || cell.part().equals(part.id())));
    }

    private static String cellIds(Part... parts) {
        return Stream.of(parts).map(Part::cellId).collect(Collectors.joining(", "));
    }
}
