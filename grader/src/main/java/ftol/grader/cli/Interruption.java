package ftol.grader.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when this process is asked to end, with Ctrl-C for instance, while something is done: that is told to stop,
 * and the process ends when this is closed. Its exit code is the JVM's for the signal, 130 for Ctrl-C.
 */
final class Interruption implements AutoCloseable {
    private static final long MOST_SECONDS = 60;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean happened;

    /** @param stop makes what is being done end soon; called by another thread */
    Interruption(Runnable stop) {
        hook = new Thread(
                () -> {
                    happened = true;
                    stop.run();
                    try {
                        closed.await(MOST_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        // Then it ends now.
                    }
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** True if the process was asked to end. */
    boolean happened() {
        return happened;
    }

    @Override
    public void close() {
        closed.countDown();
        if (!happened) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // It is being run in this moment.
            }
        }
    }
}
