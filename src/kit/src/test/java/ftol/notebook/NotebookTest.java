package ftol.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.check.NotWrittenYet;
import ftol.quorum.ByzantineTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Without a kernel. The real one runs the notebooks in the build's own test of them. */
class NotebookTest {
    @Test
    void aDemoGivesItsResult() {
        assertThat(Notebook.demo("1a", () -> 42)).isEqualTo(42);
    }

    @Test
    void aDemoOfTheStubSaysWhatToDo() {
        assertThat(Notebook.demo("1a", () -> {
                    throw new NotWrittenYet();
                }))
                .hasToString("Part 1a is not written yet: write TimeoutDetector in its cell above, run that cell,"
                        + " then this one.");
    }

    @Test
    void aDemoThatThrowsNamesTheExceptionAndHidesOurFrames() {
        assertThat(Notebook.demo("2a", () -> 1 / "".length()))
                .hasToString("This could not be shown: ArithmeticException: / by zero.");
    }

    @Test
    void whatTheKitRefusesIsNotBlamedOnTheStudentsCode() {
        assertThat(Notebook.demo("2e", () -> ByzantineTable.of(null, 12, -1)))
                .hasToString("This could not be shown: ByzantineTable: the last T is at least 0, but it is -1.");
    }

    @Test
    void aDemoThatDoesNotEndIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);

        Object result = Notebook.demo(
                "1a",
                () -> {
                    never.await();
                    return "";
                },
                Duration.ofMillis(1));

        assertThat(result.toString()).contains("did not end within", "a loop that never ends");
    }

    @Test
    void aDemoThatPrintsWithoutEndIsEnded() {
        String[] result = new String[1];
        String printed = printedBy(() ->
                result[0] = Notebook.demo("1a", NotebookTest::printForever).toString());

        assertThat(result[0]).isEqualTo("Your code prints without end.");
        assertThat(printed)
                .startsWith("again")
                .endsWith("… and more, which is not shown.\n")
                .hasSizeLessThan(2_100);
    }

    @Test
    void whatADemoPrintsIsShown() {
        assertThat(printedBy(() -> Notebook.demo("1a", () -> {
                    System.out.print("hello");
                    return 1;
                })))
                .isEqualTo("hello");
    }

    @Test
    void withoutAKernelShowPrintsAndCheckSaysWhereItBelongs() {
        Notebook.install();
        Notebook.install();

        assertThat(printedBy(() -> Notebook.show("a picture"))).isEqualToIgnoringNewLines("a picture");
        assertThat(Notebook.check("1a").toString()).startsWith("There is no notebook here.");
        assertThat(Notebook.check("9z").toString()).startsWith("There is no part \"9z\". The parts are 1a, ");
    }

    private static Object printForever() {
        while (true) {
            System.out.println("again");
        }
    }

    private static String printedBy(Runnable action) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void demoOfSeveralPartsSaysWhichIsNotWritten() {
        assertThat(Notebook.demo("2b", () -> new LeastQuorum().answer()))
                .hasToString("Part 2a is not written yet: write LeastQuorum in its cell above, run that cell, then this"
                        + " one.");
    }

    /** Named as the class of part 2a. */
    private static final class LeastQuorum {
        private int answer() {
            throw new NotWrittenYet();
        }
    }
}
