package ftol.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.Part;
import ftol.quorum.QuorumSize;
import ftol.submission.CompiledPart;
import java.lang.reflect.Constructor;
import jdk.jshell.JShell;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a shell such as the kernels have, so that what kernels are silent about is seen to be found. */
class CellsTest {
    private static final String STUB =
            "public int leastUnversioned(int n) { return n; }" + " public int leastVersioned(int n) { return n; } }";

    private final JShell shell = JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), null)
            .build();
    private final Cells cells = new Cells(shell, getClass().getClassLoader());

    @BeforeEach
    void importContracts() {
        shell.addToClasspath(System.getProperty("java.class.path"));
        shell.eval("import ftol.quorum.*;");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aClassThatWasNotRunYet() {
        assertUnusable("There is no class LeastQuorum in this notebook yet.");
    }

    @Test
    void aClassWithAnotherNameIsNamed() {
        shell.eval("class LeastQorum implements QuorumSize { " + STUB);
        shell.eval("class Unrelated {}");

        assertThatThrownBy(() -> new Cells(shell, loaderOfTheCells()).of(Part.QUORUM_SIZE))
                .hasMessage("There is no class LeastQuorum in this notebook yet, but class LeastQorum implements"
                        + " QuorumSize. Call it LeastQuorum, run its cell, then this one.");
    }

    /** The grader refuses it too: a check must not promise what the marks do not keep. */
    @Test
    void aClassThatLeavesItToTheLibrary() {
        shell.eval("class LeastQuorum implements QuorumSize { int size = new ftol.quorum.system.Grid(3, 4).rows(); "
                + STUB);

        assertUnusable("LeastQuorum cannot be graded. It uses ftol.quorum.system, which would do the part for you");
    }

    @Test
    void whatIsWithheldIsNoHelpFromAnotherCellEither() {
        shell.eval("import ftol.quorum.system.Grid;");
        shell.eval("class LeastQuorum implements QuorumSize { int size = new Grid(3, 4).rows(); " + STUB);
        assertUnusable(
                "LeastQuorum cannot be graded. It uses ftol.quorum.system, which would do the part for you: a graded"
                        + " class cannot use it. Nor by an import or a class in another cell.");
    }

    @Test
    void aCellThatIsNotGradedMayUseWhatIsWithheld() throws Exception {
        shell.eval("import ftol.quorum.system.Grid;");
        shell.eval("int rows = new Grid(3, 4).rows();");
        shell.eval("class LeastQuorum implements QuorumSize { " + STUB);
        assertThat(new Cells(shell, loaderOfTheCells()).of(Part.QUORUM_SIZE).getSimpleName())
                .isEqualTo("LeastQuorum");
    }

    @Test
    void aClassIsCompiledForAnotherJvmWithTheHelpersOfOtherCells() throws Exception {
        shell.eval("int least(int n) { return n / 2 + 1; }");
        shell.eval("class LeastQuorum implements QuorumSize { public int leastUnversioned(int n) { return least(n); }"
                + " public int leastVersioned(int n) { return n; } }");

        CompiledPart compiled =
                new Cells(shell, loaderOfTheCells()).compiled(Part.QUORUM_SIZE, System.getProperty("java.class.path"));

        Constructor<?> constructor = compiled.load(getClass().getClassLoader()).getDeclaredConstructor();
        constructor.setAccessible(true);
        assertThat(((QuorumSize) constructor.newInstance()).leastUnversioned(7)).isEqualTo(4);
    }

    @Test
    void theClassOfAnotherPartIsNotMisnamed() {
        shell.eval("class AsyncReplica extends ftol.failover.Standby {}");

        assertThatThrownBy(() -> new Cells(shell, loaderOfTheCells()).of(Part.SPLIT_BRAIN))
                .hasMessage(
                        "There is no class SyncReplica in this notebook yet. Run the cell in which it is written, then"
                                + " this one.");
    }

    @Test
    void aClassIsOutdatedUntilItsNewestTextParses() {
        String right = "class LeastQuorum implements QuorumSize { " + STUB;
        assertThat(cells.outdated(Part.QUORUM_SIZE)).isEmpty();
        shell.eval(right);
        assertThat(cells.outdated(Part.QUORUM_SIZE)).isEmpty();
        shell.eval("class LeastQuorum implements QuorumSize {\n int x = ;\n " + STUB);
        assertThat(cells.outdated(Part.QUORUM_SIZE)).hasValueSatisfying(why -> assertThat(why)
                .startsWith("The LeastQuorum that you ran last cannot be used, so this shows the one before.")
                .contains("line 2: illegal start of expression"));
        shell.eval(right);
        assertThat(cells.outdated(Part.QUORUM_SIZE)).isEmpty();
    }

    @Test
    void aMisspeltTypeInTheClass() {
        shell.eval("class LeastQuorum implements QuorumSize { Strin s; " + STUB);

        assertUnusable("It uses what Java does not know: class Strin.");
        assertThat(cells.unresolved("LeastQuorum"))
                .hasValueSatisfying(why -> assertThat(why).contains("class Strin"));
    }

    @Test
    void aMisspeltTypeInAMethod() {
        shell.eval("class LeastQuorum implements QuorumSize { void f() { Strin s; } " + STUB);

        assertUnusable("It uses what Java does not know: class Strin.");
    }

    @Test
    void aClassThatDoesNotCompileIsNamedWithItsLine() {
        shell.eval("class LeastQuorum implements QuorumSize { " + STUB);
        shell.eval("class LeastQuorum implements QuorumSize {\n int x = true;\n " + STUB);

        assertUnusable("It does not compile:\nline 2: incompatible types");
    }

    @Test
    void anUnknownNameBesideAnotherErrorIsNamed() {
        shell.eval("class LeastQuorum implements QuorumSize { Strin s; }");

        assertUnusable("line 1: cannot find symbol: class Strin\n");
    }

    /** The shell runs in this JVM, so what it leaves in a system property is an object of ours. */
    private ClassLoader loaderOfTheCells() {
        shell.eval("System.getProperties().put(\"loader\", new Object() {}.getClass().getClassLoader());");
        return (ClassLoader) System.getProperties().remove("loader");
    }

    private void assertUnusable(String message) {
        assertThatThrownBy(() -> cells.of(Part.QUORUM_SIZE))
                .isInstanceOf(Cells.Unusable.class)
                .hasMessageContaining(message);
    }
}
