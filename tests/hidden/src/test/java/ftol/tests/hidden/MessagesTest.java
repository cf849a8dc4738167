package ftol.tests.hidden;

import static ftol.failover.sim.Fault.Action.CRASH;
import static ftol.failover.sim.Fault.Action.CUT;
import static ftol.failover.sim.Fault.Action.DELAY;
import static ftol.failover.sim.Fault.Action.DROP;
import static ftol.failover.sim.Incident.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.Counterexample;
import ftol.check.Submitted;
import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.datagram.Session.Outcome;
import ftol.failover.sim.HostedNode;
import ftol.picture.Picture;
import ftol.tests.FaultRuns;
import ftol.tests.HeartbeatStory;
import ftol.tests.Parcel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What students read when a test fails: in their words, and not longer than need be. */
class MessagesTest {
    private static final long MS = HeartbeatStory.MS;

    @Test
    void aFloodIsToldInOneLine() {
        Outcome nothing = new Outcome(Outcome.Kind.NULL, null, 100 * MS, List.of(), false, "");
        HeartbeatStory story = new HeartbeatStory(session -> List.of(nothing));
        for (int i = 1; i <= 50; i++) {
            story.arrives(i * MS, Parcel.frame("garbage", "deadbeef"));
        }
        story.arrives(60 * MS, Parcel.heartbeat(1, 1)).arrives(70 * MS, Parcel.heartbeat(1, 1));

        assertThatThrownBy(() -> story.nothing(0, 300 * MS, "Why.").play())
                .hasMessageStartingWith(
                        """
                        0 ms: receive is called with a timeout of 300 ms
                        1 ms to 50 ms: garbage (deadbeef) arrives, 50 times
                        60 ms: heartbeat (1, 1) arrives
                        70 ms: heartbeat (1, 1) arrives
                        expected:\s""");
    }

    @Test
    void whatCouldNotHappenIsSaidInWords() {
        Submitted.Source silent = new Submitted.Source() {
            @Override
            public <T> T create(Class<T> tested) {
                return tested.cast(new HostedNode(new Silent()));
            }
        };
        assertThatThrownBy(() -> Submitted.from(
                        silent,
                        () -> FaultRuns.DELAYS.stories(
                                FaultRuns.story(10, at(1, DROP, DELAY).when("HEARTBEAT"), at(0, CRASH)))))
                .hasMessage(
                        "Not tested yet, since there was no run in which a heartbeat that arrives at node 1 is lost, or a"
                                + " heartbeat that arrives at node 1 is late, and then node 0 crashes. Does your replica send"
                                + " what is named there already?");
    }

    /** The picture's text follows the message in a report. */
    @Test
    void whichRuleWasBrokenIsSaidOnceAndWhyComesFirst() {
        Submitted.Source hasty = new Submitted.Source() {
            @Override
            public <T> T create(Class<T> tested) {
                return tested.cast(new HostedNode(new Hasty()));
            }
        };
        assertThatThrownBy(() -> Submitted.from(
                        hasty,
                        () -> FaultRuns.EVERYTHING.stories(
                                FaultRuns.story(10, at(1, CUT).lasting(600)))))
                .hasMessageStartingWith("Both nodes began epoch 1: node 0 at 0 ms, node 1 at ")
                .hasMessageContaining(" ms. Both nodes answered clients in epoch 1: ")
                .hasMessageContaining(
                        " on, nothing gets through between the nodes for 210 ms.\nSee it in a cell: Swimlane.of(")
                .hasMessageContaining("SyncReplica::new, \"everything:")
                .satisfies(failed -> assertThat(((Counterexample) failed).exhibit())
                        .asString()
                        .contains("Node 0 is primary from 0 ms", "Acknowledged: ")
                        .doesNotContain("Both nodes"))
                .satisfies(failed -> assertThat(((Picture) ((Counterexample) failed).exhibit()).svg())
                        .contains("Both nodes began epoch 1"));
    }

    /** A primary that never sends a heartbeat, and a secondary that never takes over. */
    private static class Silent implements Node {
        final Set<String> log = new LinkedHashSet<>();

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
                env.redirect(request, env.peer());
            }
        }

        @Override
        public void stop(Env env) {}
    }

    /** A secondary that takes over without a new epoch. */
    private static final class Hasty extends Silent {
        private boolean primary;

        @Override
        public void start(Env env) {
            env.role(Role.SECONDARY, 0);
            env.timer(0, env.id() == 0 ? 0 : env.timeout());
        }

        @Override
        public void timer(Env env, int id) {
            if (!primary) {
                primary = true;
                env.role(Role.PRIMARY, 1);
            }
            env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, 1, 0));
            env.timer(0, env.interval());
        }

        @Override
        public void message(Env env, int from, Message message) {
            if (!primary) {
                env.timer(0, env.timeout());
            }
        }

        @Override
        public void read(Env env, long request) {
            if (primary) {
                env.reply(request, log);
            } else {
                env.redirect(request, env.peer());
            }
        }
    }
}
