package ftol.grader.release;

import ftol.grader.CourseFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs git on one repository with surroundings that do not depend on who runs it. */
final class Git {
    private final Path repository;
    private final Path workTree;

    Git(Path repository, Path workTree) {
        this.repository = repository;
        this.workTree = workTree;
    }

    /** Runs a command and returns what it printed; throws {@link CourseFault} with git's own words if it fails. */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("GIT_"));
            environment.put("GIT_DIR", repository.toString());
            if (Files.exists(repository)) {
                // Not for git init --bare, which has none.
                environment.put("GIT_WORK_TREE", workTree.toString());
            }
            environment.put(
                    "GIT_INDEX_FILE", repository.resolve("release.index").toString());
            environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
            environment.put("GIT_CONFIG_NOSYSTEM", "1");
            for (String who : List.of("AUTHOR", "COMMITTER")) {
                environment.put("GIT_" + who + "_NAME", "ftol");
                environment.put("GIT_" + who + "_EMAIL", "ftol@localhost");
                environment.put("GIT_" + who + "_DATE", Starter.DATE);
            }
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CourseFault("git " + arguments[0] + " failed: " + output.strip());
            }
            return output.strip();
        } catch (IOException e) {
            throw new CourseFault("git cannot be run (" + e.getMessage() + "). Install git 2.20 or later.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CourseFault("Interrupted while git ran.");
        }
    }

    /** True if the command succeeds. */
    boolean succeeds(String... arguments) {
        try {
            run(arguments);
            return true;
        } catch (CourseFault e) {
            return false;
        }
    }
}
