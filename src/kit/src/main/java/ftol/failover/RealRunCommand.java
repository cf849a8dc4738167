package ftol.failover;

import ftol.check.Part;
import ftol.failover.net.Program;
import ftol.submission.BadNotebook;
import ftol.submission.CellCompiler;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A {@link RealRun} from the command line. Prints the event log, and which rule was broken. Exit code 0: none; 1: one was, or
 * the replica threw; 2: wrong usage.
 */
public final class RealRunCommand {
    private static final String USAGE =
            """
            Usage: java -cp 'lib/*' ftol.failover.RealRunCommand NOTEBOOK PART [STEP ...] until:MS

            PART is 1c or 1d. A STEP is one of these, with a node and times in milliseconds:
              kill:NODE:AT  stop:NODE:AT  restart:NODE:AT  restartWithoutDisk:NODE:AT
              freeze:NODE:FROM:TO  cut:FROM:TO  cutFrom:NODE:FROM:TO  lie:NODE:FROM
              every:MS  timeout:MS  think:MS  twoClients
            For example: notebooks/task1-failover.ipynb 1c kill:0:600 until:1500""";

    private RealRunCommand() {}

    /** Runs the command. */
    public static void main(String[] arguments) throws InterruptedException {
        int code = 2;
        try {
            if (arguments.length < 3) {
                throw new IllegalArgumentException("Too few arguments.");
            }
            Part part = Part.of(arguments[1]);
            if (part.contract() != Node.class) {
                throw new IllegalArgumentException("A real run is of part 1c or 1d, not of part " + part.id() + ".");
            }
            PartCell cell = PartCell.find(part, NotebookFile.read(Path.of(arguments[0])));
            Program program = Program.of(CellCompiler.compile(cell, System.getProperty("java.class.path")));
            code = run(
                    RealRun.of(program, RealRun.rules(part)),
                    Arrays.asList(arguments).subList(2, arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + USAGE);
        } catch (BadNotebook | PartProblem | RuntimeException e) {
            System.err.println(e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private static int run(RealRun run, List<String> steps) throws InterruptedException {
        for (String step : steps) {
            String[] word = step.split(":", -1);
            switch (word[0]) {
                case "kill" -> run.kill(node(word), ms(word, 2, 3));
                case "stop" -> run.stop(node(word), ms(word, 2, 3));
                case "restart" -> run.restart(node(word), ms(word, 2, 3));
                case "restartWithoutDisk" -> run.restartWithoutDisk(node(word), ms(word, 2, 3));
                case "freeze" -> run.freeze(node(word), ms(word, 2, 4), ms(word, 3, 4));
                case "cut" -> run.cut(ms(word, 1, 3), ms(word, 2, 3));
                case "cutFrom" -> run.cutFrom(node(word), ms(word, 2, 4), ms(word, 3, 4));
                case "lie" -> run.lie(node(word), ms(word, 2, 3));
                case "every" -> run.every(ms(word, 1, 2));
                case "timeout" -> run.timeout(ms(word, 1, 2));
                case "think" -> run.think(ms(word, 1, 2));
                case "twoClients" -> run.twoClients();
                case "until" -> {
                    return print(run.until(ms(word, 1, 2)));
                }
                default -> throw new IllegalArgumentException("There is no step \"" + step + "\".");
            }
        }
        throw new IllegalArgumentException("The last step must be until:MS.");
    }

    private static int print(ReplicaRun run) {
        System.out.print(Event.text(run.events()));
        System.out.println(run.violation().map(violation -> violation.text()).orElse("No rule was broken."));
        return run.violation().isPresent() ? 1 : 0;
    }

    private static int node(String... word) {
        return (int) ms(word, 1, word.length);
    }

    /** The number at this place of a step that has so many words. */
    private static long ms(String[] word, int place, int words) {
        if (word.length != words || !word[place].matches("\\d{1,9}")) {
            throw new IllegalArgumentException("\"" + String.join(":", word) + "\" is not a step.");
        }
        return Long.parseLong(word[place]);
    }
}
