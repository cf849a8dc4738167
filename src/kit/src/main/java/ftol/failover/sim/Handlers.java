package ftol.failover.sim;

import ftol.check.Later;
import java.util.List;

/**
 * A node as a function from calls to effects, wherever it lives: in this JVM ({@link HostedNode}) or in a child of the
 * grader. Calls come one at a time.
 */
@FunctionalInterface
public interface Handlers {
    /** Makes the call and returns what the node asked for, in order. The list is valid until the next call. */
    List<Effect> handle(Call call);

    /** Begins calls that are made one after the other; the answer is what the node asked for in each of them. */
    default Later<List<List<Effect>>> begin(List<Call> calls) {
        List<List<Effect>> effects =
                calls.stream().map(call -> List.copyOf(handle(call))).toList();
        return () -> effects;
    }

    /** Makes a call that an earlier node with the same calls had, so that it is known what the node asks for. */
    default void repeat(Call call) {
        handle(call);
    }

    /** No more calls will come, so whatever the node needs can be given back. */
    default Later<Void> end() {
        return () -> null;
    }
}
