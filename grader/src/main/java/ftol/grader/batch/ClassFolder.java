package ftol.grader.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A class's folder, as course systems lay them out:
 *
 * <ul>
 *   <li>a folder, zip or notebook for each student, named after the student;
 *   <li>nbgrader: {@code submitted/STUDENT/ASSIGNMENT/};
 *   <li>Moodle: {@code Full Name_1234567_assignsubmission_file/};
 *   <li>Canvas: {@code namefirst_LATE_12345_67890_file.ipynb}, several files for each student.
 * </ul>
 */
public final class ClassFolder {
    private static final Pattern MOODLE = Pattern.compile("(.+_\\d+)_assignsubmission_(?:file|onlinetext)_?");
    private static final Pattern CANVAS = Pattern.compile("([^_]+)_(LATE_)?(\\d+)_\\d+_.+");

    private ClassFolder() {}

    /**
     * What each student handed in, in the order of their names.
     *
     * @throws IllegalArgumentException if it is no folder, or there is nothing to grade in it
     */
    public static List<HandIn> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + " is not a folder. Name one with a folder, zip or notebook for" + " each student in it.");
        }
        Map<String, HandIn> found = new LinkedHashMap<>();
        try (Stream<Path> children = Files.list(folder)) {
            children.filter(ClassFolder::couldBeHandedIn)
                    .sorted()
                    .map(ClassFolder::handIn)
                    .forEach(handIn -> found.merge(handIn.student(), handIn, ClassFolder::joined));
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    folder + " has nothing to grade in it: no folder, zip or notebook (*.ipynb).");
        }
        return List.copyOf(found.values());
    }

    private static boolean couldBeHandedIn(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".")
                && !name.equals("__MACOSX")
                && (Files.isDirectory(path) || name.endsWith(".zip") || name.endsWith(".ipynb"));
    }

    private static HandIn handIn(Path path) {
        String name = path.getFileName().toString();
        Matcher moodle = MOODLE.matcher(name);
        if (moodle.matches()) {
            return new HandIn(moodle.group(1), false, List.of(path));
        }
        Matcher canvas = CANVAS.matcher(name);
        if (!Files.isDirectory(path) && canvas.matches()) {
            return new HandIn(canvas.group(1) + "_" + canvas.group(3), canvas.group(2) != null, List.of(path));
        }
        return new HandIn(name.replaceFirst("\\.(zip|ipynb)$", ""), false, List.of(path));
    }

    private static HandIn joined(HandIn one, HandIn other) {
        List<Path> sources = new ArrayList<>(one.sources());
        sources.addAll(other.sources());
        return new HandIn(one.student(), one.late() || other.late(), sources);
    }
}
