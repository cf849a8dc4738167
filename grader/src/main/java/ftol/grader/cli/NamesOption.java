package ftol.grader.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/** Which of many submissions of ours to grade. */
final class NamesOption {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Only those whose name contains this, for instance p1a, reference or exit (default: all).")
    private List<String> names = List.of();

    /** Whether none was named. */
    boolean all() {
        return names.isEmpty();
    }

    boolean chosen(String name) {
        return all() || names.stream().anyMatch(name::contains);
    }
}
