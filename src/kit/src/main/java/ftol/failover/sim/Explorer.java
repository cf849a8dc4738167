package ftol.failover.sim;

import ftol.failover.Node;
import ftol.failover.check.Violation;
import ftol.failover.sim.Exploration.Verdict;
import ftol.failover.sim.Fault.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for a schedule under which a replica breaks its rules. First all schedules without a fault, with one fault, with
 * two and so on, so that what is found first is as simple as can be; when the next round would take more than half of what
 * is left of the budget, random schedules with many faults. The same seed tries the same schedules.
 */
public final class Explorer {
    private static final int MAX_RANDOM_FAULTS = 8;
    /** By how many steps the later faults may move when one is left out. */
    private static final List<Integer> SHIFTS = List.of(0, -1, 1, -2, 2, -3, 3);

    /** Makes the replica anew; what it did before is not remembered. */
    private final Supplier<? extends Handlers> fresh;

    private final Supplier<? extends Handlers> replicas;
    private final Scenario scenario;
    private final long seed;

    private long schedules;
    private long random;
    private long faults;
    private long steps;
    private long takeOversDue;
    private long takeOvers;
    private long budget;

    private Explorer(
            Supplier<? extends Handlers> fresh, Supplier<? extends Handlers> replicas, Scenario scenario, long seed) {
        this.fresh = fresh;
        this.replicas = replicas;
        this.scenario = scenario;
        this.seed = seed;
    }

    /**
     * Explores a replica in this JVM.
     *
     * @param replicas makes a new one: {@code Replica::new}
     * @param budget how many schedules to try
     */
    public static Exploration explore(Supplier<? extends Node> replicas, Scenario scenario, long seed, long budget) {
        Supplier<Handlers> hosted = () -> new HostedNode(replicas.get());
        return new Explorer(hosted, hosted, scenario, seed).explore(budget);
    }

    /**
     * The same with replicas that live elsewhere, where a call takes long: what they did is remembered.
     *
     * @throws NotRepeatable if a replica does something else when its calls are repeated
     */
    public static Exploration exploreHandlers(
            Supplier<? extends Handlers> replicas, Scenario scenario, long seed, long budget) {
        return remembering(replicas, scenario, seed).explore(budget);
    }

    /**
     * Explores runs in which certain faults happen one after the other. If the budget does not suffice for all such runs,
     * some are chosen, as different as can be.
     *
     * @param story at least one
     * @throws NotRepeatable if a replica does something else when its calls are repeated
     */
    public static Exploration exploreStory(
            Supplier<? extends Handlers> replicas, Scenario scenario, List<Incident> story, long seed, long budget) {
        return remembering(replicas, scenario, seed).tell(story, budget);
    }

    private static Explorer remembering(Supplier<? extends Handlers> replicas, Scenario scenario, long seed) {
        return new Explorer(replicas, new KnownHistories(replicas), scenario, seed);
    }

    /** Repeats one run of a replica in this JVM. */
    public static Run replay(Supplier<? extends Node> replicas, Schedule schedule) {
        return replayHandlers(() -> new HostedNode(replicas.get()), schedule);
    }

    /** The same with replicas that live elsewhere. */
    public static Run replayHandlers(Supplier<? extends Handlers> replicas, Schedule schedule) {
        return new Simulation(replicas, schedule.scenario(), new Plan(schedule.faults())).run();
    }

    private Exploration explore(long budget) {
        this.budget = budget;
        Schedule nothing = new Schedule(scenario, List.of());
        int depth = 0;
        Optional<Run> failed = failing(run(nothing));
        int options = options(nothing).size();
        double round = options;
        while (failed.isEmpty() && round > 0 && round <= (budget - schedules) / 2.0) {
            failed = round(nothing, depth + 1);
            if (failed.isEmpty() && schedules < budget) {
                depth++;
            }
            // Faults are in order of time, so each further fault has fewer places than the one before.
            round *= options / (depth + 1.0);
        }
        SplittableRandom seeds = new SplittableRandom(seed);
        while (failed.isEmpty() && options > 0 && schedules < budget) {
            random++;
            failed = failing(run(new Dice(seeds.split(), steps / schedules)));
        }
        return result(depth, failed);
    }

