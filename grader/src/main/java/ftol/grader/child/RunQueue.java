package ftol.grader.child;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How long the threads of a process have been ready to run while others had the processors. */
final class RunQueue {
    private RunQueue() {}

    /**
     * What the threads that live now have waited so far, together: the second number of Linux' {@code
     * /proc/PID/task/TID/schedstat}, in nanoseconds. Zero where the system does not tell.
     */
    static Duration waited(long pid) {
        long nanos = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads) {
                nanos += waited(thread.resolve("schedstat"));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Not Linux, or the process has ended.
        }
        return Duration.ofNanos(nanos);
    }

    private static long waited(Path schedstat) {
        try {
            return Long.parseLong(Files.readString(schedstat).strip().split(" ", -1)[1]);
        } catch (IOException | RuntimeException e) {
            return 0; // The thread has ended.
        }
    }
}
