package ftol.tests;

import ftol.check.Counterexample;
import ftol.check.Part;
import ftol.check.Seeds;
import ftol.check.Submitted;
import ftol.failover.Event;
import ftol.failover.Role;
import ftol.failover.check.Violation;
import ftol.failover.sim.Exploration;
import ftol.failover.sim.Explorer;
import ftol.failover.sim.Fault;
import ftol.failover.sim.Handlers;
import ftol.failover.sim.Incident;
import ftol.failover.sim.NotRepeatable;
import ftol.failover.sim.Run;
import ftol.failover.sim.Scenario;
import ftol.failover.sim.Schedule;
import ftol.picture.Swimlane;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lets faults happen to two replicas of the student's class, in many runs, and fails with the simplest run in which a rule
 * is broken.
 */
public final class FaultRuns {
    /** The runs of part 1c. */
    public static final FaultRuns CRASHES = new FaultRuns(Part.REPLICA, Scenario.CRASHES);

    /** The runs of part 1d. */
    public static final FaultRuns EVERYTHING = new FaultRuns(Part.SPLIT_BRAIN, Scenario.EVERYTHING);

    /** The runs of part 1d in which nothing is a reason to take over. */
    public static final FaultRuns DELAYS = new FaultRuns(Part.SPLIT_BRAIN, Scenario.DELAYS);

    private static final long SEED = 1;
    private static final long MS = 1_000_000;
    /** Of a node: timers and messages at its start, before clients ask anything. */
    private static final int FIRST_STEPS = 6;

    private final Part part;
    private final Scenario scenario;

    private FaultRuns(Part part, Scenario scenario) {
        this.part = part;
        this.scenario = scenario;
    }

    /**
     * One run in which nothing goes wrong: each node reports the role it is to begin with, the secondary sends clients to the
     * primary, and no rule is broken.
     */
    public void noFault() {
        Schedule nothing = new Schedule(scenario, List.of());
        Run run = Explorer.replayHandlers(FaultRuns::replica, nothing);
        run.explained().ifPresent(violation -> {
            throw broken(violation, run);
        });
        beginsAs(Role.PRIMARY, 0, run);
        beginsAs(Role.SECONDARY, 1, run);
        redirectsAll(run);
        if (!Explorer.replayHandlers(FaultRuns::replica, nothing).events().equals(run.events())) {
            throw new AssertionError(NotRepeatable.WHY);
        }
    }

    /**
     * Part 1d: before any client has asked anything, nothing gets through between the nodes any more. Until it does again,
     * neither answers. A replica that does not send anything so early is not looked at.
     */
    public void nobodyAnswersAlone() {
        for (int step = 1; step <= FIRST_STEPS; step++) {
            Schedule cut = new Schedule(scenario, List.of(new Fault(1, step, Fault.Action.CUT, 600, 0)));
            Run run = Explorer.replayHandlers(FaultRuns::replica, cut);
            if (run.schedule().faults().equals(cut.faults())) {
                nobodyAnswersWhileCut(run);
                return;
            }
        }
    }

    private void nobodyAnswersWhileCut(Run run) {
        List<Event> events = run.events();
        boolean cut = false;
        for (int i = 0; i < events.size() && events.get(i).kind() != Event.Kind.HEAL; i++) {
            Event event = events.get(i);
            cut |= event.kind() == Event.Kind.CUT;
            if (!cut && event.kind() == Event.Kind.INVOKE) {
                return;
            }
            if (event.node() < Event.CLIENT && event.text().equals(Event.REPLY)) {
                String text = "Node " + event.node() + " answered a client at " + event.time() / MS
                        + " ms, though it had heard nothing of node " + (1 - event.node())
                        + ": nobody has confirmed what the answer rests on.";
                throw broken(new Violation(text, i), run);
            }
        }
    }

    /** What a client asked node 1 for, long enough before the end, node 1 has sent to the primary. */
    private static void redirectsAll(Run run) {
        List<Event> events = run.events();
        long end = events.get(events.size() - 1).time();
        Set<Long> redirected = events.stream()
                .filter(event -> event.node() == 1 && event.text().equals(Event.REDIRECT))
                .map(Event::number)
                .collect(Collectors.toSet());
        for (Event event : events) {
            if (event.node() == 1
                    && event.kind() == Event.Kind.RECEIVE
                    && event.peer() >= Event.CLIENT
                    && end - event.time() > 2L * Scenario.TIMEOUT * MS
                    && !redirected.contains(event.number())) {
                throw new Counterexample(
                        "Node 1 was asked by client 2 at " + event.time() / MS
                                + " ms, but did not send it to the primary with env.redirect.",
                        Swimlane.of(run));
            }
        }
    }

