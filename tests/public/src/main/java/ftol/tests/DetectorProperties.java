package ftol.tests;

import static ftol.tests.DetectorStory.MS;
import static ftol.tests.DetectorStory.ms;

import ftol.check.Points;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Part 1a in random runs. Each run is made so that the right answers are known: it is decided first which heartbeats are
 * to be fresh, and sequence numbers follow from that.
 */
class DetectorProperties {
    private static final long TIMEOUT = 300 * MS;

    /** What can happen in a run. */
    enum Happens {
        ASKED,
        NEXT_HEARTBEAT,
        LOST_THEN_HEARTBEAT,
        DUPLICATE,
        OVERTAKEN,
        STOP_NOTICE,
        STARTED_AGAIN
    }

    /** Something that happens this many nanoseconds after what happened before. */
    record Step(Happens what, long after) {}

    @Property(tries = 400, seed = "101")
    @Points(1)
    @Label("whatever heartbeats are lost, late or doubled, silence counts from the last fresh one")
    void silenceCountsFromTheLastFreshHeartbeat(@ForAll("runsOfHeartbeats") List<Step> run) {
        play(run);
    }

    @Property(tries = 400, seed = "102")
    @Points(1)
    @Label("stop notices and new starts count whenever they come")
    void stopsAndStartsAtAnyTime(@ForAll("runsOfEverything") List<Step> run) {
        play(run);
    }

    private static void play(List<Step> run) {
        DetectorStory story = new DetectorStory().start(0, TIMEOUT);
        long now = 0;
        long sent = 0;
        long aliveAt = 0;
        boolean stopSaid = false;
        for (Step step : run) {
            now += step.after();
            switch (step.what()) {
                case ASKED -> ask(story, now, aliveAt, stopSaid);
                case NEXT_HEARTBEAT, LOST_THEN_HEARTBEAT -> {
                    sent += step.what() == Happens.NEXT_HEARTBEAT ? 1 : 3;
                    story.heartbeat(sent, now);
                    aliveAt = now;
                }
                case DUPLICATE, OVERTAKEN -> {
                    long old = step.what() == Happens.DUPLICATE ? sent : sent - 1;
                    if (old >= 1) {
                        story.heartbeat(old, now);
                    }
                }
                case STOP_NOTICE -> {
                    story.stopNotice(now);
                    stopSaid = true;
                }
                case STARTED_AGAIN -> {
                    story.start(now, TIMEOUT);
                    sent = 0;
                    aliveAt = now;
                    stopSaid = false;
                }
            }
        }
        ask(story, now, aliveAt, stopSaid);
    }

    private static void ask(DetectorStory story, long now, long aliveAt, boolean stopSaid) {
        long silent = now - aliveAt;
        if (stopSaid) {
            story.suspects(now, "The primary has said that it stops, and start has not been called since.");
        } else if (silent < TIMEOUT) {
            story.trusts(now, "The last sign of life (start or a fresh heartbeat) was at " + ms(aliveAt) + ".");
        } else if (silent > TIMEOUT) {
            story.suspects(
                    now,
                    "The last sign of life (start or a fresh heartbeat) was at " + ms(aliveAt) + ", " + ms(silent)
                            + " before.");
        } else {
            story.ask(now); // Exactly at the deadline either answer is right.
        }
    }

    @Provide
    Arbitrary<List<Step>> runsOfHeartbeats() {
        return runs(Arbitraries.of(
                Happens.ASKED,
                Happens.NEXT_HEARTBEAT,
                Happens.LOST_THEN_HEARTBEAT,
                Happens.DUPLICATE,
                Happens.OVERTAKEN));
    }

    @Provide
    Arbitrary<List<Step>> runsOfEverything() {
        return runs(Arbitraries.of(Happens.class));
    }

    private static Arbitrary<List<Step>> runs(Arbitrary<Happens> happenings) {
        Arbitrary<Long> milliseconds = Arbitraries.longs().between(0, 400).map(value -> value * MS);
        Arbitrary<Long> nearTheTimeout = Arbitraries.of(TIMEOUT - 1, TIMEOUT, TIMEOUT + 1);
        Arbitrary<Long> gaps = Arbitraries.frequencyOf(Tuple.of(3, milliseconds), Tuple.of(1, nearTheTimeout));
        return Combinators.combine(happenings, gaps).as(Step::new).list().ofMaxSize(12);
    }
}
