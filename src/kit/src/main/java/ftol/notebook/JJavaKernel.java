package ftol.notebook;

import java.util.Optional;
import jdk.jshell.JShell;

/** JJava, the maintained continuation of IJava. */
final class JJavaKernel extends ReflectedKernel {
    private final Object kernel;

    private JJavaKernel(Object kernel) {
        super(kernel);
        this.kernel = kernel;
    }

    static Optional<Kernel> running() {
        return instance("org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel")
                .map(JJavaKernel::new);
    }

    @Override
    public Optional<JShell> shell() {
        try {
            return Optional.of((JShell) call(kernel, "getJShell"));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
