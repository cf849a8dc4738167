package ftol.grader.solve;

import ftol.check.Part;
import ftol.grader.CourseFault;
import ftol.grader.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A wrong submission on purpose (mutant), or a right one that is written differently (variant), from {@code tests/mutants}.
 *
 * @param name its folder: "mutants/p1a/stale_refreshes"
 * @param part the part it implements
 * @param variant true if it must lose nothing
 * @param why why a student would write it
 * @param loses ids of tests it must lose
 * @param source its class
 */
public record Mutant(String name, Part part, boolean variant, String why, List<String> loses, SolutionSource source) {
    private static final Pattern KIND = Pattern.compile("(mutant|variant) of (\\w+)");

    /** All there are, in order of their names. */
    public static List<Mutant> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Mutant> mutants = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                mutants.add(read(folder, file));
            }
            return mutants;
        }
    }

    private static Mutant read(Path folder, Path file) throws IOException {
        SolutionSource source = SolutionSource.read(file);
        String name = folder.relativize(file.getParent()).toString();
        String text = String.join("\n", source.header());
        Matcher kind = KIND.matcher(text);
        if (!kind.find()) {
            throw new CourseFault(file + " must begin with \"// mutant of 1a\" or \"// variant of 1a\".");
        }
        List<String> loses = Header.fields(text, "loses");
        boolean variant = kind.group(1).equals("variant");
        if (variant != loses.isEmpty()) {
            throw new CourseFault(
                    file + ": a mutant names the tests it must lose (// loses: …), a variant names none.");
        }
        return new Mutant(
                name, Part.of(kind.group(2)), variant, String.join(" ", Header.fields(text, "why")), loses, source);
    }
}
