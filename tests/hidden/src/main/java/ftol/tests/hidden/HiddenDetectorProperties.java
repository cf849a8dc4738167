package ftol.tests.hidden;

import static ftol.tests.DetectorStory.MS;

import ftol.check.Points;
import ftol.tests.DetectorStory;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Part 1a in random runs, against the contract read word for word. The generators hit the edges often enough by
 * themselves; with jqwik's own edge cases there would be nothing else.
 */
class HiddenDetectorProperties {
    private enum Call {
        HEARTBEAT,
        STOP_NOTICE,
        START,
        SUSPECTS
    }

    private record Step(Call call, long sequence, long after) {}

    /** A whole life of a detector, on a clock that reads {@code origin} as it begins. */
    record Run(long origin, long timeout, List<Step> steps) {}

    @Property(tries = 500, seed = "301", edgeCases = EdgeCasesMode.NONE)
    @Points(
            value = 1,
            hint =
                    "Go through the text of the part sentence by sentence with a sheet of paper: which heartbeats are fresh,"
                            + " from when does the timeout count, what does a stop notice change, what does start"
                            + " forget, and what may the clock read?")
    @Label("in any order of calls, on any clock, each answer is what the text of the part says")
    void anyOrderOfCalls(@ForAll("runs") Run run) {
        DetectorStory story = new DetectorStory(run.origin()).start(0, run.timeout());
        Trace trace = new Trace();
        trace.start(0, run.timeout());
        long now = 0;
        for (Step step : run.steps()) {
            now += step.after();
            tell(step, now, run.timeout(), story, trace);
            if (step.call() == Call.SUSPECTS) {
                ask(story, trace, now);
            }
        }
        ask(story, trace, now);
    }

    @Property(tries = 300, seed = "302", edgeCases = EdgeCasesMode.NONE)
    @Points(value = 1, hint = "Asking changes nothing. Which fields does your suspects() write to, and why?")
    @Label("asking changes nothing, however often and whenever")
    void askingChangesNothing(@ForAll("runs") Run run) {
        DetectorStory quiet = new DetectorStory(run.origin()).start(0, run.timeout());
        DetectorStory asked = new DetectorStory(run.origin()).start(0, run.timeout());
        Trace trace = new Trace();
        trace.start(0, run.timeout());
        long now = 0;
        for (Step step : run.steps()) {
            asked.ask(now);
            asked.ask(now + step.after() / 2);
            now += step.after();
            asked.ask(now);
            tell(step, now, run.timeout(), asked, trace);
            tell(step, now, run.timeout(), quiet, new Trace());
        }
        if (trace.suspects(now).isPresent()) {
            asked.answers(quiet.ask(now), now, "A detector that was told the same, but never asked before, says so.");
        }
    }

    /** Makes the call of this step, unless it is a question. */
    private static void tell(Step step, long now, long timeout, DetectorStory story, Trace trace) {
        switch (step.call()) {
            case HEARTBEAT -> {
                story.heartbeat(step.sequence(), now);
                trace.heartbeat(step.sequence(), now);
            }
            case STOP_NOTICE -> {
                story.stopNotice(now);
                trace.stopNotice(now);
            }
            case START -> {
                story.start(now, timeout);
                trace.start(now, timeout);
            }
            case SUSPECTS -> {}
        }
    }

    private static void ask(DetectorStory story, Trace trace, long now) {
        Optional<Boolean> right = trace.suspects(now);
        if (right.isEmpty()) {
            story.ask(now);
            return;
        }
        story.answers(right.get(), now, trace.reason());
    }

    @Provide
    Arbitrary<Run> runs() {
        Arbitrary<Long> origins = Arbitraries.oneOf(
                Arbitraries.of(0L, -500 * MS, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 500 * MS),
                Arbitraries.longs());
        Arbitrary<Long> timeouts = Arbitraries.of(300 * MS, 1L, 2L, 20 * MS + 1, 3_600_000 * MS);
        return Combinators.combine(origins, timeouts)
                .flatAs((origin, timeout) -> steps(timeout).map(steps -> new Run(origin, timeout, steps)));
    }

    private static Arbitrary<List<Step>> steps(long timeout) {
        Arbitrary<Call> calls = Arbitraries.frequency(
                Tuple.of(8, Call.HEARTBEAT),
                Tuple.of(6, Call.SUSPECTS),
                Tuple.of(1, Call.STOP_NOTICE),
                Tuple.of(2, Call.START));
        Arbitrary<Long> sequences = Arbitraries.longs().between(1, 9);
        Arbitrary<Long> gaps = Arbitraries.oneOf(
                Arbitraries.longs().between(0, timeout),
                Arbitraries.of(0L, 1L, timeout / 2, timeout - 1, timeout, timeout + 1, 2 * timeout));
        return Combinators.combine(calls, sequences, gaps)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }
}
