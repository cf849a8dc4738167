package ftol.failover.sim;

import ftol.failover.Node;
import ftol.failover.check.Violation;
import ftol.failover.sim.Exploration.Verdict;
import ftol.failover.sim.Fault.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
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
    /** How many of the faults that could come after a random schedule are tried: one in so many. */
    private static final int ONE_IN = 4;
    /** By how many steps the later faults may move when one is left out. */
    private static final List<Integer> SHIFTS = List.of(0, -1, 1, -2, 2, -3, 3);

    /** Makes the replica anew; what it did before is not remembered. */
    private final Supplier<? extends Handlers> fresh;

    private final Supplier<? extends Forkable> replicas;
    private final Scenario scenario;
    private final long seed;

    private final Tally tally = new Tally();
    /** Those that have begun, all of which count. */
    private final SideBySide runs = new SideBySide();

    private long budget = Long.MAX_VALUE;
    private long begun;
    private Optional<Run> failed = Optional.empty();

    private Explorer(
            Supplier<? extends Handlers> fresh, Supplier<? extends Forkable> replicas, Scenario scenario, long seed) {
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
        return here(replicas, scenario, seed).explore(budget);
    }

    /** An explorer of a replica in this JVM. */
    static Explorer here(Supplier<? extends Node> replicas, Scenario scenario, long seed) {
        Supplier<Handlers> hosted = () -> new HostedNode(replicas.get());
        return new Explorer(hosted, () -> new Replayed(hosted), scenario, seed);
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
        return run(() -> new Replayed(replicas), schedule);
    }

    private static Run run(Supplier<? extends Forkable> replicas, Schedule schedule) {
        return new Simulation(replicas, schedule.scenario(), new Plan(schedule.faults())).run();
    }

    private Exploration explore(long budget) {
        this.budget = budget;
        Schedule nothing = new Schedule(scenario, List.of());
        round(nothing, 0);
        int depth = 0;
        int options = options(nothing).size();
        double round = options;
        while (failed.isEmpty() && round > 0 && round <= (budget - tally.schedules) / 2.0) {
            round(nothing, depth + 1);
            if (failed.isEmpty() && tally.schedules < budget) {
                depth++;
            }
            // Faults are in order of time, so each further fault has fewer places than the one before.
            round *= options / (depth + 1.0);
        }
        SplittableRandom seeds = new SplittableRandom(seed);
        long usualSteps = tally.usualSteps();
        while (options > 0 && goesOn()) {
            SplittableRandom dice = seeds.split();
            int expected = 1 + dice.nextInt(MAX_RANDOM_FAULTS);
            Simulation run = new Simulation(replicas, scenario, new Dice(dice, expected, usualSteps));
            add(run, run.begin(), 0, true);
        }
        return result(depth, finished());
    }

    private Exploration tell(List<Incident> story, long budget) {
        Schedule nothing = new Schedule(scenario, List.of());
        if (round(nothing, 0).isEmpty()) {
            Beginning nothingYet = beginnings(List.of(nothing), story.get(0)).get(0);
            tell(nothingYet, story, budget, new SplittableRandom(seed));
        }
        return result(0, finished());
    }

    /** How a story begins, what of its next incident could happen after that, and what happens if nothing does. */
    private record Beginning(Schedule told, List<Fault> options, Run run) {}

    /** What could happen after each of these schedules. */
    private List<Beginning> beginnings(List<Schedule> told, Incident next) {
        List<Beginning> beginnings = new ArrayList<>();
        SideBySide surveys = new SideBySide();
        for (Schedule schedule : told) {
            Survey survey = new Survey(schedule.faults(), next);
            Simulation run = new Simulation(replicas, scenario, survey);
            surveys.add(run, run.begin(), ended -> {
                tally.alsoSimulated(ended.steps());
                beginnings.add(new Beginning(schedule, survey.options, ended));
            });
        }
        surveys.finish();
        return beginnings;
    }

    private void tell(Beginning beginning, List<Incident> story, long budget, SplittableRandom dice) {
        Schedule told = beginning.told();
        List<Fault> options = beginning.options();
        if (options.isEmpty()) {
            // The story cannot go on; perhaps because the replica fails already.
            if (beginning.run().violation().isPresent()) {
                failed = finished().or(() -> failing(beginning.run()));
            }
            return;
        }
        for (int left = options.size(); left > budget; left--) {
            options.remove(dice.nextInt(left));
        }
        if (story.size() == 1) {
            aside(new Branches(
                    new Plan(told.faults()), told.faults().size(), story.get(0), new HashSet<>(options)::contains));
            return;
        }
        List<Incident> rest = story.subList(1, story.size());
        long share = Math.max(1, budget / options.size());
        for (int from = 0; from < options.size() && failed.isEmpty(); from += SideBySide.WIDTH) {
            List<Fault> some = options.subList(from, Math.min(options.size(), from + SideBySide.WIDTH));
            for (Beginning longer : beginnings(some.stream().map(told::with).toList(), rest.get(0))) {
                if (failed.isEmpty()) {
                    tell(longer, rest, share, dice);
                }
            }
        }
    }

    /**
     * Adds a run that has begun and counts.
     *
     * @param shared how many of its steps were simulated for other runs, too
     */
    private void add(Simulation run, boolean waits, int shared, boolean random) {
        if (failed.isPresent()) {
            return;
        }
        begun++;
        runs.add(run, waits, ended -> {
            tally.count(ended, shared);
            tally.random += random ? 1 : 0;
            failed = failing(ended);
            if (failed.isPresent()) {
                runs.clear();
            }
        });
    }

    private boolean goesOn() {
        return failed.isEmpty() && begun < budget;
    }

    /** The first run that failed, if one has, when all that have begun have come to their ends. */
    private Optional<Run> finished() {
        runs.finish();
        return failed;
    }

    private Exploration result(int depth, Optional<Run> failure) {
        return explained(tally.result(scenario, seed, depth, failure));
    }

    Tally tally() {
        return tally;
    }

    /** The same, with a failure that was repeated and made smaller. */
    Exploration explained(Exploration result) {
        return result.failure().map(run -> explain(result, run)).orElse(result);
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
    Optional<Run> round(Schedule schedule, int more) {
        if (more == 0) {
            Simulation run = new Simulation(replicas, scenario, new Plan(schedule.faults()));
            add(run, run.begin(), 0, false);
        } else if (more == 1) {
            aside(new Branches(new Plan(schedule.faults()), schedule.faults().size(), null, fault -> true));
        } else {
            for (Fault fault : options(schedule)) {
                if (goesOn()) {
                    round(schedule.with(fault), more - 1);
                }
            }
        }
        return finished();
    }

    /** A run that does not count, since it is another's, too. */
    private Run aside(Simulation.Chooser chooser) {
        Run run = new Simulation(replicas, scenario, chooser).run();
        tally.alsoSimulated(run.steps());
        return run;
    }

    /** A random schedule, and some of those in which one more thing goes wrong after it. */
    Optional<Run> random(SplittableRandom dice, long usualSteps) {
        long before = tally.schedules;
        int faults = dice.nextInt(MAX_RANDOM_FAULTS);
        // So that these happen in the first half of the run, and the last one in the second.
        Dice early = new Dice(dice, 2.0 * (faults + 1), usualSteps);
        Branches branches = new Branches(early, faults, null, fault -> dice.nextInt(ONE_IN) == 0);
        Simulation run = new Simulation(replicas, scenario, branches);
        add(run, run.begin(), 0, false);
        tally.random += tally.schedules - before;
        return finished();
    }

    /** What could go wrong after the faults of this schedule. */
    List<Fault> options(Schedule schedule) {
        Survey survey = new Survey(schedule.faults(), null);
        aside(survey);
        return survey.options;
    }

    private Run replay(Schedule schedule) {
        return run(replicas, schedule);
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
    private static final class Plan implements Simulation.Chooser {
        private final List<Fault> faults;

        Plan(List<Fault> faults) {
            this.faults = faults;
        }

        @Override
        public Fault choose(Simulation run, Agenda.Item arrives, Lane lane) {
            for (int i = 0; i < faults.size(); i++) {
                Fault fault = faults.get(i);
                if (fault.step() == lane.steps
                        && fault.lane() == lane.id
                        && possible(fault, run.options(arrives, lane))) {
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

    /** Lets some faults happen, and collects what fits and could happen after the last of them. */
    private static class Survey implements Simulation.Chooser {
        final List<Fault> options = new ArrayList<>();
        private final Simulation.Chooser first;
        private final Incident incident;
        private int left;
        /** When the last of them happened. */
        private long last;

        /** What could happen at this step. */
        private List<Fault> here = List.of();

        Survey(List<Fault> faults, Incident incident) {
            this(new Plan(faults), faults.size(), incident);
        }

        /**
         * @param faults how many of those that it chooses are to happen first
         * @param incident what fits; null for everything
         */
        Survey(Simulation.Chooser first, int faults, Incident incident) {
            this.first = first;
            this.left = faults;
            this.incident = incident;
        }

        @Override
        public Fault choose(Simulation run, Agenda.Item arrives, Lane lane) {
            here = List.of();
            if (left > 0) {
                Fault fault = first.choose(run, arrives, lane);
                if (fault != null) {
                    left--;
                    last = run.now;
                }
                return fault;
            }
            if (incident == null || incident.lane() == lane.id) {
                here = incident == null ? run.options(arrives, lane) : incident.among(run.options(arrives, lane));
                here.removeIf(option -> !fits(run, arrives, option));
                if (!here.isEmpty()) {
                    begin(run, arrives);
                }
            }
            return null;
        }

        boolean fits(Simulation run, Agenda.Item arrives, Fault option) {
            return incident == null || incident.fits(arrives.what(), option, (run.now - last) / Simulation.MS);
        }

        /** A step begins at which something that fits could happen. */
        void begin(Simulation run, Agenda.Item arrives) {}

        @Override
        public void handled(int effects) {
            for (Fault fault : here) {
                // A crash after the last effect is the same as one at the next step.
                if (!crash(fault) || fault.effects() < Math.max(1, effects)) {
                    found(fault);
                }
            }
        }

        void found(Fault fault) {
            options.add(fault);
        }

        private static boolean crash(Fault fault) {
            return fault.action() == Action.CRASH || fault.action() == Action.LOSE;
        }
    }

    /**
     * Lets some faults happen, and forks a run at each step for each of the faults that could happen there after the last
     * of them: what those runs begin with happens once.
     */
    private final class Branches extends Survey {
        private final Predicate<Fault> chosen;
        private Simulation before;
        private Agenda.Item arrives;

        /** @param chosen which of the faults that fit to try */
        Branches(Simulation.Chooser first, int faults, Incident incident, Predicate<Fault> chosen) {
            super(first, faults, incident);
            this.chosen = chosen;
        }

        @Override
        boolean fits(Simulation run, Agenda.Item item, Fault option) {
            return super.fits(run, item, option) && chosen.test(option);
        }

        @Override
        void begin(Simulation run, Agenda.Item item) {
            before = run.fork();
            arrives = item;
        }

        @Override
        void found(Fault fault) {
            if (goesOn()) {
                Simulation run = before.fork();
                add(run, run.beginWith(fault, arrives), before.steps, false);
            }
        }
    }

    /** Rolls dice at each step. */
    private static final class Dice implements Simulation.Chooser {
        private final SplittableRandom random;
        private final double probability;

        /** @param expected about how many faults in a run */
        Dice(SplittableRandom random, double expected, long usualSteps) {
            this.random = random;
            this.probability = expected / Math.max(10, usualSteps);
        }

        @Override
        public Fault choose(Simulation run, Agenda.Item arrives, Lane lane) {
            if (random.nextDouble() >= probability) {
                return null;
            }
            List<Fault> options = run.options(arrives, lane);
            return options.isEmpty() ? null : options.get(random.nextInt(options.size()));
        }
    }
}
