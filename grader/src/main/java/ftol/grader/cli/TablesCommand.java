package ftol.grader.cli;

import ftol.grader.tables.Model;
import ftol.grader.tables.QuorumTables;
import ftol.grader.tables.TableFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "tables",
        description =
                "Writes tables of quorum sizes, tolerated faults, loads and failure probabilities: HTML, CSV, Markdown.",
        mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "100",
            description = "For 1 to N replicas; N at most 1000 (default: ${DEFAULT-VALUE}).")
    private int n;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            split = ",",
            description = "Only these models: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Model> models = List.of(Model.values());

    @Option(
            names = "--p",
            paramLabel = "P",
            split = ",",
            defaultValue = "0.01,0.1,0.3",
            description = "Probabilities that a replica is down (default: ${DEFAULT-VALUE}).")
    private List<Double> probabilities = List.of();

    @Option(
            names = "--choices-to",
            paramLabel = "N",
            defaultValue = "20",
            description = "List all choices of R and W for up to N replicas (default: ${DEFAULT-VALUE}).")
    private int choicesTo;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "quorum-tables",
            description = "Where to (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        List<Path> files = TableFiles.write(new QuorumTables(models, n, choicesTo, probabilities), out);
        PrintWriter console = spec.commandLine().getOut();
        files.forEach(console::println);
        return 0;
    }
}
