package ftol.failover.sim;

import ftol.failover.sim.Exploration.Verdict;
import java.util.Optional;

/** Counts what happened in the runs of an exploration. Used by one thread at a time. */
final class Tally {
    long schedules;
    long random;
    private long faults;
    private long steps;
    private long simulated;
    private long takeOversDue;
    private long takeOvers;

    /** @param shared how many of the run's steps were simulated for other runs, too, and are counted there */
    void count(Run run, int shared) {
        schedules++;
        faults += run.schedule().faults().size();
        steps += run.steps();
        simulated += run.steps() - shared;
        takeOversDue += run.takeOversDue();
        takeOvers += run.takeOvers();
    }

    /** These steps were simulated, but belong to no schedule that is to be counted. */
    void alsoSimulated(int more) {
        simulated += more;
    }

    void add(Tally other) {
        schedules += other.schedules;
        random += other.random;
        faults += other.faults;
        steps += other.steps;
        simulated += other.simulated;
        takeOversDue += other.takeOversDue;
        takeOvers += other.takeOvers;
    }

    /** How many steps a run has. */
    long usualSteps() {
        return steps / schedules;
    }

    Exploration result(Scenario scenario, long seed, int depth, Optional<Run> failed) {
        Verdict verdict;
        if (failed.isPresent()) {
            verdict = Verdict.FAILED;
        } else if (faults == 0 || takeOvers == 0 || (scenario.crashes() > 0 && takeOversDue == 0)) {
            verdict = Verdict.INCONCLUSIVE;
        } else {
            verdict = Verdict.PASSED;
        }
        return new Exploration(
                verdict,
                scenario,
                seed,
                schedules,
                depth,
                random,
                faults,
                steps,
                simulated,
                takeOversDue,
                takeOvers,
                failed);
    }
}