    private Exploration tell(List<Incident> story, long budget) {
        Schedule nothing = new Schedule(scenario, List.of());
        Optional<Run> failed = failing(run(nothing));
        return result(0, failed.isPresent() ? failed : tell(nothing, story, budget, new SplittableRandom(seed)));
    }

    private Optional<Run> tell(Schedule told, List<Incident> story, long budget, SplittableRandom dice) {
        Survey survey = new Survey(told.faults(), story.get(0));
        Run run = new Simulation(replicas, scenario, survey).run();
        List<Fault> options = survey.options;
        if (options.isEmpty()) {
            // The story cannot go on; perhaps because the replica fails already.
            return failing(run);
        }
        for (int left = options.size(); left > budget; left--) {
            options.remove(dice.nextInt(left));
        }
        for (Fault fault : options) {
            Schedule next = told.with(fault);
            Optional<Run> failed = story.size() == 1
                    ? failing(run(next))
                    : tell(next, story.subList(1, story.size()), Math.max(1, budget / options.size()), dice);
            if (failed.isPresent()) {
                return failed;
            }
        }
        return Optional.empty();
    }

    private Exploration result(int depth, Optional<Run> failed) {
        Verdict verdict;
        if (failed.isPresent()) {
            verdict = Verdict.FAILED;
        } else if (faults == 0 || takeOvers == 0 || (scenario.crashes() > 0 && takeOversDue == 0)) {
            verdict = Verdict.INCONCLUSIVE;
        } else {
            verdict = Verdict.PASSED;
        }
        Exploration result = new Exploration(
                verdict, scenario, seed, schedules, depth, random, faults, steps, takeOversDue, takeOvers, failed);
        return failed.map(run -> explain(result, run)).orElse(result);
    }

    /** Replays the failure twice, makes it smaller, and puts it into the result. */
    private Exploration explain(Exploration result, Run found) {
        for (int i = 0; i < 2; i++) {
            Run again = replayHandlers(fresh, found.schedule());
            if (!again.events().equals(found.events())
                    || !again.violation()
                            .map(Violation::text)
                            .equals(found.violation().map(Violation::text))) {
                return result.withFailure(Verdict.NOT_REPEATABLE, again);
            }
        }
        return result.withFailure(Verdict.FAILED, minimise(found));
    }

    /** All schedules with so many more faults than this one, until one fails or the budget is used up. */
    private Optional<Run> round(Schedule schedule, int more) {
        for (Fault fault : options(schedule)) {
            if (schedules >= budget) {
                return Optional.empty();
            }
            Schedule next = schedule.with(fault);
            Optional<Run> failed = more == 1 ? failing(run(next)) : round(next, more - 1);
            if (failed.isPresent()) {
                return failed;
            }
        }
        return Optional.empty();
    }

    private List<Fault> options(Schedule schedule) {
        Survey survey = new Survey(schedule.faults(), null);
        new Simulation(replicas, scenario, survey).run();
        return survey.options;
    }

    private Run run(Schedule schedule) {
        return run(new Plan(schedule.faults()));
    }

    private Run run(Simulation.Chooser chooser) {
        Run run = new Simulation(replicas, scenario, chooser).run();
        schedules++;
        faults += run.schedule().faults().size();
        steps += run.steps();
        takeOversDue += run.takeOversDue();
        takeOvers += run.takeOvers();
        return run;
    }

    private Run replay(Schedule schedule) {
        return replayHandlers(replicas, schedule);
    }

    private static Optional<Run> failing(Run run) {
        return run.violation().isPresent() ? Optional.of(run) : Optional.empty();
    }

    /** The simplest run that can be reached by steps of simplification each of which still fails. */
    private Run minimise(Run found) {
        Run best = found;
        Optional<Run> simpler = Optional.of(found);
        while (simpler.isPresent()) {
            best = simpler.get();
            simpler = simpler(best.schedule()).flatMap(this::stillFailing).findFirst();
        }
        return best;
    }

    /** The run of this schedule, if it fails and all of the faults took place. */
    private Stream<Run> stillFailing(Schedule schedule) {
        return Stream.of(replay(schedule))
                .filter(run -> run.violation().isPresent()
                        && run.schedule().faults().size() == schedule.faults().size());
    }

