package ftol.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Objects of a student's class in this JVM, for the notebook and for {@code ./check}. What the student's code throws is
 * turned into a {@link SubmissionFailure} in words for the student. There is no sandbox here: students run their own code.
 */
public final class LocalSource implements Submitted.Source {
    /** One call takes microseconds; on the busiest machine it does not take this long. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

    /** One test takes a second or two at most. */
    private static final Duration TEST_LIMIT = Duration.ofSeconds(60);

    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final Part part;
    private final Class<?> studentClass;
    private final StudentCode code;
    private final Duration callLimit;
    private final Duration testLimit;
    private volatile Call current;
    private volatile long testBegan;
    private volatile boolean left;
    private int timeouts;
    private Throwable initialiserThrew;

    private record Call(Supplier<String> text, long since) {}

    /** Ends tests that were left behind at their next call. JUnit and jqwik take all but this for a failure, and go on. */
    private static final class LeftBehind extends OutOfMemoryError {
        LeftBehind() {
            super("This test was left behind.");
        }
    }

    /**
     * @param part what the class is for
     * @param studentClass a concrete class with a constructor without arguments; neither need be public
     * @param code finds the student's own lines in stack traces
     */
    public LocalSource(Part part, Class<?> studentClass, StudentCode code) {
        this(part, studentClass, code, CALL_LIMIT, TEST_LIMIT);
    }

    /** @param callLimit how long one call may take, and {@code testLimit} all of a test together */
    LocalSource(Part part, Class<?> studentClass, StudentCode code, Duration callLimit, Duration testLimit) {
        this.part = part;
        this.studentClass = studentClass;
        this.code = code;
        this.callLimit = callLimit;
        this.testLimit = testLimit;
    }

    /**
     * Runs tests on a thread of its own, which is left behind if a call or a test does not end.
     *
     * @throws CancellationException if this thread was interrupted meanwhile
     */
    @Override
    public void run(Consumer<Submitted.Source> tests) {
        LocalSource objects = new LocalSource(part, studentClass, code, callLimit, testLimit);
        objects.timeouts = timeouts;
        objects.initialiserThrew = initialiserThrew;
        objects.beforeTest();
        try {
            Bounded.call(Executors.callable(() -> tests.accept(objects)), NO_LIMIT, objects::overdue);
        } catch (TimeoutException e) {
            timeouts++;
            throw new SubmissionFailure(Status.TIMEOUT, e.getMessage());
        } catch (InterruptedException e) {
            throw new CancellationException("Stopped.");
        } catch (ExecutionException e) {
            throw thrownBy(e.getCause());
        } finally {
            objects.left = true;
            initialiserThrew = objects.initialiserThrew;
        }
    }

    private static RuntimeException thrownBy(Throwable tests) {
        if (tests instanceof OutOfMemoryError) {
            return new SubmissionFailure(
                    Status.CRASH, "Your code used up the memory. Does something grow without end?");
        }
        return tests instanceof RuntimeException known
                ? known
                : new IllegalStateException("The tests themselves failed: " + tests, tests);
    }

    @Override
    public void beforeTest() {
        testBegan = System.nanoTime();
    }

    @Override
    public <T> T create(Class<T> tested) {
        if (timeouts >= SubmissionFailure.MAX_TIMEOUTS) {
            throw SubmissionFailure.afterTimeouts();
        }
        if (tested != part.tested()) {
            throw new IllegalArgumentException(
                    "Part " + part.id() + " is tested by " + part.tested() + ", not " + tested);
        }
        Object object = construct();
        Class<?> contract = part.contract();
        if (!contract.isInstance(object)) {
            throw new SubmissionFailure(
                    Status.ERROR,
                    "class " + studentClass.getSimpleName() + " does not implement " + contract.getSimpleName() + "."
                            + (hasItsOwn(contract)
                                    ? " Delete your own " + contract.getSimpleName()
                                            + ": the notebook imports the right one."
                                    : ""));
        }
        Object hosted = part.host(object);
        return tested.cast(Proxy.newProxyInstance(
                tested.getClassLoader(),
                new Class<?>[] {tested},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? callOfObject(method, proxy, arguments)
                        : call(method, hosted, arguments)));
    }

    /** What has been running for too long, if something has. Asked by another thread than the tests'. */
    private Optional<String> overdue() {
        long now = System.nanoTime();
        Call call = current;
        if (call != null && now - call.since > callLimit.toNanos()) {
            return Optional.of(call.text.get() + " did not return within " + callLimit.toSeconds() + " seconds");
        }
        return now - testBegan > testLimit.toNanos()
                ? Optional.of("This test did not end within " + testLimit.toSeconds() + " seconds"
                        + (call == null ? "" : "; its last call was " + call.text.get()))
                : Optional.empty();
    }

    private void begin(Supplier<String> call) {
        if (left) {
            throw new LeftBehind();
        }
        current = new Call(call, System.nanoTime());
    }

    private boolean hasItsOwn(Class<?> contract) {
        return Arrays.stream(studentClass.getInterfaces())
                .anyMatch(type -> type.getSimpleName().equals(contract.getSimpleName()));
    }

    private Object construct() {
        try {
            Constructor<?> constructor = studentClass.getDeclaredConstructor();
            constructor.setAccessible(true);
            begin(() -> "new " + studentClass.getSimpleName() + "()");
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new SubmissionFailure(
                    Status.ERROR, "class " + studentClass.getSimpleName() + " needs a constructor without arguments.");
        } catch (InstantiationException e) {
            throw new SubmissionFailure(
                    Status.ERROR, "class " + studentClass.getSimpleName() + " is abstract: it cannot be instantiated.");
        } catch (InvocationTargetException e) {
            throw failure(e.getCause());
        } catch (ExceptionInInitializerError e) {
            initialiserThrew = e.getCause() == null ? e : e.getCause();
            throw failure(initialiserThrew);
        } catch (LinkageError e) {
            // From the second time on, Java no longer says why a class could not be initialised.
            throw failure(initialiserThrew == null ? e : initialiserThrew);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("not accessible in spite of setAccessible", e);
        } finally {
            current = null;
        }
    }

    private Object call(Method method, Object object, Object... arguments) throws Throwable {
        begin(() -> StudentCode.call(part, method, arguments == null ? new Object[0] : arguments));
        try {
            method.setAccessible(true);
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (Arrays.stream(method.getExceptionTypes()).anyMatch(declared -> declared.isInstance(thrown))) {
                throw thrown;
            }
            throw failure(thrown, thrown instanceof StackOverflowError ? ", in " + current.text.get() : "");
        } finally {
            current = null;
        }
    }

    /** What every object has. A test asks the contract's methods only, so that the student's own are not run. */
    private Object callOfObject(Method method, Object proxy, Object... arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a " + studentClass.getSimpleName();
        };
    }

    private RuntimeException failure(Throwable thrown) {
        return failure(thrown, "");
    }

    private RuntimeException failure(Throwable thrown, String where) {
        if (thrown instanceof NotWrittenYet notWritten) {
            return code.place(thrown).map(NotWrittenYet::at).orElse(notWritten);
        }
        return new SubmissionFailure(Status.FAIL, "Your code threw " + code.describe(thrown) + where + ".");
    }
}
