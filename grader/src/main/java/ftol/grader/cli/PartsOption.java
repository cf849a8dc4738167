package ftol.grader.cli;

import ftol.check.Part;
import ftol.check.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which parts to grade. */
final class PartsOption {
    @Option(names = "--part", paramLabel = "PART", description = "Grade only this part; may be repeated.")
    private List<String> parts = List.of();

    @Option(names = "--task", paramLabel = "1|2", description = "Grade only the parts of this task; may be repeated.")
    private List<String> tasks = List.of();

    /** The parts that were asked for, in the order of the assignment, or else these. */
    List<Part> or(List<Part> usual) {
        List<Part> named = new ArrayList<>(parts.stream().map(Part::of).toList());
        tasks.forEach(task -> named.addAll(Part.in(Task.of(task))));
        return named.isEmpty()
                ? usual
                : Stream.of(Part.values()).filter(named::contains).toList();
    }
}
