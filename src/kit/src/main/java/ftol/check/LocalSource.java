package ftol.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Objects of a student's class in this JVM, for the notebook and for {@code ./check}. What the student's code throws is
 * turned into a {@link SubmissionFailure} in words for the student. There is no sandbox here: students run their own code.
 */
public final class LocalSource implements Submitted.Source {
    /** One call takes microseconds; on the busiest machine it does not take this long. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

    private final Part part;
    private final Class<?> studentClass;
    private final StudentCode code;
    private volatile Call current;
    private Throwable initialiserThrew;

    private record Call(String method, long since) {}

    /**
     * @param part what the class is for
     * @param studentClass a concrete class with a constructor without arguments; neither need be public
     * @param code finds the student's own lines in stack traces
     */
    public LocalSource(Part part, Class<?> studentClass, StudentCode code) {
        this.part = part;
        this.studentClass = studentClass;
        this.code = code;
    }

    @Override
    public <T> T create(Class<T> tested) {
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

    /** The method of the student's that has now been running for longer than this, if there is one. */
    Optional<String> stuckFor(Duration limit) {
        Call call = current;
        return call != null && System.nanoTime() - call.since > limit.toNanos()
                ? Optional.of(call.method)
                : Optional.empty();
    }

    /** Says which of the student's methods has been running for more than 10 seconds, if there is one. */
    public Optional<String> stuck() {
        return stuckFor(CALL_LIMIT)
                .map(method -> method + " did not return within " + CALL_LIMIT.toSeconds() + " seconds");
    }

    private boolean hasItsOwn(Class<?> contract) {
        return Arrays.stream(studentClass.getInterfaces())
                .anyMatch(type -> type.getSimpleName().equals(contract.getSimpleName()));
    }

    private Object construct() {
        try {
            Constructor<?> constructor = studentClass.getDeclaredConstructor();
            constructor.setAccessible(true);
            current = new Call("The constructor", System.nanoTime());
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
        current = new Call(method.getName(), System.nanoTime());
        try {
            method.setAccessible(true);
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (Arrays.stream(method.getExceptionTypes()).anyMatch(declared -> declared.isInstance(thrown))) {
                throw thrown;
            }
            throw failure(thrown);
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
        if (thrown instanceof NotWrittenYet notWritten) {
            return notWritten;
        }
        return new SubmissionFailure(Status.FAIL, "Your code threw " + code.describe(thrown) + ".");
    }
}
