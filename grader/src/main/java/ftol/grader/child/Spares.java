package ftol.grader.child;

import ftol.grader.CourseFault;
import ftol.grader.sandbox.Sandbox;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Keeps one child started ahead, on another core, so that nobody waits for a JVM to start. Safe for many threads. */
public final class Spares implements AutoCloseable {
    private final Sandbox sandbox;
    private final ExecutorService starter = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "spare child");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<Child> next;

    public Spares(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.next = startOne();
    }

    /**
     * A fresh child, which the caller closes. Throws {@link CourseFault} if none can be started. The caller has no other
     * child now, so that what failed because the last one used up the machine is tried again without it.
     */
    synchronized Child take() {
        Child child = spare().filter(Child::isAlive).orElseGet(() -> Child.forStudentCode(sandbox));
        next = startOne();
        return child;
    }

    private Optional<Child> spare() {
        try {
            return Optional.of(next.join());
        } catch (CompletionException e) {
            return Optional.empty();
        }
    }

    private CompletableFuture<Child> startOne() {
        return CompletableFuture.supplyAsync(() -> Child.forStudentCode(sandbox), starter);
    }

    @Override
    public synchronized void close() {
        next.thenAccept(Child::close).exceptionally(failed -> null).join();
        starter.shutdown();
    }
}
