import ftol.failover.net.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Nothing fails: how much processor time a cluster takes, and how often somebody is suspected all the same. */
final class Steady {
    private Steady() {}

    interface Mistakes {
        long count() throws Exception;
    }

    private record Watched(String system, List<Long> pids, Mistakes mistakes, Duration before) {}

    /** All clusters at the same time. */
    static void print(Ours ours, JGroups theirs, int seconds, int busy) throws Exception {
        List<Thread> loops = new ArrayList<>();
        try (Cluster epochs = ours.start(true);
                Cluster simple = ours.start(false);
                JGroups.Pair pair = theirs.new Pair()) {
            for (int i = 0; i < busy; i++) {
                Thread loop = new Thread(Steady::spin, "busy");
                loop.setDaemon(true);
                loop.start();
                loops.add(loop);
            }
            List<Watched> all = List.of(
                    watch("ours, 1d", List.of(epochs.pid(0), epochs.pid(1)), () -> Ours.takeOvers(epochs)),
                    watch("ours, 1c", List.of(simple.pid(0), simple.pid(1)), () -> Ours.takeOvers(simple)),
                    watch("JGroups", pair.pids(), pair::moreViews));
            long begin = System.nanoTime();
            Failover.progress("steady, " + busy + " busy loops", 0, 1);
            Thread.sleep(1_000L * seconds);
            double took = (System.nanoTime() - begin) / 1e9;
            for (Watched one : all) {
                double used = processorTime(one.pids()).minus(one.before()).toMillis() / 1e3;
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.0f | %.2f | %d |%n",
                        one.system(),
                        busy,
                        took,
                        100 * used / took,
                        one.mistakes().count());
            }
        } finally {
            loops.forEach(Thread::interrupt);
        }
    }

    private static Watched watch(String system, List<Long> pids, Mistakes mistakes) {
        return new Watched(system, pids, mistakes, processorTime(pids));
    }

    private static Duration processorTime(List<Long> pids) {
        Duration sum = Duration.ZERO;
        for (long pid : pids) {
            sum = sum.plus(ProcessHandle.of(pid)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO));
        }
        return sum;
    }

    private static void spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
