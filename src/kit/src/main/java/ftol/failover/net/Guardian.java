package ftol.failover.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A small shell beside each cluster of processes. It freezes and thaws processes; and when its input ends, which it does however this JVM
 * ends, it kills those that are left and removes the cluster's folder. A node sees its own input end as well, but not while
 * it is frozen.
 *
 * <p>Where there is no shell nothing can be frozen, and everything else works.
 */
public final class Guardian implements AutoCloseable {
    private static final String SCRIPT =
            """
            trap '' HUP INT TERM
            pids=' '
            while read -r word pid; do
                case $word in
                    watch) pids="$pids$pid " ;;
                    forget) case $pids in *" $pid "*) pids="${pids%% $pid *} ${pids#* $pid }" ;; esac ;;
                    *) if kill -s "$word" "$pid" 2>/dev/null; then echo done; else echo failed; fi ;;
                esac
            done
            for pid in $pids; do
                kill -s KILL "$pid" 2>/dev/null
            done
            rm -rf -- "$1"
            """;

    private final Path folder;
    /** Null if there is no shell. */
    private final Process shell;

    private Guardian(Path folder, Process shell) {
        this.folder = folder;
        this.shell = shell;
    }

    /** Starts one for the cluster that has this folder for its files. */
    public static Guardian start(Path folder) {
        Process shell = null;
        try {
            shell = new ProcessBuilder("sh", "-c", SCRIPT, "ftol-guardian", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // There is no shell here.
        }
        return new Guardian(folder, shell);
    }

    /** Can processes be frozen here? */
    public boolean canFreeze() {
        return shell != null;
    }

    /** From now on kills this process when this JVM has ended. */
    public void watch(long pid) {
        say("watch", pid);
    }

    /** This process has ended. */
    public void forget(long pid) {
        say("forget", pid);
    }

    /** Sends a signal, such as STOP or CONT, to a process; returns when it was sent. */
    public void signal(String name, long pid) {
        if (shell == null) {
            throw new UnsupportedOperationException(
                    "A process cannot be frozen here: that needs the commands sh and kill,"
                            + " which Linux, macOS and WSL have. Everything else works.");
        }
        say(name, pid);
        try {
            String answer = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8), 1)
                    .readLine();
            if (!"done".equals(answer)) {
                throw new IllegalStateException("The signal " + name + " did not reach process " + pid + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(String word, long pid) {
        if (shell == null) {
            return;
        }
        try {
            OutputStream out = shell.getOutputStream();
            out.write((word + " " + pid + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The shell that looks after the processes has ended.", e);
        }
    }

    /** Kills what is left and removes the folder. */
    @Override
    public void close() {
        boolean interrupted = false;
        if (shell != null) {
            NodeLoop.close(shell.getOutputStream());
            try {
                shell.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            shell.destroyForcibly();
        }
        remove(folder);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // The system's temporary folder is emptied in time.
        }
    }
}
