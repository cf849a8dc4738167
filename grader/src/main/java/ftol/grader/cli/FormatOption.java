package ftol.grader.cli;

import ftol.grader.result.Format;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** In which formats results are written besides the usual ones. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "Write gradescope, open-test-reporting or classroom50, too; may be repeated. result.json,"
                    + " html, markdown and junit are always written.")
    private List<String> formats = List.of();

    Set<Format> formats() {
        return formats.stream().map(Format::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Format.class)));
    }

    /** The same for a class. Throws IllegalArgumentException if there is one that only a single submission can have. */
    Set<Format> formatsOfAClass() {
        Set<Format> wanted = formats();
        if (wanted.contains(Format.CLASSROOM50)) {
            throw new IllegalArgumentException(
                    "--format classroom50 is for one submission, as Classroom 50 grades it: grader/grade run.");
        }
        return wanted;
    }
}
