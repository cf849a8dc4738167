package ftol.grader.attack;

import ftol.check.Part;
import ftol.check.Status;
import ftol.grader.Course;
import ftol.grader.Folders;
import ftol.grader.batch.Batch;
import ftol.grader.batch.ClassFolder;
import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Grades all attacks as one class, between honest submissions whose marks must not change. Those that a sandbox must deny
 * are graded once more without one, where they must succeed.
 */
public final class AttackRun implements AutoCloseable {
    /** More than that in one student's folder would let a few fill the disk, in bytes. */
    private static final long MOST_RESULT = 1L << 20;

    private static final int SECONDS_TO_END = 10;

    private final Cells cells;
    private final Path folder;
    private final Path temporary;
    private final Bait bait;
    private final Bait controlBait;
    private final List<Attack> attacks;
    private final List<Attack> controls;
    private final boolean complete;

    /** What became of an attack, or of the honest submissions together, or of what is left behind. */
    public record Row(String name, String why, String expected, String got, String control, List<String> problems) {}

    /** Makes the grader of a class. */
    @FunctionalInterface
    public interface Grader {
        /**
         * A batch that grades these parts.
         *
         * @param out where results are kept
         * @param temporary the workers' folder for temporary files
         * @param sandboxed false for one that confines nothing
         */
        Batch batch(Path out, List<Part> parts, Path temporary, boolean sandboxed) throws IOException;
    }

    /**
     * Reads the attacks.
     *
     * @param chosen which to grade, by name
     * @param complete whether these are all
     */
    public AttackRun(Course course, Predicate<String> chosen, boolean complete) throws IOException {
        this.complete = complete;
        cells = new Cells(course);
        folder = Files.createTempDirectory("ftol-attacks");
        // Children of root run as other users, who must get at what is copied for them.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        temporary = Files.createDirectories(folder.resolve("temporary"));
        bait = new Bait(folder.resolve("bait"));
        controlBait = new Bait(folder.resolve("control-bait"));
        attacks = Stream.concat(
                        AttackFile.all(course.attackSources(), cells, bait).stream(),
                        Stream.concat(HostileNotebooks.all(cells).stream(), HostileArchives.all(cells).stream()))
                .filter(attack -> chosen.test(attack.name()))
                .toList();
        if (attacks.isEmpty()) {
            close();
            throw new IllegalArgumentException("No attack has such a name.");
        }
        controls = AttackFile.all(course.attackSources(), cells, controlBait).stream()
                .filter(attack -> chosen.test(attack.name()) && attack.control().isPresent())
                .toList();
    }

    /** How many submissions will be graded. */
    public int size() {
        return attacks.size() + controls.size() + copies() * Honest.values().length;
    }

    /** How often each honest submission is among the attacks. */
    private int copies() {
        return Math.min(5, 2 + attacks.size() / 20);
    }

    /** Grades them all. */
    public List<Row> run(Grader grader, int jobs, Runnable graded) throws IOException {
        Map<String, GradeResult> control = grade("control", false, grader, jobs, graded);
        Map<String, GradeResult> results = grade("class", true, grader, jobs, graded);
        List<Row> rows = new ArrayList<>();
        for (Attack attack : attacks) {
            rows.add(row(attack, results.get(attack.name()), control.get(attack.name())));
        }
        for (Honest honest : Honest.values()) {
            rows.add(honest(honest, results));
        }
        List<String> left = leftBehind();
        rows.add(new Row(
                "(all)",
                "what is left when they are done",
                "no process, no file, no trace",
                left.isEmpty() ? "nothing" : String.join(", ", left),
                "",
                left));
        return rows;
    }

    private Map<String, GradeResult> grade(String name, boolean sandboxed, Grader grader, int jobs, Runnable graded)
            throws IOException {
        Path submissions = Files.createDirectories(folder.resolve(name));
        List<Attack> all = sandboxed ? attacks : controls;
        int distance = Math.max(1, all.size() / (copies() - 1));
        int number = 0;
        int copies = 0;
        for (int i = 0; sandboxed && i <= all.size(); i++) {
            // Also before the first and after the last.
            if ((i % distance == 0 || i == all.size()) && copies < copies()) {
                copies++;
                for (Honest honest : Honest.values()) {
                    honest.write(cells, submissions.resolve(student(number++, honest.name() + "-" + copies)));
                }
            }
            if (i < all.size()) {
                all.get(i)
                        .maker()
                        .write(submissions.resolve(student(number++, all.get(i).name())));
            }
        }
        for (int i = 0; !sandboxed && i < all.size(); i++) {
            all.get(i).maker().write(submissions.resolve(student(i, all.get(i).name())));
        }
        Map<String, GradeResult> results = new ConcurrentHashMap<>();
        if (number > 0 || !all.isEmpty()) {
            Batch batch = grader.batch(
                    Files.createDirectories(folder.resolve(name + "-results")), parts(all), temporary, sandboxed);
            batch.run(ClassFolder.read(submissions).handIns(), jobs, new Batch.Progress() {
                @Override
                public void toGrade(int students) {
                    // Known beforehand.
                }

                @Override
                public void starts(String student) {
                    // Told when it is done.
                }

                @Override
                public void graded(GradeResult result) {
                    results.put(result.submission().substring(5), result);
                    graded.run();
                }
            });
        }
        return results;
    }

