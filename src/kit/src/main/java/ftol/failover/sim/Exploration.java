package ftol.failover.sim;

import java.util.Optional;

/**
 * What an exploration found.
 *
 * @param verdict what it means
 * @param scenario what could go wrong
 * @param seed of the random schedules
 * @param schedules how many runs there were
 * @param depth up to how many faults in a run all schedules were tried
 * @param random how many of the schedules were random
 * @param faults how many faults happened in all runs
 * @param steps how many messages, timers and so on arrived in all runs
 * @param simulated how many steps it took: what several runs begin with is simulated once
 * @param takeOversDue how often the primary was gone for so long that the other had to take over
 * @param takeOvers how often a node became primary after another was
 * @param failure the first run that broke a rule, made as small as possible
 */
public record Exploration(
        Verdict verdict,
        Scenario scenario,
        long seed,
        long schedules,
        int depth,
        long random,
        long faults,
        long steps,
        long simulated,
        long takeOversDue,
        long takeOvers,
        Optional<Run> failure) {

    /** What an exploration means. */
    public enum Verdict {
        /** No rule was broken, though there were faults and take-overs. */
        PASSED,
        /** A rule was broken. */
        FAILED,
        /** A rule was broken, but when the schedule was repeated, the replica behaved differently. */
        NOT_REPEATABLE,
        /** No rule was broken, but there was no fault or no take-over, so that says nothing. */
        INCONCLUSIVE
    }

    Exploration withFailure(Verdict newVerdict, Run run) {
        return new Exploration(
                newVerdict,
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
                Optional.of(run));
    }

    @Override
    public String toString() {
        return verdict + ": " + schedules + " schedules (all with up to " + depth + " faults, " + random
                + " random ones), " + faults + " faults, " + takeOvers + " take-overs, of which " + takeOversDue
                + " were due; seed " + seed
                + failure.map(run -> "\n"
                                + run.violation().map(v -> v.text() + "\n").orElse("") + "Repeat it: " + run.schedule())
                        .orElse("");
    }
}
