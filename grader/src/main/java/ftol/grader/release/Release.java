package ftol.grader.release;

import ftol.grader.Course;
import ftol.grader.CourseFault;
import ftol.grader.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Makes the bare repository that students clone, or adds a version to it. The same input makes the same commit. */
public final class Release {
    private final Course course;

    public Release(Course course) {
        this.course = course;
    }

    /**
     * What there is now.
     *
     * @param version the newest version: "v1"
     * @param commit its commit
     * @param isNew false if the repository already had just this
     */
    public record Made(String version, String commit, boolean isNew) {}

    /**
     * Releases the starter.
     *
     * @param repository the bare repository, made if it does not exist; refused if it is something else
     */
    public Made to(Path repository) throws IOException {
        boolean exists = Files.exists(repository) && !isEmpty(repository);
        if (exists && !Files.isRegularFile(repository.resolve("HEAD"))) {
            throw new IllegalArgumentException(
                    repository + " exists and is not a bare git repository. Name another --out.");
        }
        Path parent = Files.createDirectories(repository.toAbsolutePath().getParent());
        Path work = Files.createTempDirectory(parent, ".release");
        try {
            Git git = new Git(repository.toAbsolutePath(), work);
            if (!exists) {
                git.run("init", "--quiet", "--bare", "--initial-branch=main");
            } else if (!git.run("for-each-ref").isEmpty() && !git.succeeds("cat-file", "-e", "refs/tags/v1:.ftol")) {
                throw new IllegalArgumentException(
                        repository + " is a git repository with something else in it. Name another --out.");
            }
            return commit(git, work);
        } finally {
            Files.deleteIfExists(repository.resolve("release.index"));
            Folders.delete(work);
        }
    }

    private Made commit(Git git, Path work) throws IOException {
        int newest = 0;
        while (git.succeeds("rev-parse", "--quiet", "--verify", "refs/tags/v" + (newest + 1))) {
            newest++;
        }
        if (newest > 0) {
            String version = "v" + newest;
            if (tree(git, work, version).equals(git.run("rev-parse", version + "^{tree}"))) {
                return new Made(version, git.run("rev-parse", version + "^{commit}"), false);
            }
        }
        String version = "v" + (newest + 1);
        String tree = tree(git, work, version);
        String message = "ftol " + version;
        String commit = newest == 0
                ? git.run("commit-tree", tree, "-m", message)
                : git.run("commit-tree", tree, "-m", message, "-p", "refs/tags/v" + newest);
        git.run("update-ref", "refs/heads/main", commit);
        git.run("update-ref", "refs/tags/" + version, commit);
        // So that a plain web server can serve it.
        git.run("update-server-info");
        return new Made(version, commit, true);
    }

    private String tree(Git git, Path work, String version) throws IOException {
        Folders.delete(work);
        Files.createDirectories(work);
        new Starter(course).write(work, version);
        git.run("read-tree", "--empty");
        git.run("-c", "core.autocrlf=false", "-c", "core.fileMode=true", "add", "--all", "--force", ".");
        String tree = git.run("write-tree");
        if (!tree.matches("[0-9a-f]{40,64}")) {
            throw new CourseFault("git write-tree printed: " + tree);
        }
        return tree;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
