package ftol.failover.sim;

import ftol.failover.Event;
import ftol.failover.Node;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Explores a replica, or repeats one run of it, from the command line: {@code CLASS SCENARIO [BUDGET [SEED]]} prints what
 * was found and how fast; {@code CLASS SCHEDULE} prints the run's event log. Exits with 0 only if
 * no rule was broken and there was something to break one.
 */
public final class ExploreCommand {
    private ExploreCommand() {}

    /** Runs the command. */
    public static void main(String[] args) throws ClassNotFoundException {
        if (args.length < 2) {
            System.err.println("Usage: CLASS SCENARIO [BUDGET [SEED]]  or  CLASS SCHEDULE");
            System.exit(2);
        }
        Class<? extends Node> replica = Class.forName(args[0]).asSubclass(Node.class);
        System.exit(args[1].contains(":") ? replay(replica, args[1]) : explore(replica, args));
    }

    private static int replay(Class<? extends Node> replica, String schedule) {
        Run run = Explorer.replay(maker(replica), Schedule.parse(schedule));
        System.out.print(Event.text(run.events()));
        System.out.println(run.violation().map(violation -> violation.text()).orElse("No rule was broken."));
        return run.violation().isPresent() ? 1 : 0;
    }

    private static int explore(Class<? extends Node> replica, String[] args) {
        Scenario scenario = Scenario.of(args[1]);
        long budget = args.length > 2 ? Long.parseLong(args[2]) : 1_000_000;
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
        int processors = Runtime.getRuntime().availableProcessors();
        long begin = System.nanoTime();
        Exploration result = Campaign.explore(maker(replica), scenario, seed, budget, processors);
        double seconds = (System.nanoTime() - begin) / 1e9;
        // Processor time: a figure that a busy machine changes less.
        double processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(ms -> ms / 1e3)
                .orElse(seconds);
        System.out.println(result);
        System.out.printf(
                Locale.ROOT,
                "%.1f s on %d processors, %.1f s of processor time: %,.0f schedules/s, %,.0f for each s of processor time%n"
                        + "a schedule has %.0f steps, of which %.0f were simulated for it alone; %,.0f simulated for each s%n",
                seconds,
                processors,
                processor,
                result.schedules() / seconds,
                result.schedules() / processor,
                (double) result.steps() / result.schedules(),
                (double) result.simulated() / result.schedules(),
                result.simulated() / processor);
        return result.verdict() == Exploration.Verdict.PASSED ? 0 : 1;
    }

    private static Supplier<Node> maker(Class<? extends Node> replica) {
        return () -> {
            try {
                return replica.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("Cannot make a " + replica.getName(), e);
            }
        };
    }
}
