package ftol.grader.cli;

import ftol.check.PartRunner;
import ftol.check.Seeds;
import ftol.grader.Course;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which tests to run, and with which random cases. */
final class TestsOption {
    @Option(names = "--public-only", description = "Run only the tests that students have.")
    private boolean publicOnly;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Let the tests try other random cases; the same seed tries the same. It is in each result."
                    + " Default: ${DEFAULT-VALUE}, the cases that all known right and wrong solutions are tried with.")
    private long seed = Seeds.USUAL;

    boolean publicOnly() {
        return publicOnly;
    }

    PartRunner tests(Course course) {
        return course.tests(publicOnly).withSeed(seed);
    }

    /** The same choice as command line arguments. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--seed", Long.toString(seed)));
        if (publicOnly) {
            arguments.add("--public-only");
        }
        return arguments;
    }
}
