package ftol.grader.cli;

import ftol.grader.Folders;
import ftol.grader.answers.AnswersExport;
import ftol.grader.answers.Codes;
import ftol.grader.answers.HandMarks;
import ftol.grader.answers.MarksImport;
import ftol.grader.batch.ClassResults;
import ftol.grader.batch.OutLock;
import ftol.grader.result.GradeResult.WrittenAnswer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "answers",
        description = "Written answers of a class that grader/grade batch has graded: to be marked by hand.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AnswersCommand {
    @Spec
    private CommandSpec spec;

    @Command(
            name = "export",
            description = "Writes all answers to one page, and a table for the marks.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "OUT", description = "What grader/grade batch --out has written.") Path out,
            @Option(names = "--out", paramLabel = "PAGE", description = "The page (default: OUT/answers.html).")
                    Path page,
            @Option(
                            names = "--csv",
                            paramLabel = "TABLE",
                            description = "The table (default: OUT/answers.csv). One that is there is not overwritten.")
                    Path table,
            @Option(
                            names = "--anonymous",
                            description = "Name students by a code. Import knows whose it is, and nobody else.")
                    boolean anonymous)
            throws IOException {
        Map<String, List<WrittenAnswer>> answers = answers(out);
        Path html = page == null ? out.resolve("answers.html") : page;
        Path csv = table == null ? out.resolve("answers.csv") : table;
        if (Files.exists(csv)) {
            throw new IllegalArgumentException(csv + " is there already, and may hold marks. Import it and delete it,"
                    + " or name another file with --csv.");
        }
        UnaryOperator<String> name = anonymous ? Codes.in(out)::of : UnaryOperator.identity();
        AnswersExport export = new AnswersExport(answers, HandMarks.in(out), name);
        Folders.write(html, export.html());
        Folders.write(csv, export.csv());
        console()
                .println(export.count() + " answers, " + export.unmarked() + " of them to be marked: read " + html
                        + ", fill in the points in " + csv + ", then run:");
        console().println("  grader/grade answers import " + out + " " + csv);
        return 0;
    }

    @Command(
            name = "import",
            description = "Takes over marks from a table, and makes the gradebook and the pages again. Rows without"
                    + " points are left out; marks that are not in the table stay. Twice does no harm.",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "OUT", description = "What grader/grade batch --out has written.") Path out,
            @Parameters(
                            paramLabel = "TABLE",
                            description = "A CSV file with the columns student_id, question, points, comment.")
                    Path table,
            @Mixin ClassOptions classOptions)
            throws IOException {
        if (!Files.isRegularFile(table)) {
            throw new IllegalArgumentException(
                    table + " is not there. grader/grade answers export " + out + " writes one to fill in.");
        }
        Map<String, List<WrittenAnswer>> answers = answers(out);
        try (OutLock lock = OutLock.of(out)) {
            HandMarks marks = HandMarks.in(lock.out());
            MarksImport.Outcome outcome = new MarksImport(answers, Codes.in(out)).read(table, marks);
            ClassResults results = classOptions.results(out);
            marks.write(out);
            classOptions.keep(out);
            results.write(out);
            console()
                    .println(outcome.added() + " new marks, " + outcome.changed() + " changed, " + outcome.same()
                            + " as before; " + outcome.blank() + " rows without points.");
            console()
                    .println(new AnswersExport(answers, marks, UnaryOperator.identity()).unmarked()
                            + " answers are not marked yet. See " + out.resolve("class.html") + " and "
                            + out.resolve("gradebook.csv") + ".");
        }
        return 0;
    }

    private static Map<String, List<WrittenAnswer>> answers(Path out) throws IOException {
        Map<String, List<WrittenAnswer>> answers = ClassResults.answers(out);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException(
                    out + " has no results of grader/grade batch (no folder students). Grade the class first.");
        }
        return answers;
    }

    private PrintWriter console() {
        return spec.commandLine().getOut();
    }
}
