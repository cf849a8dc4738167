package ftol.failover.sim;

import ftol.check.Status;
import ftol.check.SubmissionFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
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
    private static final int MAX_LIVE = 6;

    private final Supplier<? extends Handlers> nodes;
    private final History nothing = new History(null, null, List.of(), 0);
    private final Deque<Remembering> live = new ArrayDeque<>();
    private long remembered;

    /** @param nodes makes the nodes that are asked what nobody remembers */
    KnownHistories(Supplier<? extends Handlers> nodes) {
        this.nodes = nodes;
    }

    @Override
    public Forkable get() {
        return new Remembering(nothing);
    }

    /** A call, what the node asked for in it, and what was before; and the histories that go on from here. */
    private static final class History {
        private final History before;
        private final Call call;
        private final List<Effect> effects;
        /** What all effects since the start take, in bytes. */
        private final long bytes;

        private final List<History> next = new ArrayList<>(1);

        History(History before, Call call, List<Effect> effects, long bytes) {
            this.before = before;
            this.call = call;
            this.effects = effects;
            this.bytes = bytes;
        }

        History with(Call nextCall) {
            for (int i = 0; i < next.size(); i++) {
                if (next.get(i).call.equals(nextCall)) {
                    return next.get(i);
                }
            }
            return null;
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
            if (known != null) {
                end();
                now = known;
                return known.effects;
            }
            List<Effect> effects = node == null ? again(call) : List.copyOf(node.handle(call));
            long bytes = HISTORY_BYTES + bytes(effects);
            History after = new History(now, call, effects, now.bytes + bytes);
            if (after.bytes > MAX_RUN) {
                throw new SubmissionFailure(
                        Status.FAIL,
                        "In one run, it asked its Env to keep or send more than " + (MAX_RUN >> 20) + " MB in all.");
            }
            if (remembered + bytes <= MAX_REMEMBERED) {
                remembered += bytes;
                now.next.add(after);
            }
            now = after;
            return effects;
        }

        /** Makes a node, and all calls so far and this one to it. */
        private List<Effect> again(Call call) {
            List<History> past = now.all();
            List<Call> calls =
                    new ArrayList<>(past.stream().map(history -> history.call).toList());
            calls.add(call);
            if (live.size() >= MAX_LIVE) {
                live.getFirst().end();
            }
            node = nodes.get();
            live.addLast(this);
            List<List<Effect>> effects = node.handleAll(calls);
            if (effects.size() != calls.size()) {
                throw new IllegalStateException(calls.size() + " calls, but " + effects.size() + " answers");
            }
            for (int i = 0; i < past.size(); i++) {
                requireSame(past.get(i), effects.get(i));
            }
            return effects.get(past.size());
        }

        @Override
        public void end() {
            if (node != null) {
                node.end();
                node = null;
                live.remove(this);
            }
        }
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

    private static void requireSame(History history, List<Effect> effects) {
        if (!history.effects.equals(effects)) {
            throw new NotRepeatable();
        }
    }
}
