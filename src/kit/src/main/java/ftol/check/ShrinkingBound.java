package ftol.check;

import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Ends jqwik's search for a smaller counterexample after a while, with the smallest found so far. jqwik's own bound would
 * leave the search running in another thread, where it would go on to call the student's code during the next tests.
 *
 * <p>It changes a message, never a mark. jqwik finds this class by its name in META-INF/services.
 */
public final class ShrinkingBound implements AroundPropertyHook, AroundTryHook {
    private static final int MOST_TRIES = 2_000;
    private static final long MOST_NANOS = 2_000_000_000L;

    /** The search of the property that runs on this thread. */
    private static final ThreadLocal<Search> CURRENT = new ThreadLocal<>();

    /** jqwik takes everything else that a try throws for one more failure. */
    private static final class Enough extends OutOfMemoryError {
        Enough() {
            super("The search for a smaller counterexample has taken long enough.");
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final class Search {
        private Throwable found;
        private long begun;
        private int tries;

        void goOn() {
            if (found != null && (++tries > MOST_TRIES || System.nanoTime() - begun > MOST_NANOS)) {
                throw new Enough();
            }
        }

        /** What jqwik tries is always smaller than what it has; but another failure is another story. */
        void failed(Throwable thrown) {
            if (found == null) {
                begun = System.nanoTime();
                found = thrown;
            } else if (found.getClass() == thrown.getClass()) {
                found = thrown;
            }
        }
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property)
            throws Throwable {
        Search search = new Search();
        CURRENT.set(search);
        try {
            return property.execute();
        } catch (Enough e) {
            throw search.found;
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor executor, List<Object> parameters) {
        Search search = CURRENT.get();
        search.goOn();
        TryExecutionResult result = executor.execute(parameters);
        if (result.isFalsified()) {
            result.throwable().ifPresent(search::failed);
        }
        return result;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
