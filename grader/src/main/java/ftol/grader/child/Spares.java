package ftol.grader.child;

import ftol.grader.sandbox.Limits;
import ftol.grader.sandbox.Sandbox;
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

    /** A fresh child, which the caller closes. */
    synchronized Child take() {
        CompletableFuture<Child> taken = next;
        next = startOne();
        try {
            return taken.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private CompletableFuture<Child> startOne() {
        return CompletableFuture.supplyAsync(() -> Child.start(sandbox, Limits.standard()), starter);
    }

    @Override
    public synchronized void close() {
        next.thenAccept(Child::close).exceptionally(failed -> null).join();
        starter.shutdown();
    }
}
