package ftol.failover.sim;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A node that is forked by making a new one and all calls so far to it: a student's class cannot be copied. */
final class Replayed implements Forkable {
    private static final int USUAL_CALLS = 32;

    private final Supplier<? extends Handlers> nodes;
    private Call[] calls;
    private int size;
    /** Has had all the calls; or null, until there is one more. */
    private Handlers node;

    /** @param nodes makes new ones */
    Replayed(Supplier<? extends Handlers> nodes) {
        this(nodes, new Call[USUAL_CALLS], 0);
    }

    private Replayed(Supplier<? extends Handlers> nodes, Call[] calls, int size) {
        this.nodes = nodes;
        this.calls = calls;
        this.size = size;
    }

    @Override
    public List<Effect> handle(Call call) {
        if (node == null) {
            node = nodes.get();
            for (int i = 0; i < size; i++) {
                node.repeat(calls[i]);
            }
        }
        if (size == calls.length) {
            calls = Arrays.copyOf(calls, 2 * size);
        }
        calls[size++] = call;
        return node.handle(call);
    }

    @Override
    public Forkable fork() {
        return new Replayed(nodes, Arrays.copyOf(calls, size + USUAL_CALLS), size);
    }
}
