package ftol.failover.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.Later;
import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.failover.Env;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.check.Violation;
import ftol.failover.sim.Exploration.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExplorerTest {

    /** Node 0 serves alone; node 1 does nothing but send clients there. */
    private static class Alone implements Node {
        private final Set<String> log = new LinkedHashSet<>();

        @Override
        public void start(Env env) {
            env.role(env.id() == 0 ? Role.PRIMARY : Role.SECONDARY, 0);
        }

        @Override
        public void message(Env env, int from, Message message) {}

        @Override
        public void timer(Env env, int id) {}

        @Override
        public void closed(Env env, int peer) {}

        @Override
        public void append(Env env, long request, String entry) {
            log.add(entry);
            read(env, request);
        }

        @Override
        public void read(Env env, long request) {
            if (env.id() == 0) {
                env.reply(request, log);
            } else {
                env.redirect(request, 0);
            }
        }

        @Override
        public void stop(Env env) {}
    }

    @Test
    void withoutFaultsOrTakeOversNothingIsProven() {
        Scenario calm = new Scenario(
                "calm", EnumSet.noneOf(Fault.Action.class), List.of(), -1, 0, false, Scenario.CRASHES.rules());
        assertThat(Explorer.explore(Alone::new, calm, 1, 100).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Explorer.explore(Alone::new, Scenario.PARTITIONS, 1, 100).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aReplicaThatNeverTakesOverIsFoundWithOneFault() {
        Exploration result = Explorer.explore(Alone::new, Scenario.CRASHES, 1, 1_000);
        Run run = result.failure().orElseThrow();
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.schedule().faults()).hasSize(1);
        assertThat(run.violation()).map(Violation::text).get().asString().contains("did not take over at once");
    }

    @Test
    void aScheduleRepeatsTheRunExactly() {
        Schedule schedule = Schedule.parse("crashes:0.2pause60,0.7crash");
        Run run = Explorer.replay(Alone::new, schedule);
        assertThat(run.schedule()).isEqualTo(schedule);
        assertThat(Explorer.replay(Alone::new, Schedule.parse(run.schedule().toString()))
                        .events())
                .isEqualTo(run.events());
        assertThat(run.events()).extracting(Event::kind).contains(Event.Kind.PAUSE, Event.Kind.CRASH);
    }

    @Test
    void whatIsNotAScheduleIsRefused() {
        assertThatThrownBy(() -> Schedule.parse("0.7crash")).hasMessageContaining("Not a schedule");
        assertThatThrownBy(() -> Schedule.parse("crashes:0.7")).hasMessageContaining("Not a fault");
        assertThatThrownBy(() -> Schedule.parse("crashes:0.7crashh"))
                .hasMessageStartingWith(
                        "Nothing that can go wrong is called \"crashh\", as in \"0.7crashh\". There are drop,");
        assertThatThrownBy(() -> Schedule.parse("storms:")).hasMessageContaining("There is no scenario \"storms\"");
    }

    @Test
    void eachWordOfAScheduleSaysWhatHappens() {
        assertThat(Schedule.parse("everything:1.2drop,100.12delay60,0.1twice60,0.7crash600+2,1.21lose60+1,0.3crash,"
                                + "0.11pause600,1.3deaf210,1.22cut600,1.13reset,0.4stop60")
                        .faults())
                .extracting(Fault::inWords)
                .containsExactly(
                        "the 2nd thing that would happen to node 1 is lost",
                        "the 12th thing that would happen to client 1 comes 60 ms later",
                        "the 1st thing that happens to node 0 happens again 60 ms later",
                        "node 0 crashes at the 7th thing that happens to it, when the first 2 things that it asks for"
                                + " then are done, and is back after 600 ms",
                        "node 1 crashes at the 21st thing that happens to it, when the first thing that it asks for then"
                                + " is done, loses its disk, and is back after 60 ms",
                        "node 0 crashes at the 3rd thing that happens to it",
                        "node 0 is frozen for 600 ms, just before the 11th thing that happens to it",
                        "from the 3rd thing that would happen to node 1 on, it hears nothing of the other node for"
                                + " 210 ms",
                        "from the 22nd thing that would happen to node 1 on, nothing gets through between the nodes for"
                                + " 600 ms",
                        "both nodes are told, in place of the 13th thing that would happen to node 1, that the"
                                + " connection closed",
                        "node 0 is asked to stop in place of the 4th thing that would happen to it, and is back after"
                                + " 60 ms");
    }

    @Test
    void theSameSeedFindsTheSame() {
        Exploration one = Explorer.explore(Alone::new, Scenario.EVERYTHING, 7, 500);
        assertThat(one).isEqualTo(Explorer.explore(Alone::new, Scenario.EVERYTHING, 7, 500));
    }

    @Test
    void aReplicaThatBehavesDifferentlyWhenRepeatedIsNamedSo() {
        AtomicInteger made = new AtomicInteger();
        Exploration result = Explorer.explore(
                () -> new Alone() {
                    private final int number = made.incrementAndGet();

                    @Override
                    public void timer(Env env, int id) {
                        throw new IllegalStateException("replica " + number);
                    }

                    @Override
                    public void start(Env env) {
                        super.start(env);
                        env.timer(0, number);
                    }
                },
                Scenario.CRASHES,
                1,
                1_000);
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_REPEATABLE);
    }

    /** Node 1 keeps a copy of the log and takes over when the connection closes, and only then. */
    private static class TakesOver extends Alone {
        private boolean leads;

        @Override
        public void append(Env env, long request, String entry) {
            super.append(env, request, entry);
            env.send(env.peer(), new Message(Message.Kind.STATE, 0, 0, ((Alone) this).log));
        }

        @Override
        public void message(Env env, int from, Message message) {
            ((Alone) this).log.addAll(message.log());
        }

        @Override
        public void closed(Env env, int peer) {
            leads = true;
            env.role(Role.PRIMARY, 0);
        }

        @Override
        public void read(Env env, long request) {
            if (leads) {
                env.reply(request, ((Alone) this).log);
            } else {
                super.read(env, request);
            }
        }
    }

    @Test
    void aStoryIsToldWithAllThatFits() {
        Incident crash = Incident.at(0, Fault.Action.CRASH);
        Exploration first = Explorer.exploreStory(
                () -> new HostedNode(new TakesOver()), Scenario.CRASHES, List.of(crash.when("READ")), 1, 1_000);
        assertThat(first.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(first.takeOversDue()).isEqualTo(first.faults()).isPositive();

        Exploration second = Explorer.exploreStory(
                () -> new HostedNode(new TakesOver()),
                Scenario.CRASHES,
                List.of(crash, Incident.at(1, Fault.Action.DROP).when("CLOSED")),
                1,
                1_000);
        assertThat(second.failure().orElseThrow().violation())
                .map(Violation::text)
                .get()
                .asString()
                .contains("had not taken over by");
        assertThat(second.failure().orElseThrow().schedule().faults()).hasSize(2);
    }

    @Test
    void whatIsToHappenSoonHappensSoonOrNotAtAll() {
        Incident crash = Incident.at(0, Fault.Action.CRASH);
        Incident closed = Incident.at(1, Fault.Action.DROP).when("CLOSED");
        for (int within : List.of(Scenario.TRANSIT - 1, Scenario.TRANSIT)) {
            Exploration told = Explorer.exploreStory(
                    () -> new HostedNode(new TakesOver()),
                    Scenario.CRASHES,
                    List.of(crash, closed.within(within)),
                    1,
                    1_000);
            assertThat(told.failure().isPresent()).as("within %d ms", within).isEqualTo(within == Scenario.TRANSIT);
        }
    }

    @Test
    void aStoryThatCannotHappenInjectsNoFault() {
        Exploration none = Explorer.exploreStory(
                () -> new HostedNode(new TakesOver()),
                Scenario.CRASHES,
                List.of(Incident.at(1, Fault.Action.DROP).when("ACK")),
                1,
                100);
        assertThat(none.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(none.faults()).isZero();
    }

    @Test
    void aRunThatWasForkedIsTheOneThatItsScheduleRepeats() {
        for (Scenario scenario : List.of(Scenario.CRASHES, Scenario.EVERYTHING)) {
            List<Run> forked = new ArrayList<>();
            Supplier<Forkable> replicas = () -> new Replayed(() -> new HostedNode(new TakesOver()));
            Run whole = new Simulation(replicas, scenario, (run, arrives, lane) -> {
                        for (Fault fault : run.options(arrives, lane)) {
                            Simulation fork = run.fork();
                            assertThat(fork.beginWith(fault, arrives)).isFalse();
                            forked.add(fork.result());
                        }
                        return null;
                    })
                    .run();
            assertThat(whole).isEqualTo(Explorer.replay(TakesOver::new, whole.schedule()));
            assertThat(forked).hasSizeGreaterThan(100);
            assertThat(forked).allSatisfy(run -> {
                Run repeated = Explorer.replay(TakesOver::new, run.schedule());
                assertThat(run.events()).isEqualTo(repeated.events());
                assertThat(run.violation().map(Violation::text))
                        .isEqualTo(repeated.violation().map(Violation::text));
                assertThat(run.steps()).isEqualTo(repeated.steps());
                assertThat(run.takeOversDue()).isEqualTo(repeated.takeOversDue());
            });
        }
    }

    @Test
    void aCampaignFindsWhatOneProcessorFindsAndTriesAsMuch() {
        Exploration failed = Campaign.explore(Alone::new, Scenario.CRASHES, 1, 1_000, 2);
        assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(failed.failure().orElseThrow().schedule().faults()).hasSize(1);

        Scenario stops = new Scenario(
                "stops", EnumSet.of(Fault.Action.STOP), List.of(60), -1, 1, false, Scenario.CRASHES.rules());
        Exploration one = Explorer.explore(TakesOver::new, stops, 1, 1_000);
        Exploration several = Campaign.explore(TakesOver::new, stops, 1, 1_000, 3);
        assertThat(several.verdict()).isEqualTo(one.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(several.depth()).isEqualTo(one.depth());
        assertThat(several.schedules()).isGreaterThanOrEqualTo(1_000);
        assertThat(several.schedules() - several.random()).isEqualTo(one.schedules() - one.random());
        assertThat(several.simulated()).isLessThan(several.steps());
    }

    @Test
    void whatAReplicaThrowsInACampaignIsFound() {
        Exploration result = Campaign.explore(
                () -> new Alone() {
                    @Override
                    public void closed(Env env, int peer) {
                        throw new IllegalStateException("oops");
                    }
                },
                Scenario.CRASHES,
                1,
                1_000,
                2);
        assertThat(result.failure().orElseThrow().violation().orElseThrow().text())
                .isEqualTo("Node 1 threw java.lang.IllegalStateException: oops.");
    }

    @Test
    void whatIsRememberedChangesNothing() {
        for (Scenario scenario : List.of(Scenario.CRASHES, Scenario.EVERYTHING)) {
            Exploration plain = Explorer.explore(TakesOver::new, scenario, 3, 300);
            Exploration remembered = Explorer.exploreHandlers(() -> new HostedNode(new TakesOver()), scenario, 3, 300);
            assertThat(remembered).isEqualTo(plain);
        }
    }

    @Test
    void aReplicaIsNotAskedTwice() {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger trips = new AtomicInteger();
        Exploration result = Explorer.exploreHandlers(
                () -> new Handlers() {
                    private final HostedNode node = new HostedNode(new TakesOver());

                    @Override
                    public List<Effect> handle(Call call) {
                        calls.incrementAndGet();
                        trips.incrementAndGet();
                        return node.handle(call);
                    }

                    @Override
                    public Later<List<List<Effect>>> begin(List<Call> all) {
                        trips.incrementAndGet();
                        return node.begin(all);
                    }
                },
                Scenario.CRASHES,
                1,
                40);
        assertThat(result.schedules()).isGreaterThan(1);
        assertThat((long) trips.get()).isLessThan(result.steps());
    }

    /** As many nodes as there are, in one other process: what is asked for costs a trip if it was not on its way before. */
    private static final class Far {
        private final Deque<Runnable> onTheirWay = new ArrayDeque<>();
        private long calls;
        private long trips;

        Handlers node(Node replica) {
            HostedNode node = new HostedNode(replica);
            return new Handlers() {
                @Override
                public List<Effect> handle(Call call) {
                    return begin(List.of(call)).get().get(0);
                }

                @Override
                public Later<List<List<Effect>>> begin(List<Call> all) {
                    calls++;
                    List<List<List<Effect>>> answer = new ArrayList<>();
                    onTheirWay.add(() -> answer.add(node.begin(all).get()));
                    return () -> {
                        if (answer.isEmpty()) {
                            trips++;
                            onTheirWay.forEach(Runnable::run);
                            onTheirWay.clear();
                        }
                        return answer.get(0);
                    };
                }
            };
        }
    }

    @Test
    void manyCallsShareOneTripAndNothingElseChanges() {
        Incident crash = Incident.at(0, Fault.Action.CRASH);
        Incident pause = Incident.at(1, Fault.Action.PAUSE);
        Far far = new Far();
        for (List<Incident> story : List.of(List.of(crash), List.of(pause, crash), List.of(pause, pause, crash))) {
            Exploration result =
                    Explorer.exploreStory(() -> far.node(new TakesOver()), Scenario.CRASHES, story, 1, 300);
            assertThat(result)
                    .isEqualTo(Explorer.exploreStory(
                            () -> new HostedNode(new TakesOver()), Scenario.CRASHES, story, 1, 300));
            assertThat(result.schedules()).isGreaterThan(10);
        }
        Exploration random = Explorer.exploreHandlers(() -> far.node(new TakesOver()), Scenario.CRASHES, 3, 300);
        assertThat(random).isEqualTo(Explorer.explore(TakesOver::new, Scenario.CRASHES, 3, 300));
        assertThat(far.trips).as("trips for %d calls", far.calls).isLessThan(far.calls / 5);
    }

    /** The one that was begun first, not the one that ends first. */
    @Test
    void ofRunsSideBySideTheFirstThatFailsIsFound() {
        for (Scenario scenario : List.of(Scenario.CRASHES, Scenario.EVERYTHING)) {
            Far far = new Far();
            Exploration found = Explorer.exploreHandlers(() -> far.node(new Alone()), scenario, 1, 1_000);
            assertThat(found.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(found).isEqualTo(Explorer.explore(Alone::new, scenario, 1, 1_000));
        }
    }

    @Test
    void aReplicaThatDoesSomethingElseTheSecondTimeIsNamedSo() {
        AtomicInteger made = new AtomicInteger();
        assertThatThrownBy(() -> Explorer.exploreHandlers(
                        () -> new HostedNode(new TakesOver() {
                            private final int number = made.incrementAndGet();

                            @Override
                            public void start(Env env) {
                                super.start(env);
                                env.timer(0, number);
                            }
                        }),
                        Scenario.CRASHES,
                        1,
                        1_000))
                .isInstanceOf(NotRepeatable.class);
    }

    @Test
    void whatTheStudentsCodeThrewIsAViolationAndWhatEndedTheChildIsNot() {
        SubmissionFailure threw = new SubmissionFailure(Status.FAIL, "Your code threw Oops (line 3).");
        Handlers thrower = call -> {
            throw threw;
        };
        Exploration result = Explorer.exploreHandlers(() -> thrower, Scenario.CRASHES, 1, 10);
        assertThat(result.failure().orElseThrow().violation())
                .map(Violation::text)
                .contains("Node 0, at 0 ms, in start: Your code threw Oops (line 3).");
        Handlers crasher = call -> {
            throw new SubmissionFailure(Status.CRASH, "gone");
        };
        assertThatThrownBy(() -> Explorer.exploreHandlers(() -> crasher, Scenario.CRASHES, 1, 10))
                .isInstanceOf(SubmissionFailure.class);
    }

    @Test
    void whatIsNotAnEffectIsRefused() {
        assertThatThrownBy(() -> new Effect(Effect.Kind.SEND, 1, 0, 0, null, null, null, null))
                .hasMessage("Not a complete SEND");
        assertThatThrownBy(() -> new Effect(Effect.Kind.TIMER, 0, -1, 0, null, null, null, null))
                .hasMessage("Not a complete TIMER");
    }

    @Test
    void aLoopThatAsksForeverIsRefused() {
        Exploration result = Explorer.explore(
                () -> new Alone() {
                    @Override
                    public void closed(Env env, int peer) {
                        for (int i = 0; i < Integer.MAX_VALUE; i++) {
                            env.timer(i, 1);
                        }
                    }
                },
                Scenario.CRASHES,
                1,
                1_000);
        assertThat(result.failure().orElseThrow().violation())
                .map(Violation::text)
                .get()
                .asString()
                .contains("a loop that never ends");
    }

    @Test
    void whatAReplicaThrowsIsAViolation() {
        Exploration result = Explorer.explore(
                () -> new Alone() {
                    @Override
                    public void closed(Env env, int peer) {
                        throw new IllegalStateException("oops");
                    }
                },
                Scenario.CRASHES,
                1,
                1_000);
        Violation violation = result.failure().orElseThrow().violation().orElseThrow();
        assertThat(violation.text()).isEqualTo("Node 1 threw java.lang.IllegalStateException: oops.");
        assertThat(violation.thrown()).hasMessage("oops");
    }

    @Test
    void timersThatAreDueAtOnceWithoutEndAreAViolation() {
        Exploration result = Explorer.explore(
                () -> new Alone() {
                    @Override
                    public void start(Env env) {
                        super.start(env);
                        env.timer(0, 0);
                    }

                    @Override
                    public void timer(Env env, int id) {
                        env.timer(0, 0);
                    }
                },
                Scenario.CRASHES,
                1,
                1_000);
        assertThat(result.failure().orElseThrow().violation())
                .map(Violation::text)
                .contains(
                        "At 0 ms, timers were due more than 1000 times. One that is set to 0 ns is due at the same moment"
                                + " again, without end.");
    }

    @Test
    void onlyARequestThatANodeWasGivenCanBeAnsweredByIt() {
        Run run = Explorer.replay(
                () -> new Alone() {
                    @Override
                    public void append(Env env, long request, String entry) {
                        for (long guess = 0; guess < 50; guess++) {
                            env.reply(guess == request ? -1 : guess, List.of());
                        }
                        super.append(env, request, entry);
                    }
                },
                Schedule.parse("crashes:"));
        assertThat(run.violation()).isEmpty();
    }

    @Test
    void wrongArgumentsAreRefused() {
        Call.Setting setting = new Call.Setting(0, 1, 100, 300, Env.Boot.FIRST_START, ftol.failover.State.NOTHING);
        Call start = new Call(Call.Kind.START, 0, 0, 0, null, null, setting);
        Collection<java.util.function.Consumer<Env>> wrong = List.of(
                env -> env.send(0, new Message(Message.Kind.ACK, 0, 0)),
                env -> env.timer(-1, 0),
                env -> env.timer(0, -1),
                env -> env.redirect(1, 0),
                env -> env.role(Role.PRIMARY, -1));
        for (var call : wrong) {
            Handlers node = new HostedNode(new Alone() {
                @Override
                public void start(Env env) {
                    call.accept(env);
                }
            });
            assertThatThrownBy(() -> node.handle(start)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
