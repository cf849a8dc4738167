package ftol.grader.cli;

import ftol.grader.batch.Batch;
import ftol.grader.batch.ClassFormats;
import ftol.grader.batch.ClassResults;
import ftol.grader.result.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "merge",
        description = "Puts the results of shards together, as if one run had graded all.",
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "What grader/grade batch --out has written.")
    private List<Path> shards = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where all results go.")
    private Path out;

    @Mixin
    private FormatOption formatOption;

    @Mixin
    private ClassOptions classOptions;

    @Override
    public Integer call() throws IOException {
        ClassResults results = classOptions.results(Files.exists(out) ? out : shards.get(0));
        Set<Format> formats = formatOption.formatsOfAClass();
        Batch.merge(shards, out);
        classOptions.keep(out);
        ClassFormats.write(out, formats);
        PrintWriter console = spec.commandLine().getOut();
        return ClassOptions.say(results.write(out), out, console);
    }
}
