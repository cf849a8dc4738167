package ftol.grader;

import ftol.check.Part;
import ftol.check.PartRunner;
import ftol.submission.BadNotebook;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The course repository: where the things are that the grader needs at run time.
 *
 * @param root its top folder
 */
public record Course(Path root) {

    /** The repository that {@code grader/grade} belongs to; the script says where that is. */
    public static Course here() {
        String home = System.getProperty("ftol.home");
        if (home == null) {
            throw new CourseFault("Start the grader with grader/grade; it says where the course repository is.");
        }
        return new Course(Path.of(home).toAbsolutePath().normalize());
    }

    /** The two notebooks as students get them. */
    public Path notebooks() {
        return root.resolve("notebooks");
    }

    /** The text of each part's cell as students get it. */
    public Map<Part, String> stubs() {
        Map<Part, String> stubs = new EnumMap<>(Part.class);
        try {
            for (Part part : Part.values()) {
                NotebookFile notebook =
                        NotebookFile.read(notebooks().resolve(part.task().notebook()));
                stubs.put(part, PartCell.find(part, notebook).cell().source());
            }
        } catch (BadNotebook | PartProblem e) {
            throw new CourseFault("A notebook of the course itself: " + e.getMessage());
        }
        return stubs;
    }

    /** Templates of what else is in the starter. */
    public Path starterTemplates() {
        return root.resolve("grader/starter");
    }

    /** The two scripts of an autograder for Gradescope. */
    public Path gradescopeScripts() {
        return root.resolve("grader/gradescope");
    }

    public Path referenceSources() {
        return root.resolve("src/reference/src/main/java/ftol/reference");
    }

    public Path mutantSources() {
        return root.resolve("tests/mutants/src/main/java");
    }

    public Path attackSources() {
        return root.resolve("tests/attacks");
    }

    public Path publicTestsJar() {
        return built("tests/public/target/ftol-public-tests-1.jar");
    }

    public Path hiddenTestsJar() {
        return built("tests/hidden/target/ftol-hidden-tests-1.jar");
    }

    /** The jars that a student's notebook needs: the kit, the public tests, and what those need. */
    public List<Path> starterJars() {
        List<Path> jars = new ArrayList<>(jars(built("tests/public/target/lib")));
        jars.add(publicTestsJar());
        return jars;
    }

    /**
     * What code in a sandboxed child may use: what a notebook has, and the child's own main class. Not there are the tests,
     * the rest of the grader, and what of the kit would do a part for the student: what is in no jar cannot be reached by
     * reflection either.
     */
    public List<Path> childClassPath() {
        List<Path> jars = new ArrayList<>();
        jars.add(built("grader/target/ftol-grader-1-child.jar"));
        jars.add(built("src/kit/target/ftol-kit-1-graded.jar"));
        jars(built("tests/public/target/lib")).stream()
                .filter(jar -> !jar.endsWith("ftol-kit-1.jar"))
                .forEach(jars::add);
        return jars;
    }

    /** The grader itself, and what it needs. */
    public List<Path> graderJars() {
        List<Path> jars = new ArrayList<>();
        jars.add(built("grader/target/ftol-grader-1.jar"));
        jars.addAll(jars(built("grader/target/lib")));
        return jars;
    }

    /** Runs graded tests, the public ones only or the hidden ones too. Their jars are loaded now, at run time. */
    public PartRunner tests(boolean publicOnly) {
        List<Path> jars = publicOnly ? List.of(publicTestsJar()) : List.of(publicTestsJar(), hiddenTestsJar());
        // The loader lives as long as the grader: the tests are loaded when they run.
        return PartRunner.in(
                new URLClassLoader(jars.stream().map(Course::url).toArray(URL[]::new), Course.class.getClassLoader()));
    }

    /** All jars that a mark rests on: the tests and what they, and the student's code, use of ours. */
    public List<Path> testedBy(boolean publicOnly) {
        List<Path> jars = new ArrayList<>(childClassPath());
        jars.add(publicTestsJar());
        if (!publicOnly) {
            jars.add(hiddenTestsJar());
        }
        return jars;
    }

    /** What the grader's own JVM is told on its command line to start faster, if the build has prepared it. */
    public List<String> sharedClasses() {
        Path file = root.resolve("grader/target/grade.jsa");
        return Files.isReadable(file) ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:disable") : List.of();
    }

    private Path built(String path) {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new CourseFault(file + " is missing. Build it with: mvn -q package -DskipTests");
        }
        return file;
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
