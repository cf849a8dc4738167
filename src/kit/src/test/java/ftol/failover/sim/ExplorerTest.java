package ftol.failover.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.failover.Env;
import ftol.failover.Event;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.check.Violation;
import ftol.failover.sim.Exploration.Verdict;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
        assertThat(run.violation()).map(Violation::text).get().asString().contains("had not taken over");
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
        assertThatThrownBy(() -> Schedule.parse("storms:")).hasMessageContaining("There is no scenario \"storms\"");
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
    void messagesWithoutEndAreAViolation() {
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
                .contains("The nodes send messages without end.");
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
