package ftol.check;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs what calls the student's code on a thread of its own, so that an endless loop does not take the caller along. */
public final class Bounded {
    private Bounded() {}

    /**
     * The action's result.
     *
     * @param limit how long to wait at most
     * @param stuck asked ten times a second; says what hangs, if something does, to end the wait early
     * @throws ExecutionException if the action threw, with what it threw as its cause
     * @throws TimeoutException if it did not end in time, with a message for the student that names what hangs; its
     *     thread lives on, unless it heeds being interrupted
     */
    public static <T> T call(Callable<T> action, Duration limit, Supplier<Optional<String>> stuck)
            throws ExecutionException, TimeoutException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(action);
        Thread thread = new Thread(task, "student code");
        thread.setDaemon(true);
        thread.start();
        long start = System.nanoTime();
        try {
            while (true) {
                try {
                    return task.get(100, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    Optional<String> what = stuck.get();
                    if (what.isPresent() || System.nanoTime() - start > limit.toNanos()) {
                        throw new TimeoutException(
                                what.orElse("This did not end within " + limit.toSeconds() + " seconds")
                                        + ". Is there a loop that never ends?");
                    }
                }
            }
        } finally {
            task.cancel(true);
        }
    }
}
