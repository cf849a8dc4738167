package ftol.failover.sim;

import ftol.check.Later;
import ftol.check.Status;
import ftol.check.SubmissionFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes nodes that remember what earlier nodes did: a node that has had the same calls so far is not asked again. Most of
 * what an explorer tries begins like something it has tried before, and a node in a child of the grader costs a round trip
 * a call. Where a history leaves the known ones, a new node is given all of its calls again in one round trip; that it
 * does the same again is checked, which finds replicas that use a clock, chance or static fields.
 *
 * <p>Used by one thread.
 */
final class KnownHistories implements Supplier<Forkable> {
    /** All that is remembered, in bytes, about: 60,000 histories of an honest replica. */
    private static final long MAX_REMEMBERED = 64L << 20;

    /** What a node asks for in one run, in bytes, about: an honest one needs some hundred KB. */
    private static final long MAX_RUN = 16L << 20;

    private static final int HISTORY_BYTES = 400;
    private static final int EFFECT_BYTES = 100;
    private static final int ENTRY_BYTES = 50;

    /** In one run there are seldom more nodes in use; one that was given back is made anew if need be. */
    private static final int MAX_LIVE = 6 * SideBySide.WIDTH;

    private final Supplier<? extends Handlers> nodes;
    private final History nothing = new History();
    private final Set<Remembering> live = new LinkedHashSet<>();
    private long remembered;

    /** @param nodes makes the nodes that are asked what nobody remembers */
    KnownHistories(Supplier<? extends Handlers> nodes) {
        this.nodes = nodes;
    }

    @Override
    public Forkable get() {
        return new Remembering(nothing);
    }

    /** A call, what the node asks for in it, and what was before; and the histories that go on from here. */
    private final class History {
        private final History before;
        private final Call call;
        private final List<History> next = new ArrayList<>(1);
        /** Until it is known what the node asks for. */
        private Later<List<Effect>> asked;

        private List<Effect> effects = List.of();
        /** Instead of effects. */
        private RuntimeException thrown;
        /** What all effects since the start take. */
        private long bytes;

        /** Before the first call. */
        History() {
            this(null, null, null);
        }

        History(History before, Call call, Later<List<Effect>> asked) {
            this.before = before;
            this.call = call;
            this.asked = asked;
        }

        History with(Call nextCall) {
            for (int i = 0; i < next.size(); i++) {
                if (next.get(i).call.equals(nextCall)) {
                    return next.get(i);
                }
            }
            return null;
        }

        boolean isAnswered() {
            return asked == null;
        }

        /** What the node asks for, once it has answered. */
        List<Effect> effects() {
            if (asked != null) {
                try {
                    answered(asked.get());
                } catch (RuntimeException e) {
                    thrown = e;
                } finally {
                    asked = null;
                }
                if (thrown != null || remembered + bytes - before.bytes > MAX_REMEMBERED) {
                    before.next.remove(this);
                } else {
                    remembered += bytes - before.bytes;
                }
            }
            if (thrown != null) {
                throw thrown;
            }
            return effects;
        }

        private void answered(List<Effect> answer) {
            effects = answer;
            bytes = before.bytes + HISTORY_BYTES + KnownHistories.bytes(answer);
            if (bytes > MAX_RUN) {
                throw new SubmissionFailure(
                        Status.FAIL,
                        "In one run, it asked its Env to keep or send more than " + (MAX_RUN >> 20) + " MB in all.");
            }
        }

        /** All up to this one, oldest first. */
        List<History> all() {
            List<History> all = new ArrayList<>();
            for (History history = this; history.call != null; history = history.before) {
                all.add(history);
            }
            Collections.reverse(all);
            return all;
        }
    }

    private final class Remembering implements Forkable {
        private History now;
        /** Has had the calls of the history up to now; or null. */
        private Handlers node;

        Remembering(History now) {
            this.now = now;
        }

        @Override
        public Forkable fork() {
            return new Remembering(now);
        }

        @Override
        public List<Effect> handle(Call call) {
            History known = now.with(call);
            if (known == null) {
                known = begin(call);
            } else {
                end();
            }
            now = known;
            return known.isAnswered() ? known.effects() : null;
        }

        @Override
        public List<Effect> answer() {
            return now.effects();
        }

        /** Begins a call that nobody has made, after all the earlier ones if there is no node that has had them. */
        private History begin(Call call) {
            List<History> past = node == null ? now.all() : List.of();
            if (node == null) {
                if (live.size() >= MAX_LIVE) {
                    live.iterator().next().end();
                }
                node = nodes.get();
                live.add(this);
            }
            List<Call> calls =
                    new ArrayList<>(past.stream().map(history -> history.call).toList());
            calls.add(call);
            Later<List<List<Effect>>> answers = node.begin(calls);
            History begun = new History(now, call, () -> last(answers.get(), past));
            now.next.add(begun);
            return begun;
        }

        private void end() {
            if (node != null) {
                node.end();
                node = null;
                live.remove(this);
            }
        }
    }

    /** The last of the answers; those before it must be as they were. */
    private static List<Effect> last(List<List<Effect>> answers, List<History> past) {
        if (answers.size() != past.size() + 1) {
            throw new IllegalStateException((past.size() + 1) + " calls, but " + answers.size() + " answers");
        }
        for (int i = 0; i < past.size(); i++) {
            if (!past.get(i).effects.equals(answers.get(i))) {
                throw new NotRepeatable();
            }
        }
        return answers.get(past.size());
    }

    /** What the effects take, about; most of it are the texts of logs. */
    private static long bytes(List<Effect> effects) {
        long bytes = 0;
        for (Effect effect : effects) {
            bytes += EFFECT_BYTES
                    + (effect.message() == null ? 0 : textBytes(effect.message().log()))
                    + (effect.state() == null ? 0 : textBytes(effect.state().log()))
                    + (effect.log() == null ? 0 : textBytes(effect.log()));
        }
        return bytes;
    }

    private static long textBytes(List<String> log) {
        long bytes = 0;
        for (String entry : log) {
            bytes += ENTRY_BYTES + entry.length();
        }
        return bytes;
    }
}
