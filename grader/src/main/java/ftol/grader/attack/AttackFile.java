package ftol.grader.attack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ftol.check.Part;
import ftol.check.Status;
import ftol.grader.CourseFault;
import ftol.grader.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attacks from files, {@code tests/attacks/NAME.java}: first a comment with the fields why, part, status, says and perhaps
 * control, then the text of the part's cell. A line {@code // cell} divides helper cells, which come first.
 */
final class AttackFile {
    private static final String NEXT_CELL = "// cell";

    private AttackFile() {}

    /** All in a folder, by name. In their texts the bait takes the place of {@code @PORT@} and so on. */
    static List<Attack> all(Path folder, Cells cells, Bait bait) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Attack> attacks = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                attacks.add(read(file, cells, bait));
            }
            return attacks;
        }
    }

    private static Attack read(Path file, Cells cells, Bait bait) throws IOException {
        List<String> lines = bait.in(Files.readString(file)).lines().toList();
        String header = lines.stream()
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining("\n"));
        List<String> texts =
                texts(lines.stream().dropWhile(line -> line.startsWith("//")).toList());
        Part part = Part.of(field(file, header, "part"));
        Part beside = Attack.other(part);
        ObjectNode notebook = cells.notebook(part, texts.get(texts.size() - 1));
        Cells.insert(notebook, texts.subList(0, texts.size() - 1));
        return new Attack(
                file.getFileName().toString().replaceFirst("\\.java$", ""),
                field(file, header, "why"),
                part,
                status(file, field(file, header, "status")),
                String.join(" ", Header.fields(header, "says")),
                Optional.of(String.join(" ", Header.fields(header, "control"))).filter(text -> !text.isEmpty()),
                Optional.of(beside),
                folder -> cells.write(folder, part.task(), notebook.toString(), beside));
    }

    private static List<String> texts(List<String> lines) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.equals(NEXT_CELL)) {
                texts.add(text.toString().strip());
                text.setLength(0);
            } else {
                text.append(line).append('\n');
            }
        }
        texts.add(text.toString().strip());
        return texts;
    }

    private static String field(Path file, String header, String name) {
        return Header.fields(header, name).stream()
                .findFirst()
                .orElseThrow(() -> new CourseFault(file + " has no line \"// " + name + ": ...\"."));
    }

    private static Status status(Path file, String id) {
        return Arrays.stream(Status.values())
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CourseFault(file + " names the status \"" + id + "\", which does not exist."));
    }
}
