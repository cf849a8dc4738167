package ftol.grader.solve;

import ftol.check.Part;
import ftol.submission.StandardImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java file that implements a part: of the reference, a mutant or a variant.
 *
 * @param file where it is
 * @param header the comment lines before its package line, without {@code //}
 * @param cell what goes into the notebook: the class and the imports a notebook does not have anyway
 */
public record SolutionSource(Path file, List<String> header, String cell) {
    private static final Pattern IMPORT = Pattern.compile("import\\s+((?:static\\s+)?[\\w.*]+)\\s*;");

    public static SolutionSource read(Path file) throws IOException {
        List<String> header = new ArrayList<>();
        List<String> imports = new ArrayList<>();
        List<String> body = new ArrayList<>();
        boolean packageSeen = false;
        for (String line : Files.readAllLines(file)) {
            Matcher importLine = IMPORT.matcher(line);
            if (!packageSeen) {
                if (line.startsWith("//")) {
                    header.add(line.substring(2).strip());
                }
                packageSeen = line.startsWith("package ");
            } else if (body.isEmpty() && importLine.matches()) {
                if (!StandardImports.cover(importLine.group(1))) {
                    imports.add(line);
                }
            } else if (!body.isEmpty() || !line.isBlank()) {
                body.add(line);
            }
        }
        if (!imports.isEmpty()) {
            imports.add("");
        }
        imports.addAll(body);
        return new SolutionSource(
                file, List.copyOf(header), String.join("\n", imports).strip());
    }

    /** The reference's class for a part. */
    public static SolutionSource reference(Path folder, Part part) throws IOException {
        return read(folder.resolve(part.className() + ".java"));
    }
}
