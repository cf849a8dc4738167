package ftol.grader.batch;

import ftol.submission.BadNotebook;
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
     * What is in a class's folder.
     *
     * @param handIns what each student handed in, in the order of their names
     * @param ignored the names of what is none of that, without hidden files
     */
    public record Contents(List<HandIn> handIns, List<String> ignored) {}

    /** Throws IllegalArgumentException if it is no folder, or there is nothing to grade in it. */
    public static Contents read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + " is not a folder. Name one with a folder, zip or notebook for" + " each student in it.");
        }
        Map<String, HandIn> found = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                String name = child.getFileName().toString();
                if (couldBeHandedIn(child)) {
                    HandIn handIn = handIn(child);
                    found.merge(handIn.student(), handIn, ClassFolder::joined);
                } else if (!name.startsWith(".") && !name.equals("__MACOSX")) {
                    ignored.add(name);
                }
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    folder + " has nothing to grade in it: no folder, zip or notebook (*.ipynb).");
        }
        return new Contents(List.copyOf(found.values()), ignored);
    }

    /**
     * How many of a folder's folders and zips have notebooks, if it has none itself: more than one is most likely a class,
     * and not a submission.
     */
    public static long submissionsIn(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> all = children.filter(ClassFolder::couldBeHandedIn).toList();
            if (all.stream()
                    .anyMatch(path ->
                            path.endsWith("notebooks") || path.toString().endsWith(".ipynb"))) {
                return 0;
            }
            return all.stream().filter(ClassFolder::hasNotebooks).count();
        }
    }

    private static boolean hasNotebooks(Path path) {
        try {
            Notebooks.of(handIn(path));
            return true;
        } catch (BadNotebook e) {
            return false;
        }
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
