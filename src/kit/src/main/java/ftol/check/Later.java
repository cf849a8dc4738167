package ftol.check;

/**
 * What a call returns that was only begun. Where the object lives in another process, calls that were all begun before the
 * first of their answers is asked for cost one round trip together.
 *
 * <p>Used by one thread, the one that began the call.
 *
 * @param <T> what the call returns
 */
@FunctionalInterface
public interface Later<T> {
    /** Waits for the answer; the same each time. Throws what the call throws. */
    T get();
}
