package ftol.grader.cli;

import ftol.check.Part;
import ftol.check.PartRunner;
import ftol.grader.Course;
import ftol.grader.attack.AttackRun;
import ftol.grader.batch.Batch;
import ftol.grader.sandbox.Sandbox;
import ftol.grader.sandbox.Tier;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "attacks",
        description =
                "Grades every attack of tests/attacks in one class, between honest submissions, and says whether each"
                        + " is told what it should be and nobody else is touched. Exit code 1 if not.",
        mixinStandardHelpOptions = true)
final class AttacksCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NamesOption names;

    @Option(names = "--quiet", description = "Print only what is not as it should be, and the summary.")
    private boolean quiet;

    @Option(
            names = {"--jobs", "-j"},
            paramLabel = "N",
            description = "How many to grade at the same time (default: one for each processor).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Mixin
    private SandboxOption sandboxOption;

    @Override
    public Integer call() throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        Course course = Course.here();
        PartRunner tests = course.tests(false);
        List<AttackRun.Row> rows;
        try (Sandbox sandbox = sandboxOption.open(course, true);
                AttackRun run = new AttackRun(course, names::chosen, names.all());
                ProgressBar bar = Progress.of("attacks", run.size())) {
            AttackRun.Grader grader = (out, parts, temporary, sandboxed) -> new Batch(
                    out,
                    parts,
                    parts.stream().collect(Collectors.toMap(Part::id, part -> "")),
                    "",
                    WorkerCommand.command(
                            List.of("-Djava.io.tmpdir=" + temporary),
                            sandboxed ? sandboxOption.arguments() : unconfined()),
                    BatchCommand.refusal(tests, sandbox));
            rows = run.run(grader, jobs, bar::step);
        }
        rows.stream()
                .filter(row -> !quiet || !row.problems().isEmpty())
                .map(AttacksCommand::text)
                .forEach(console::println);
        long wrong = rows.stream().filter(row -> !row.problems().isEmpty()).count();
        long controls = rows.stream().filter(row -> !row.control().isEmpty()).count();
        console.println(rows.size() + " rows, " + controls + " with a control outside the sandbox; "
                + (wrong == 0 ? "all as they should be." : wrong + " not as they should be, see above."));
        return wrong == 0 ? 0 : DIFFERENT;
    }

    private static List<String> unconfined() {
        return List.of("--sandbox", String.valueOf(Tier.PROCESS.number()), "--allow-weak-sandbox");
    }

    private static String text(AttackRun.Row row) {
        List<String> lines = new ArrayList<>();
        lines.add((row.problems().isEmpty() ? "ok     " : "WRONG  ") + row.name() + ": " + row.why());
        lines.add("         expected  " + row.expected());
        lines.add("         got       " + row.got());
        if (!row.control().isEmpty()) {
            lines.add("         outside   " + row.control());
        }
        row.problems().forEach(problem -> lines.add("         !!        " + problem));
        return String.join("\n", lines);
    }
}