    /** Students are graded in the order of their names. */
    private static String student(int number, String name) {
        return String.format("%04d-%s", number, name);
    }

    private static List<Part> parts(List<Attack> attacks) {
        return Arrays.stream(Part.values())
                .filter(part -> part == Part.DETECTOR
                        || part == Part.QUORUM_SIZE
                        || attacks.stream().anyMatch(attack -> attack.part() == part))
                .toList();
    }

    private Row row(Attack attack, GradeResult result, GradeResult control) throws IOException {
        List<String> problems = new ArrayList<>();
        PartScore score = result.part(attack.part().id()).orElseThrow();
        String told = told(result, score);
        if (!score.status().equals(attack.status().id())) {
            problems.add("expected status " + attack.status().id());
        }
        if ((score.score() == attack.part().points()) != (attack.status() == Status.PASS)) {
            problems.add("has " + score.score() + " of " + attack.part().points() + " points");
        }
        if (!matches(attack.says(), told)) {
            problems.add("expected: " + attack.says());
        }
        attack.beside().ifPresent(beside -> {
            PartScore other = result.part(beside.id()).orElseThrow();
            if (other.score() != beside.points()) {
                problems.add("part " + beside.id() + " of the same submission has " + other.score() + " of "
                        + beside.points() + " points: " + told(result, other));
            }
        });
        result.parts().stream()
                .filter(part -> part.message().isEmpty())
                .flatMap(part -> part.tests().stream())
                .filter(test -> test.hidden() && test.message().contains("leak"))
                .forEach(test -> problems.add("a hidden test tells its input: " + test.message()));
        String controlSays = "";
        if (attack.control().isPresent()) {
            controlSays = told(control, control.part(attack.part().id()).orElseThrow());
            if (!matches(attack.control().get(), controlSays)) {
                problems.add("the control should have said: " + attack.control().get());
            }
        }
        return new Row(
                attack.name(),
                attack.why(),
                attack.status().id(),
                score.status() + " " + score.score() + "/" + score.maxScore() + ": " + told,
                controlSays,
                problems);
    }

    /** Equal but for spaces; "…" stands for any text. */
    static boolean matches(String expected, String told) {
        String pattern =
                Arrays.stream(expected.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(told).matches();
    }

    /** What the student reads first: notes, then what is wrong with the part, or why the first lost test was lost. */
    private static String told(GradeResult result, PartScore part) {
        String message = part.message().isEmpty()
                ? part.tests().stream()
                        .filter(test -> !test.status().equals(Status.PASS.id()))
                        .map(TestScore::message)
                        .findFirst()
                        .orElse("")
                : part.message();
        return Stream.concat(result.notes().stream(), Stream.of(message))
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Row honest(Honest honest, Map<String, GradeResult> results) {
        Map<String, GradeResult> copies = new LinkedHashMap<>();
        for (int i = 1; results.containsKey(honest.name() + "-" + i); i++) {
            String name = honest.name() + "-" + i;
            copies.put(name, results.get(name));
        }
        List<String> problems = new ArrayList<>();
        GradeResult first = copies.values().iterator().next();
        copies.forEach((name, result) -> {
            if (!marks(result).equals(marks(first))) {
                problems.add(name + " has other marks than the first: " + marks(result) + ", not " + marks(first));
            }
        });
        int score = Stream.of(Part.DETECTOR, Part.QUORUM_SIZE)
                .mapToInt(part -> first.part(part.id()).orElseThrow().score())
                .sum();
        if (!honest.isRight(score)) {
            problems.add("has " + score + " points");
        }
        return new Row(
                "(" + honest.name().toLowerCase(java.util.Locale.ROOT) + ")",
                "an honest neighbour, " + copies.size() + " times among them",
                "the same marks each time",
                score + " points each time",
                "",
                problems);
    }

    /** Without messages: on a busy machine, a counterexample may be a larger one. */
    private static List<String> marks(GradeResult result) {
        return result.parts().stream()
                .flatMap(
                        part -> part.tests().stream().map(test -> test.id() + " " + test.status() + " " + test.score()))
                .toList();
    }

    private List<String> leftBehind() throws IOException {
        List<String> left = new ArrayList<>(bait.touched());
        if (complete && controlBait.touched().size() < Bait.KINDS) {
            left.add("(the controls touched only " + controlBait.touched() + ", so this proves nothing)");
        }
        try (Stream<Path> files = Files.list(temporary)) {
            files.forEach(file -> left.add("file " + file.getFileName()));
        }
        try (Stream<Path> students = Files.list(folder.resolve("class-results/students"))) {
            for (Path student : students.toList()) {
                long bytes = 0;
                try (Stream<Path> files = Files.list(student)) {
                    for (Path file : files.toList()) {
                        bytes += Files.size(file);
                    }
                }
                if (bytes > MOST_RESULT) {
                    left.add(bytes + " bytes in the results of " + student.getFileName());
                }
            }
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        while (descendants().findAny().isPresent() && deadline - System.nanoTime() > 0) {
            Thread.onSpinWait();
        }
        descendants().forEach(process -> left.add("process " + process.pid()));
        return left;
    }

    /** Processes of ours but the bait. */
    private Stream<ProcessHandle> descendants() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> !bait.owns(process) && !controlBait.owns(process));
    }

    @Override
    public void close() throws IOException {
        bait.close();
        controlBait.close();
        Folders.delete(folder);
    }
}
