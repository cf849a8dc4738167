package ftol.grader.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunQueueTest {
    /** They spin until some have waited: that it is seen at all is what ends the test. */
    @Test
    @Timeout(120)
    void moreThreadsThanProcessorsWait() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/schedstat")), "Linux tells how long a thread waited");
        long pid = ProcessHandle.current().pid();
        Duration before = RunQueue.waited(pid);
        Thread[] threads = new Thread[2 * Runtime.getRuntime().availableProcessors() + 1];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            threads[i].start();
        }
        try {
            while (RunQueue.waited(pid).minus(before).compareTo(Duration.ofMillis(50)) < 0) {
                Thread.sleep(10);
            }
        } finally {
            for (Thread thread : threads) {
                thread.interrupt();
            }
        }
    }

    @Test
    void aProcessThatIsNotThereHasNotWaited() {
        assertEquals(Duration.ZERO, RunQueue.waited(Long.MAX_VALUE));
    }

    @Test
    void timeWithoutAProcessorDoesNotCount() {
        Duration second = Duration.ofSeconds(1);
        assertEquals(Duration.ofMillis(300), Watchdog.counting(second, Duration.ofMillis(700)));
        assertEquals(Duration.ZERO, Watchdog.counting(second, Duration.ofSeconds(3)));
        assertEquals(second, Watchdog.counting(second, Duration.ofSeconds(-3)));
    }
}
