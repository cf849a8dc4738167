package ftol.submission;

import ftol.check.Bounded;
import ftol.check.LocalSource;
import ftol.check.Part;
import ftol.check.PartResult;
import ftol.check.PartRunner;
import ftol.check.Printed;
import ftol.check.Report;
import ftol.check.Status;
import ftol.check.Task;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The starter's {@code ./check}: grades the cells of both notebooks with the public tests, as {@code check} does in a
 * notebook. It runs the student's code in this JVM: it is for students and for their CI, who trust themselves.
 *
 * <p>Exit code 0: graded, whatever the mark; 1: below {@code --fail-under}; 2: wrong usage; 3: our fault.
 */
public final class CheckCommand {
    private static final String USAGE =
            """
            Usage: ./check [--markdown FILE] [--junit FILE] [--fail-under POINTS] [PART ...]

              PART                 only these parts, for instance 1a, or 2 for all of task 2 (default: all)
              --markdown FILE      also append the result to FILE as a Markdown table
              --junit FILE         also write the result to FILE as JUnit XML, for a CI system
              --fail-under POINTS  exit with code 1 if fewer points than that are reached""";

    private static final int OUR_FAULT = 3;
    private static final Duration LOAD_LIMIT = Duration.ofSeconds(20);

    private final PrintStream out;

    private CheckCommand(PrintStream out) {
        this.out = out;
    }

    /** Arguments: the folder with the notebooks, then options and parts as in {@code ./check --help}. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = 2;
        try {
            code = new CheckCommand(out)
                    .run(Path.of(args[0]), Arrays.asList(args).subList(1, args.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + USAGE);
        } catch (IOException e) {
            System.err.println("The result cannot be written: " + e.getMessage());
        } catch (RuntimeException e) {
            System.err.println("The check itself failed: " + e);
            code = OUR_FAULT;
        }
        // Student threads may still run, and their shutdown hooks are none of our business.
        Runtime.getRuntime().halt(code);
    }

    private int run(Path notebooks, List<String> args) throws IOException {
        List<Part> parts = new ArrayList<>();
        Path markdown = null;
        Path junit = null;
        int failUnder = 0;
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "-h", "--help" -> {
                    out.println(USAGE);
                    return 0;
                }
                case "--markdown" -> markdown = Path.of(value(args, ++i));
                case "--junit" -> junit = Path.of(value(args, ++i));
                case "--fail-under" -> failUnder = number(args, ++i);
                default -> {
                    if (args.get(i).startsWith("-")) {
                        throw new IllegalArgumentException("There is no option " + args.get(i) + ".");
                    }
                    String named = args.get(i);
                    parts.addAll(named.matches("\\d") ? Part.in(Task.of(named)) : List.of(Part.of(named)));
                }
            }
        }
        // Not what student code prints to: that is held back.
        PrintStream err = System.err;
        Thread exitWatch = new Thread(() -> {
            err.println("The check was ended before its time: by Ctrl-C, or by your code. Does a cell call"
                    + " System.exit?");
            // System.exit(0) must not look like a check that went well.
            Runtime.getRuntime().halt(1);
        });
        Runtime.getRuntime().addShutdownHook(exitWatch);
        PartRunner runner = PartRunner.in(CheckCommand.class.getClassLoader());
        List<PartResult> results = new ArrayList<>();
        for (Part part : parts.isEmpty() ? List.of(Part.values()) : parts) {
            try (Printed printed = new Printed()) {
                PartResult result =
                        check(runner, part, notebooks.resolve(part.task().notebook()));
                results.add(result);
                out.println(new Report(List.of(result), printed.text()));
            }
        }
        int score = results.stream().mapToInt(PartResult::score).sum();
        int max = results.stream().mapToInt(PartResult::maxScore).sum();
        out.println("Together: " + score + " of " + max + " points from the public tests.");
        if (markdown != null) {
            Files.writeString(markdown, markdown(results), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        if (junit != null) {
            // A byte that cannot be written, such as half a character from a student, becomes a question mark.
            Files.write(junit, junit(results).getBytes(StandardCharsets.UTF_8));
        }
        if (results.stream().anyMatch(result -> result.status() == Status.INCONCLUSIVE)) {
            return OUR_FAULT;
        }
        return score < failUnder ? 1 : 0;
    }

    private static String value(List<String> args, int index) {
        if (index >= args.size()) {
            throw new IllegalArgumentException(args.get(index - 1) + " needs a value.");
        }
        return args.get(index);
    }

    private static int number(List<String> args, int index) {
        String value = value(args, index);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    args.get(index - 1) + " needs a whole number, not \"" + value + "\".", e);
        }
    }

    private static PartResult check(PartRunner runner, Part part, Path notebook) {
        try {
            PartCell cell = PartCell.find(part, NotebookFile.read(notebook));
            CompiledPart compiled = CellCompiler.compile(cell, System.getProperty("java.class.path"));
            // Loading runs the helper cells' variables, so that is bounded too.
            Class<?> loaded =
                    Bounded.call(() -> compiled.load(CheckCommand.class.getClassLoader()), LOAD_LIMIT, Optional::empty);
            return runner.run(part, new LocalSource(part, loaded, compiled.code()));
        } catch (BadNotebook | PartProblem e) {
            return runner.without(part, Status.ERROR, e.getMessage());
        } catch (TimeoutException e) {
            return runner.without(part, Status.TIMEOUT, e.getMessage());
        } catch (ExecutionException e) {
            return failed(runner, part, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return runner.without(part, Status.INCONCLUSIVE, "The check was interrupted.");
        }
    }

    private static PartResult failed(PartRunner runner, Part part, Throwable thrown) {
        if (thrown instanceof PartProblem) {
            return runner.without(part, Status.ERROR, thrown.getMessage());
        }
        return thrown instanceof OutOfMemoryError
                ? runner.without(part, Status.CRASH, "Your code used up the memory. Does something grow without end?")
                : runner.without(part, Status.INCONCLUSIVE, "The check itself failed: " + thrown);
    }

    private static String junit(List<PartResult> results) {
        return JUnitXml.of(
                "ftol, public tests",
                results.stream()
                        .map(result -> new JUnitXml.Suite(
                                result.part().id() + " " + result.part().title(),
                                result.tests().stream()
                                        .map(test -> new JUnitXml.Case(
                                                test.name(), test.status().id(), test.message()))
                                        .toList()))
                        .toList());
    }

    private static String markdown(List<PartResult> results) {
        return results.stream()
                .map(result -> "### Part " + result.part().id() + ", "
                        + result.part().title() + ": " + result.score() + " of "
                        + result.maxScore() + " points\n\n"
                        + (result.message().isEmpty() ? "" : "```\n" + result.message() + "\n```\n\n")
                        + "| Test | Result | Points | |\n|---|---|---|---|\n"
                        + result.tests().stream()
                                .map(test -> "| " + cell(test.name()) + " | "
                                        + test.status().id() + " | " + test.score() + "/"
                                        + test.maxScore() + " | "
                                        + cell(Report.reasonOnce(result, test)) + " |")
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n", "## ftol, public tests\n\n", "\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>");
    }
}
