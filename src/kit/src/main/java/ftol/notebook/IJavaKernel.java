package ftol.notebook;

import java.lang.reflect.Field;
import java.util.Optional;
import jdk.jshell.JShell;

/** IJava, no longer maintained but still in use. */
final class IJavaKernel extends ReflectedKernel {
    private final Object kernel;

    private IJavaKernel(Object kernel) {
        super(kernel);
        this.kernel = kernel;
    }

    static Optional<Kernel> running() {
        return instance("io.github.spencerpark.ijava.IJava", "getKernelInstance")
                .map(IJavaKernel::new);
    }

    @Override
    public Optional<JShell> shell() {
        try {
            // IJava does not give its shell away; the evaluator that it keeps to itself does.
            Field evaluator = kernel.getClass().getDeclaredField("evaluator");
            evaluator.setAccessible(true);
            return Optional.of((JShell) call(evaluator.get(kernel), "getShell"));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
