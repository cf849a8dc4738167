package ftol.tests;

import ftol.check.Counterexample;
import ftol.check.Part;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.Role;
import ftol.failover.check.Rules;
import ftol.failover.check.Violation;
import ftol.failover.sim.Scenario;
import ftol.failover.sim.Script;
import ftol.failover.sim.Script.Moment;
import ftol.failover.sim.Script.What;
import ftol.picture.Swimlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Single runs of the student's class that the explorer of {@link FaultRuns} has no room for: they last for seconds, or have
 * another interval and timeout.
 */
final class ScriptedRuns {
    private static final long MS = 1_000_000;

    private ScriptedRuns() {}

    /**
     * Part 1d: nodes restart while nothing gets through between them, so that each may begin several epochs of its own. When
     * the network is whole again, clients are answered again.
     */
    static void restartsWhileCut() {
        int cut = 300;
        int healed = 2_300;
        for (List<Integer> restarting : List.of(List.of(0, 1), List.of(0, 0), List.of(1, 1), List.of(0, 1, 0, 1))) {
            List<Moment> moments = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                moments.add(new Moment(cut * MS, What.CUT, node, healed * MS));
            }
            for (int i = 0; i < restarting.size(); i++) {
                int crash = cut + 100 + 400 * i;
                moments.add(new Moment(crash * MS, What.CRASH, restarting.get(i), Long.MAX_VALUE));
                moments.add(new Moment((crash + 50) * MS, What.RESTART, restarting.get(i), Long.MAX_VALUE));
            }
            requireAnswers(moments, healed);
        }
    }

    /**
     * Part 1d: the primary has sent much when it is frozen, and so has its follower when that is frozen in turn. What comes
     * next counts from 1 again.
     */
    static void frozenInTurn() {
        int thawed = 8_600;
        requireAnswers(
                List.of(
                        new Moment(6_000 * MS, What.FREEZE, 0, 6_600 * MS),
                        new Moment(8_000 * MS, What.FREEZE, 1, thawed * MS)),
                thawed);
    }

    /** As in all runs: five timeouts after the last fault, the last append and the read after it are done. */
    private static void requireAnswers(List<Moment> moments, int lastFault) {
        int stopped = lastFault + 2 * Scenario.TIMEOUT;
        List<Event> events = play(Scenario.INTERVAL, Scenario.TIMEOUT, moments, stopped);
        boolean answered = events.stream()
                .anyMatch(event -> event.kind() == Event.Kind.DONE
                        && event.node() == Event.CLIENT
                        && event.text().equals(Event.READ));
        Optional<Violation> unanswered = answered
                ? Optional.empty()
                : Optional.of(new Violation(
                        "Nothing has gone wrong since " + lastFault + " ms, but client 1, which reads the log from "
                                + stopped + " ms on, has no answer "
                                + Scenario.LIVENESS_TIMEOUTS + " timeouts later.",
                        events.size() - 1));
        Rules rules = Scenario.EVERYTHING.rules();
        rules.check(events)
                .or(() -> unanswered.map(violation -> rules.explained(violation, events)))
                .ifPresent(violation -> {
                    throw broken(Part.SPLIT_BRAIN, violation, events, said(moments) + ".until(" + stopped + ")");
                });
    }

    /** Part 1c: with another interval and timeout than usual, a primary is gone without a word. */
    static void otherTimes() {
        int interval = 50;
        int timeout = 400;
        int off = 1_000;
        int stopped = off + 2 * timeout;
        List<Moment> moments = List.of(new Moment(off * MS, What.POWER_OFF, 0, Long.MAX_VALUE));
        List<Event> events = play(interval, timeout, moments, stopped);
        beatsEvery(interval, events)
                .or(() -> takesOverAfter(timeout, interval, events))
                .ifPresent(found -> {
                    String times = "With an interval of " + interval + " ms and a timeout of " + timeout + " ms, "
                            + found.text();
                    throw broken(
                            Part.REPLICA,
                            new Violation(times, found.event()),
                            events,
                            ".every(" + interval + ").timeout(" + timeout + ")" + said(moments) + ".until(" + stopped
                                    + ")");
                });
    }

    /** Between two heartbeats of node 0 there is half an interval more at most. */
    private static Optional<Violation> beatsEvery(int interval, List<Event> events) {
        long last = 0;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            boolean crashed = event.node() == 0 && event.kind() == Event.Kind.CRASH;
            if (crashed || isHeartbeat(event, Event.Kind.SEND, 0)) {
                if (event.time() - last > 3L * interval * MS / 2) {
                    String text =
                            "node 0 sent no heartbeat between " + last / MS + " and " + event.time() / MS + " ms.";
                    return Optional.of(new Violation(text, i));
                }
                last = event.time();
            }
            if (crashed) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Node 1 takes over when it has heard no heartbeat for the timeout, or a little later if it looks now and then. */
    private static Optional<Violation> takesOverAfter(int timeout, int later, List<Event> events) {
        long heard = 0;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (isHeartbeat(event, Event.Kind.RECEIVE, 1)) {
                heard = event.time();
            }
            if (event.node() == 1
                    && event.kind() == Event.Kind.ROLE
                    && event.text().equals(Role.PRIMARY.name())) {
                long silence = (event.time() - heard) / MS;
                String text = "node 1 took over " + silence + " ms after the last heartbeat.";
                return silence >= timeout && silence <= timeout + later
                        ? Optional.empty()
                        : Optional.of(new Violation(text, i));
            }
        }
        return Optional.of(new Violation("node 1 did not take over.", events.size() - 1));
    }

    private static boolean isHeartbeat(Event event, Event.Kind kind, int node) {
        return event.kind() == kind && event.node() == node && event.text().equals(Message.Kind.HEARTBEAT.name());
    }

    private static List<Event> play(int interval, int timeout, List<Moment> moments, int stopped) {
        return new Script(interval * MS, timeout * MS, 2, Scenario.THINK * MS, moments, Map.of(), stopped * MS)
                .playHandlers(FaultRuns::replica);
    }

    private static Counterexample broken(Part part, Violation violation, List<Event> events, String run) {
        return new Counterexample(
                violation.text() + "\nSee it in a cell: Swimlane.of(ReplicaRun.of(" + part.className()
                        + "::new).twoClients()" + run + ")",
                Swimlane.of(events, Optional.of(violation)));
    }

    /** As a notebook says it; to cut the network is one thing there. */
    private static String said(List<Moment> moments) {
        return moments.stream()
                .filter(moment -> moment.what() != What.CUT || moment.node() == 0)
                .map(moment -> "." + moment.what().word() + "("
                        + (moment.what() == What.CUT ? "" : moment.node() + ", ") + moment.time() / MS
                        + (moment.until() == Long.MAX_VALUE ? "" : ", " + moment.until() / MS) + ")")
                .collect(Collectors.joining());
    }
}