    private static void beginsAs(Role role, int node, Run run) {
        String reported = run.events().stream()
                .filter(event -> event.kind() == Event.Kind.ROLE && event.node() == node)
                .map(Event::text)
                .findFirst()
                .orElse("no role");
        if (!reported.equals(role.name())) {
            throw new AssertionError("Node " + node + " begins as the "
                    + role.name().toLowerCase(Locale.ROOT) + ", but with env.role it reported " + reported + ".");
        }
    }

    /**
     * Things that go wrong one after the other, at any steps.
     *
     * @param budget about how many runs; if there are more, some of them are chosen
     * @param needed whether there must be such a run; not all that is right sends what would go wrong in it
     */
    public record Story(long budget, List<Incident> incidents, boolean needed) {
        /** The same, and it is no mistake if it cannot happen. */
        public Story ifPossible() {
            return new Story(budget, incidents, false);
        }
    }

    /** Things that go wrong one after the other, in about so many runs. */
    public static Story story(long budget, Incident... incidents) {
        return new Story(budget, List.of(incidents), true);
    }

    /** Runs of these stories. */
    public void stories(Story... stories) {
        long takeOvers = 0;
        for (Story story : stories) {
            Exploration found = judged(() -> Explorer.exploreStory(
                    FaultRuns::replica, scenario, story.incidents(), Seeds.inThisRun(SEED), story.budget()));
            takeOvers += found.takeOvers();
            if (found.faults() == 0 && story.needed()) {
                throw new AssertionError("Not tested yet, since there was no run in which "
                        + story.incidents().stream().map(FaultRuns::words).collect(Collectors.joining(", and then "))
                        + ". Does your replica send what is named there already?");
            }
        }
        requireTakeOvers(takeOvers);
    }

    /** Runs in which anything goes wrong, chosen by chance. */
    public void anything(long seed, long budget) {
        long inThisRun = Seeds.inThisRun(seed);
        requireTakeOvers(judged(() -> Explorer.exploreHandlers(FaultRuns::replica, scenario, inThisRun, budget))
                .takeOvers());
    }

    private void requireTakeOvers(long takeOvers) {
        if (takeOvers == 0 && scenario.crashes() > 0) {
            throw new AssertionError("Nothing was proven, since in none of the runs the secondary took over.");
        }
    }

    /** What was found, if no rule was broken. */
    private Exploration judged(Supplier<Exploration> exploring) {
        Exploration found;
        try {
            found = exploring.get();
        } catch (NotRepeatable e) {
            throw new AssertionError(e.getMessage(), e);
        }
        if (found.verdict() == Exploration.Verdict.NOT_REPEATABLE) {
            throw new AssertionError(NotRepeatable.WHY);
        }
        found.failure().ifPresent(run -> {
            throw broken(run.explained().orElseThrow(), run);
        });
        return found;
    }

    private Counterexample broken(Violation violation, Run run) {
        return new Counterexample(
                violation.text() + "\n" + whatGoesWrong(run.schedule()) + "See it in a cell: Swimlane.of("
                        + part.className() + "::new, \"" + run.schedule() + "\")",
                Swimlane.of(run));
    }

    /** A line for each word of the schedule. */
    private static String whatGoesWrong(Schedule schedule) {
        return schedule.faults().stream()
                .map(fault -> fault + ": " + fault.inWords() + ".\n")
                .collect(Collectors.joining());
    }

    static Handlers replica() {
        return Submitted.create(Handlers.class);
    }

    private static String words(Incident incident) {
        String who = incident.lane() >= Event.CLIENT
                ? "client " + (incident.lane() - Event.CLIENT + 1)
                : "node " + incident.lane();
        String what =
                switch (incident.arrives()) {
                    case "" -> "what arrives at " + who;
                    case "CLOSED" -> "the word that the connection closed, at " + who + ",";
                    default -> "a " + incident.arrives().toLowerCase(Locale.ROOT) + " that arrives at " + who;
                };
        return incident.actions().stream()
                .sorted()
                .map(action -> switch (action) {
                    case DROP -> what + " is lost";
                    case DELAY -> what + " is late";
                    case TWICE -> what + " comes twice";
                    case CRASH -> who + " crashes";
                    case LOSE -> who + " crashes and loses its disk";
                    case STOP -> who + " is asked to stop";
                    case PAUSE -> who + " is frozen";
                    case DEAF -> who + " hears nothing of the other node";
                    case CUT -> "nothing gets through between the nodes";
                    case RESET -> "the network ends the connection";
                })
                .collect(Collectors.joining(", or "));
    }
}
