package ftol.notebook;

import java.util.Optional;
import jdk.jshell.JShell;

/** The kernel that runs this notebook, reached by reflection: the kit is compiled against none. */
interface Kernel {
    /** From now on shows results of cells as {@link ftol.picture.Html} does. */
    void install();

    /** Shows an object beneath the cell that is running. */
    void display(Object value);

    /** Where the cells' classes live; empty if they live in no shell. */
    Optional<JShell> shell();

    /** The kernel that runs here. Without one, objects are printed. */
    static Kernel running() {
        return JJavaKernel.running().or(IJavaKernel::running).orElseGet(Console::new);
    }

    /** No kernel: a test, or the kit used from a program. */
    final class Console implements Kernel {
        @Override
        public void install() {}

        @Override
        public void display(Object value) {
            System.out.println(value);
        }

        @Override
        public Optional<JShell> shell() {
            return Optional.empty();
        }
    }
}
