package ftol.notebook;

import ftol.picture.Html;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** What JJava and IJava have in common: JJava continues IJava and kept the names of its methods. */
abstract class ReflectedKernel implements Kernel {
    private final Object kernel;

    ReflectedKernel(Object kernel) {
        this.kernel = kernel;
    }

    @Override
    public final void install() {
        try {
            Object registration = call(renderer(), "createRegistration", Object.class);
            call(registration, "preferring", (Object) new String[] {"text/html"});
            Method register = method(registration.getClass(), "register", 1);
            Class<?> renderFunction = register.getParameterTypes()[0];
            Object render = Proxy.newProxyInstance(
                    renderFunction.getClassLoader(), new Class<?>[] {renderFunction}, (proxy, method, arguments) -> {
                        if (method.getName().equals("render")) {
                            render(arguments[0], call(arguments[1], "getOutputContainer"));
                        }
                        return null;
                    });
            register.invoke(registration, render);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java kernel is of a kind that the kit does not know.", e);
        }
    }

    @Override
    public final void display(Object value) {
        try {
            call(kernel, "display", call(renderer(), "render", value));
        } catch (ReflectiveOperationException e) {
            System.out.println(value);
        }
    }

    /** What the kernel shows of a result. Plain text is the kernel's own business, and a number stays a number. */
    private static void render(Object value, Object out) throws ReflectiveOperationException {
        if (value instanceof Html.Showable || value instanceof Table) {
            call(out, "putHTML", Html.of(value));
        }
        call(out, "putText", String.valueOf(value));
    }

    private Object renderer() throws ReflectiveOperationException {
        return call(kernel, "getRenderer");
    }

    /** The kernel of this class if there is one, from the static method that both kernels have. */
    static Optional<Object> instance(String className, String method) {
        return Stream.of(ReflectedKernel.class.getClassLoader(), ClassLoader.getSystemClassLoader())
                .flatMap(loader -> instance(className, method, loader).stream())
                .findFirst();
    }

    private static Optional<Object> instance(String className, String method, ClassLoader loader) {
        try {
            return Optional.ofNullable(
                    Class.forName(className, true, loader).getMethod(method).invoke(null));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** Calls the public method of this name that takes these arguments. */
    static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && accepts(method.getParameterTypes(), arguments)) {
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(target.getClass() + "." + name + Arrays.toString(arguments));
    }

    private static Method method(Class<?> type, String name, int arguments) throws NoSuchMethodException {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(type + "." + name));
    }

    private static boolean accepts(Class<?>[] types, Object... arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
