package ftol.failover.sim;

import java.util.List;

/**
 * A node as a function from calls to effects, wherever it lives: in this JVM ({@link HostedNode}) or in a child of the
 * grader. Calls come one at a time.
 */
@FunctionalInterface
public interface Handlers {
    /** Makes the call and returns what the node asked for, in order. The list is valid until the next call. */
    List<Effect> handle(Call call);

    /** Makes several calls, one after the other, in one round trip; returns what the node asked for in each of them. */
    default List<List<Effect>> handleAll(List<Call> calls) {
        return calls.stream().map(call -> List.copyOf(handle(call))).toList();
    }

    /** Makes a call that an earlier node with the same calls had, so that it is known what the node asks for. */
    default void repeat(Call call) {
        handle(call);
    }

    /** No more calls will come, so whatever the node needs can be given back. */
    default void end() {}
}
