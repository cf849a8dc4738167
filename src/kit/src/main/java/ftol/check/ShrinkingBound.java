package ftol.check;

import java.util.List;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Ends jqwik's search for a smaller counterexample after a while: from then on it finds none. jqwik's own bound would leave
 * the search running in another thread, where it would go on to call the student's code during the next tests.
 *
 * <p>It changes a message, never a mark. jqwik finds this class by its name in META-INF/services.
 */
public final class ShrinkingBound implements AroundTryHook {
    private static final int MOST_TRIES = 2_000;
    private static final long MOST_NANOS = 2_000_000_000L;

    /** How far the search is; all 0 before the first failure. */
    private record Search(boolean begun, long beginNanos, int tries) {
        static final Search NONE = new Search(false, 0, 0);

        boolean over() {
            return begun && (tries >= MOST_TRIES || System.nanoTime() - beginNanos > MOST_NANOS);
        }

        Search after(TryExecutionResult result) {
            if (begun) {
                return new Search(true, beginNanos, tries + 1);
            }
            return result.isFalsified() ? new Search(true, System.nanoTime(), 0) : this;
        }
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor executor, List<Object> parameters) {
        Store<Search> search = Store.getOrCreate(ShrinkingBound.class, Lifespan.PROPERTY, () -> Search.NONE);
        if (search.get().over()) {
            return TryExecutionResult.invalid();
        }
        TryExecutionResult result = executor.execute(parameters);
        search.update(before -> before.after(result));
        return result;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
