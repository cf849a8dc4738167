package ftol.notebook;

import ftol.check.Bounded;
import ftol.check.LocalSource;
import ftol.check.NotWrittenYet;
import ftol.check.Part;
import ftol.check.PartResult;
import ftol.check.PartRunner;
import ftol.check.Printed;
import ftol.check.Report;
import ftol.check.Status;
import ftol.check.StudentCode;
import ftol.check.SubmissionFailure;
import ftol.check.Submitted;
import ftol.picture.Html;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import jdk.jshell.spi.SPIResolutionException;

/**
 * What a notebook says to the kit: {@code import static ftol.notebook.Notebook.*;} then
 *
 * <ul>
 *   <li>{@link #install}, once, in the first cell;
 *   <li>{@link #check check("1a")}: tests the class you wrote for part 1a;
 *   <li>{@link #demo demo("1a", () -> …)}: shows something that your class computes;
 *   <li>{@link #show show(x)}: shows a table, a picture or anything else in the middle of a cell. (As the last line of a
 *       cell, {@code x} alone does.)
 * </ul>
 */
public final class Notebook {
    private static final Duration DEMO_LIMIT = Duration.ofSeconds(20);
    private static final String STILL_RUNS =
            " still runs in the background: mend it, then restart the kernel (menu Kernel) to be rid of it.";

    private static Kernel kernel = new Kernel.Console();
    private static final FutureTask<PartRunner> RUNNER = new FutureTask<>(Notebook::warmRunner);

    private Notebook() {}

    /** Makes the kernel show tables as tables and pictures as pictures. Once is enough; twice does no harm. */
    public static synchronized void install() {
        if (!(kernel instanceof Kernel.Console)) {
            return;
        }
        kernel = Kernel.running();
        kernel.install();
        if (!(kernel instanceof Kernel.Console)) {
            Thread warmUp = new Thread(RUNNER, "warm-up");
            warmUp.setDaemon(true);
            warmUp.start();
        }
    }

    /** Shows an object beneath the cell: a table as a table, a picture as a picture, anything else as text. */
    public static void show(Object value) {
        install();
        kernel.display(value);
    }

    /**
     * Computes something with the class you wrote for a part, to be shown as the cell's result. What can go wrong is said
     * in words: the class is not written yet, it throws, or it takes longer than 20 seconds.
     *
     * @param part the part whose class is used, such as "1a"
     * @param computation returns what to show
     * @return what to show: a picture, a table, or a note on what went wrong
     */
    public static Object demo(String part, Callable<?> computation) {
        return demo(part, computation, DEMO_LIMIT);
    }

    static Object demo(String part, Callable<?> computation, Duration limit) {
        Optional<Cells> cells = cells();
        StudentCode code = cells.<StudentCode>map(found -> found).orElse(StudentCode.UNKNOWN);
        // Above the picture, since the picture alone would look like the new class's.
        cells.flatMap(found -> found.outdated(Part.of(part))).ifPresent(why -> show(new Note(why)));
        Printed printed = new Printed();
        try {
            return Bounded.call(computation, limit, Optional::empty);
        } catch (TimeoutException e) {
            return new Note(e.getMessage() + " It" + STILL_RUNS);
        } catch (InterruptedException e) {
            return new Note("Stopped.");
        } catch (ExecutionException e) {
            return new Note(trouble(Part.of(part), e.getCause(), cells, code));
        } finally {
            printed.close();
            System.out.print(printed.text());
        }
    }

    private static String trouble(Part part, Throwable thrown, Optional<Cells> cells, StudentCode code) {
        if (thrown instanceof NotWrittenYet) {
            Part stub = whose(thrown).orElse(part);
            return "Part " + stub.id() + " is not written yet: write " + stub.className()
                    + " in its cell above, run that cell, then this one.";
        }
        if (thrown instanceof SubmissionFailure) {
            return thrown.getMessage();
        }
        if (thrown instanceof SPIResolutionException) {
            return cells.flatMap(found -> found.unresolved(part.className()))
                    .orElse("A class in this notebook uses a name that Java does not know.");
        }
        if (code.threw(thrown)) {
            return "This could not be shown, since your code threw " + code.describe(thrown) + ".";
        }
        // A class of the student's had no part in it: the call in the cell is wrong, or the kit is.
        String message = StudentCode.message(thrown);
        return "This could not be shown: "
                + (thrown instanceof IllegalArgumentException && message != null
                        ? message
                        : code.describe(thrown) + ".");
    }

    /** The part whose class threw this: a cell may use the classes of several. */
    private static Optional<Part> whose(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .flatMap(frame -> Arrays.stream(Part.values())
                        .filter(part -> frame.getClassName().endsWith("$" + part.className())))
                .findFirst();
    }

    /**
     * Tests the class you wrote for a part with the public tests, the same ones that grade it.
     *
     * @param part the part, such as "1a"
     * @return a table of the tests: what passed, and for each that did not, why
     */
    public static Html.Showable check(String part) {
        Part wanted;
        try {
            wanted = Part.of(part);
        } catch (IllegalArgumentException e) {
            return new Note(e.getMessage());
        }
        Optional<Cells> cells = cells();
        if (cells.isEmpty()) {
            return new Note("There is no notebook here. Run check in a cell, after the first cell of the notebook.");
        }
        return check(wanted, cells.get());
    }

    private static Html.Showable check(Part part, Cells cells) {
        PartRunner tests;
        try {
            tests = RUNNER.get();
        } catch (ExecutionException e) {
            return new Note("The tests cannot be run: " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            return new Note("Stopped.");
        }
        try (Printed printed = new Printed()) {
            return check(part, cells, tests, printed);
        }
    }

    private static Report check(Part part, Cells cells, PartRunner tests, Printed printed) {
        PartResult result;
        try {
            result = tests.run(part, new LocalSource(part, cells.of(part), cells));
            if (result.status() == Status.TIMEOUT) {
                result = result.withMessage("What did not return" + STILL_RUNS);
            }
        } catch (Cells.Unusable e) {
            result = tests.without(part, Status.ERROR, e.getMessage());
        } catch (CancellationException e) {
            result = tests.without(part, Status.INCONCLUSIVE, "Stopped.");
        } catch (RuntimeException e) {
            result = tests.without(part, Status.INCONCLUSIVE, "The tests themselves failed: " + e);
        }
        return new Report(List.of(result), printed.text());
    }

    /** Runs the tests of stubs once, while the student reads, so that the first check is as quick as the others. */
    private static PartRunner warmRunner() {
        PartRunner tests = PartRunner.in(Notebook.class.getClassLoader());
        Submitted.Source stubs = new Submitted.Source() {
            @Override
            public <T> T create(Class<T> contract) {
                throw new NotWrittenYet();
            }
        };
        for (Part part : Part.values()) {
            tests.run(part, stubs);
        }
        return tests;
    }

    /** The cells of the notebook that called, if one did. */
    static Optional<Cells> cells() {
        install();
        Optional<ClassLoader> loader = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type.getPackageName().equals("REPL"))
                        .findFirst()
                        .map(Class::getClassLoader));
        return loader.flatMap(found -> kernel.shell().map(shell -> new Cells(shell, found)));
    }
}
