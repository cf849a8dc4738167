package ftol.failover.sim;

import ftol.failover.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A long exploration of a replica in this JVM, on several processors: like {@link Explorer}, first all schedules with few
 * faults. Then random ones, of each of which some more are tried in which one more thing goes wrong later, since runs that
 * begin in the same way cost less. The same seed tries the same schedules, but for the last few.
 */
public final class Campaign {
    private final Scenario scenario;
    private final long seed;
    private final long budget;
    private final List<Explorer> explorers = new ArrayList<>();
    private final AtomicLong schedules = new AtomicLong();
    private final AtomicReference<Run> failed = new AtomicReference<>();

    private Campaign(Supplier<? extends Node> replicas, Scenario scenario, long seed, long budget, int processors) {
        this.scenario = scenario;
        this.seed = seed;
        this.budget = budget;
        for (int i = 0; i < processors; i++) {
            explorers.add(Explorer.here(replicas, scenario, seed));
        }
    }

    /**
     * Explores.
     *
     * @param replicas makes a new one: {@code Replica::new}; used by several threads
     * @param budget about how many schedules to try
     * @param processors how many threads to use, at least 1
     */
    public static Exploration explore(
            Supplier<? extends Node> replicas, Scenario scenario, long seed, long budget, int processors) {
        return new Campaign(replicas, scenario, seed, budget, processors).explore();
    }

    private Exploration explore() {
        Explorer first = explorers.get(0);
        Schedule nothing = new Schedule(scenario, List.of());
        List<Fault> options = first.options(nothing);
        perform(1, (explorer, task) -> explorer.round(nothing, 0));
        long usualSteps = total().usualSteps();

        int depth = 0;
        for (double round = options.size();
                round > 0 && goesOn() && round <= (budget - schedules.get()) / 2.0;
                depth++) {
            int more = depth;
            perform(options.size(), (explorer, task) -> explorer.round(nothing.with(options.get(task)), more));
            // Faults are in order of time, so each further fault has fewer places than the one before.
            round *= options.size() / (depth + 2.0);
        }
        if (!options.isEmpty()) {
            SplittableRandom seeds = new SplittableRandom(seed);
            perform(Integer.MAX_VALUE, (explorer, task) -> {
                SplittableRandom dice;
                synchronized (seeds) {
                    dice = seeds.split();
                }
                return explorer.random(dice, usualSteps);
            });
        }
        return first.explained(total().result(scenario, seed, depth, Optional.ofNullable(failed.get())));
    }

    /** To be called while nobody explores. */
    private Tally total() {
        Tally total = new Tally();
        explorers.forEach(explorer -> total.add(explorer.tally()));
        return total;
    }

    private boolean goesOn() {
        return failed.get() == null && schedules.get() < budget;
    }

    /** Lets all processors take tasks, numbered from 0, until none is left, the budget is used up, or a run has failed. */
    private void perform(int tasks, BiFunction<Explorer, Integer, Optional<Run>> task) {
        AtomicLong next = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(explorers.size());
        try {
            List<Callable<Void>> workers = new ArrayList<>();
            for (Explorer explorer : explorers) {
                workers.add(() -> {
                    for (long i = next.getAndIncrement(); i < tasks && goesOn(); i = next.getAndIncrement()) {
                        long before = explorer.tally().schedules;
                        task.apply(explorer, (int) i).ifPresent(run -> failed.compareAndSet(null, run));
                        schedules.addAndGet(explorer.tally().schedules - before);
                    }
                    return null;
                });
            }
            for (Future<Void> worker : pool.invokeAll(workers)) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An exploration failed", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
