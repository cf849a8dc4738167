package ftol.check;

import java.util.SplittableRandom;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * The seeds of tests that try random cases. Each has one of its own in its source, and a run of tests has one, too: the same
 * two try the same cases. With the run's seed 0, which is the usual one, each test uses just its own.
 *
 * <p>jqwik finds this class by its name in META-INF/services, and so its properties follow the run's seed.
 */
public final class Seeds implements AroundPropertyHook {
    /** With this each test tries the cases that our wrong and right solutions were tried with. */
    public static final long USUAL = 0;

    private static final InheritableThreadLocal<Long> CURRENT = new InheritableThreadLocal<>();

    /** The seed to use in this run, for a test that has this one in its source. */
    public static long inThisRun(long own) {
        Long run = CURRENT.get();
        return run == null || run == USUAL ? own : new SplittableRandom(31 * run + own).nextLong();
    }

    /** Runs tests with this seed of the run, on this thread and on threads it starts. */
    static void during(long run, Runnable tests) {
        Long before = CURRENT.get();
        CURRENT.set(run);
        try {
            tests.run();
        } finally {
            CURRENT.set(before);
        }
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        context.attributes().seed().map(Long::parseLong).ifPresent(own -> context.attributes()
                .setSeed(Long.toString(inThisRun(own))));
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