    /** Fewer faults, then faults that leave less undone, come earlier, or are shorter. */
    private static Stream<Schedule> simpler(Schedule schedule) {
        int size = schedule.faults().size();
        Stream<Schedule> fewer = IntStream.range(0, size)
                .mapToObj(i -> size - 1 - i)
                .flatMap(i -> SHIFTS.stream().map(shift -> schedule.without(i, shift)));
        Stream<Schedule> smaller = IntStream.range(0, size)
                .boxed()
                .flatMap(i -> simpler(schedule.faults().get(i)).map(fault -> schedule.set(i, fault)));
        return Stream.concat(fewer, smaller);
    }

    private static Stream<Fault> simpler(Fault fault) {
        return Stream.of(
                        IntStream.range(0, fault.effects())
                                .mapToObj(effects ->
                                        new Fault(fault.lane(), fault.step(), fault.action(), fault.ms(), effects)),
                        IntStream.range(1, fault.step())
                                .mapToObj(step ->
                                        new Fault(fault.lane(), step, fault.action(), fault.ms(), fault.effects())),
                        IntStream.range(1, (fault.ms() + 9) / 10)
                                .mapToObj(tens -> new Fault(
                                        fault.lane(), fault.step(), fault.action(), 10 * tens, fault.effects())))
                .flatMap(simpler -> simpler);
    }

    /** Lets the given faults happen, each at its step if it can happen there. */
    private static class Plan implements Simulation.Chooser {
        private final List<Fault> faults;

        Plan(List<Fault> faults) {
            this.faults = faults;
        }

        @Override
        public Fault choose(Agenda.Item arrives, int lane, int step, Supplier<List<Fault>> here) {
            for (int i = 0; i < faults.size(); i++) {
                Fault fault = faults.get(i);
                if (fault.step() == step && fault.lane() == lane && possible(fault, here.get())) {
                    return fault;
                }
            }
            return null;
        }

        private static boolean possible(Fault fault, List<Fault> here) {
            return here.stream()
                    .anyMatch(option -> option.action() == fault.action()
                            && option.ms() >= fault.ms()
                            && option.effects() >= fault.effects());
        }
    }

    /** Lets the given faults happen, and collects what fits and could happen after the last of them. */
    private static final class Survey extends Plan {
        private final List<Fault> options = new ArrayList<>();
        private final Incident incident;
        private int left;
        private int stepBegin;

        /** @param incident what fits; null for everything */
        Survey(List<Fault> faults, Incident incident) {
            super(faults);
            this.incident = incident;
            left = faults.size();
        }

        @Override
        public Fault choose(Agenda.Item arrives, int lane, int step, Supplier<List<Fault>> here) {
            Fault fault = super.choose(arrives, lane, step, here);
            stepBegin = options.size();
            if (fault != null) {
                left--;
            } else if (left == 0 && incident == null) {
                options.addAll(here.get());
            } else if (left == 0 && incident.lane() == lane) {
                here.get().stream()
                        .filter(option -> incident.fits(arrives.what(), option))
                        .forEach(options::add);
            }
            return fault;
        }

        @Override
        public void handled(int effects) {
            // A crash after the last effect is the same as one at the next step.
            options.subList(stepBegin, options.size())
                    .removeIf(fault -> crash(fault) && fault.effects() >= Math.max(1, effects));
        }

        private static boolean crash(Fault fault) {
            return fault.action() == Action.CRASH || fault.action() == Action.LOSE;
        }
    }

    /** Rolls dice at each step. */
    private static final class Dice implements Simulation.Chooser {
        private final SplittableRandom random;
        private final double probability;

        Dice(SplittableRandom random, long usualSteps) {
            this.random = random;
            this.probability = (1.0 + random.nextInt(MAX_RANDOM_FAULTS)) / Math.max(10, usualSteps);
        }

        @Override
        public Fault choose(Agenda.Item arrives, int lane, int step, Supplier<List<Fault>> here) {
            if (random.nextDouble() >= probability) {
                return null;
            }
            List<Fault> options = here.get();
            return options.isEmpty() ? null : options.get(random.nextInt(options.size()));
        }
    }
}
