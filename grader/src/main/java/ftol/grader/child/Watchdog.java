package ftol.grader.child;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Kills a child that has used up a budget. One timer thread serves all children. */
final class Watchdog implements AutoCloseable {
    private static final long PERIOD_MILLIS = 250;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watchdog");
        thread.setDaemon(true);
        return thread;
    });

    private final Supplier<Child> child;
    private final Budget budget;
    private ScheduledFuture<?> task;
    private volatile boolean barked;
    private Child watched;
    private Duration processorAtFirstLook;
    private long lookedAtNanos = System.nanoTime();
    private Duration queuedAtLook = Duration.ZERO;
    private Duration counted = Duration.ZERO;
    private boolean closed;

    private Watchdog(Supplier<Child> child, Budget budget) {
        this.child = child;
        this.budget = budget;
    }

    /** Watches, from now until it is closed, whichever child is there; null if there is none yet. */
    static Watchdog over(Supplier<Child> child, Budget budget) {
        Watchdog watchdog = new Watchdog(child, budget);
        watchdog.task =
                TIMER.scheduleWithFixedDelay(watchdog::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return watchdog;
    }

    /** Never while or after it is closed: a child that answered in time must live on. */
    private synchronized void look() {
        Child now = child.get();
        if (now == null || closed) {
            return;
        }
        Child.Usage usage = now.usage();
        Duration processor = usage.processor();
        Duration queued =
                usage.queued().plus(RunQueue.waited(ProcessHandle.current().pid()));
        long nanoTime = System.nanoTime();
        if (now != watched) {
            // What is used before the first look, a quarter of a second, does not matter.
            watched = now;
            processorAtFirstLook = processor;
        } else {
            counted = counted.plus(counting(Duration.ofNanos(nanoTime - lookedAtNanos), queued.minus(queuedAtLook)));
        }
        lookedAtNanos = nanoTime;
        queuedAtLook = queued;
        boolean usedUp = processor != null
                && processorAtFirstLook != null
                && processor.minus(processorAtFirstLook).compareTo(budget.processor()) > 0;
        if (usedUp || counted.compareTo(budget.wall()) > 0) {
            barked = true;
            now.kill();
        }
    }

    /** What passed without waiting for a processor, ours or the child's. Threads that end take what they waited along. */
    static Duration counting(Duration passed, Duration queued) {
        Duration rest = queued.isNegative() ? passed : passed.minus(queued);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** True if it has killed a child. */
    boolean barked() {
        return barked;
    }

    /** The time that has counted, in looks; what a quick test takes is not seen. */
    synchronized Duration counted() {
        return counted;
    }

    Budget budget() {
        return budget;
    }

    @Override
    public synchronized void close() {
        closed = true;
        task.cancel(false);
    }
}
