package ftol.grader.cli;

import ftol.grader.CourseFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The grader's command line, {@code grader/grade}. */
@Command(
        name = "grader/grade",
        description = "Grades submissions of the assignment ftol, and makes what students receive.",
        mixinStandardHelpOptions = true,
        version = "ftol grader 1",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done (whatever the mark), 1 below --fail-under, 2 wrong usage, 3 our fault."},
        subcommands = {
            RunCommand.class,
            BatchCommand.class,
            WorkerCommand.class,
            RehearseCommand.class,
            MergeCommand.class,
            AnswersCommand.class,
            SolveCommand.class,
            ReleaseCommand.class,
            MutantsCommand.class,
            AttacksCommand.class,
            FlakesCommand.class,
            TablesCommand.class,
            DoctorCommand.class
        })
public final class Grade {
    /** Exit code for what is neither the student's fault nor the caller's. */
    static final int OUR_FAULT = 3;

    private Grade() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command and returns the exit code. */
    static int run(String... args) {
        CommandLine commandLine = new CommandLine(new Grade());
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr()
                    .println(
                            e instanceof CourseFault || e instanceof IllegalArgumentException
                                    ? e.getMessage()
                                    : e instanceof IOException || e instanceof UncheckedIOException
                                            ? "A file cannot be read or written: " + e.getMessage()
                                            : "A defect of the grader: " + stackTrace(e));
            return e instanceof IllegalArgumentException ? CommandLine.ExitCode.USAGE : OUR_FAULT;
        });
        if (args.length == 0) {
            commandLine.usage(commandLine.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine.execute(args);
    }

    private static String stackTrace(Exception e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text, true));
        return text.toString();
    }
}
