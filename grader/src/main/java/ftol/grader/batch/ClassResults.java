package ftol.grader.batch;

import ftol.grader.Folders;
import ftol.grader.answers.HandMarks;
import ftol.grader.batch.Mark.State;
import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.Exhibit;
import ftol.grader.result.GradeResult.WrittenAnswer;
import ftol.grader.result.ResultFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Gradebook and class page, made from the students' folders and from marks given by hand: they can be made again at any
 * time.
 *
 * @param roster who is in the class; may be empty
 * @param due when it was due, if lateness is to be reckoned
 * @param policy what lateness costs
 */
public record ClassResults(List<Student> roster, Optional<OffsetDateTime> due, LatePolicy policy) {
    /**
     * What was written.
     *
     * @param students how many are graded
     * @param inconclusive those of them of whom something could not be graded, which is our fault
     */
    public record Written(int students, List<String> inconclusive) {}

    /** Reads the roster, if there is one. */
    public static ClassResults of(Optional<Path> roster, Optional<OffsetDateTime> due, LatePolicy policy)
            throws IOException {
        return new ClassResults(roster.isPresent() ? Roster.read(roster.get()) : List.of(), due, policy);
    }

    /**
     * Writes gradebook.csv and class.html from what is in {@code OUT/students}, and the points for written answers into the
     * pages of the students who have some.
     *
     * @return who is graded
     */
    public Written write(Path out) throws IOException {
        HandMarks written = HandMarks.in(out);
        Map<String, Graded> graded = graded(out);
        List<Mark> marks = marks(graded, HandedIn.in(out), written);
        Gradebook.write(marks, !written.isEmpty(), out.resolve("gradebook.csv"));
        Map<String, String> pages = new TreeMap<>();
        for (String student : graded.keySet()) {
            String folder = "students/" + HandIn.slug(student);
            if (!written.of(student).isEmpty()) {
                Path place = out.resolve(folder);
                ResultFiles.writeReport(Graded.result(place), written.of(student), place);
            }
            pages.put(student, folder + "/report.html");
        }
        Folders.write(
                out.resolve("class.html"), ClassPage.of(marks, pages, (student, test) -> exhibit(out, student, test)));
        return new Written(
                graded.size(),
                graded.entrySet().stream()
                        .filter(student -> student.getValue().result().inconclusive())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static Optional<Exhibit> exhibit(Path out, String student, String test) throws IOException {
        return Graded.result(out.resolve("students").resolve(HandIn.slug(student))).parts().stream()
                .flatMap(part -> part.tests().stream())
                .filter(found -> found.id().equals(test))
                .flatMap(found -> Stream.ofNullable(found.exhibit()))
                .findFirst();
    }

    /** What each student who is graded wrote. */
    public static Map<String, List<WrittenAnswer>> answers(Path out) throws IOException {
        Map<String, List<WrittenAnswer>> answers = new TreeMap<>();
        graded(out)
                .forEach((student, graded) ->
                        answers.put(student, graded.result().answers()));
        return answers;
    }

    private static Map<String, Graded> graded(Path out) throws IOException {
        Map<String, Graded> graded = new TreeMap<>();
        Path students = out.resolve("students");
        if (!Files.isDirectory(students)) {
            return graded;
        }
        try (Stream<Path> folders = Files.list(students)) {
            for (Path folder : folders.sorted().toList()) {
                // A folder with a dot in front is one that is being replaced.
                if (!folder.getFileName().toString().startsWith(".")) {
                    Graded.in(folder)
                            .map(Graded::withoutExhibits)
                            .ifPresent(found -> graded.put(found.made().student(), found));
                }
            }
        }
        return graded;
    }

    private List<Mark> marks(Map<String, Graded> graded, Set<String> handedIn, HandMarks written) {
        Map<String, Student> students = new LinkedHashMap<>();
        roster.forEach(student -> students.put(student.id(), student));
        Set<String> others = new TreeSet<>(handedIn);
        others.addAll(graded.keySet());
        others.forEach(id -> students.computeIfAbsent(id, Student::unknown));
        int maxScore = graded.values().stream()
                .mapToInt(one -> one.result().maxScore() + (written.isEmpty() ? 0 : writtenMaximum(one.result())))
                .max()
                .orElse(0);
        List<Mark> marks = new ArrayList<>();
        for (Student student : students.values()) {
            Optional<Graded> found = Optional.ofNullable(graded.get(student.id()));
            Optional<GradeResult> result = found.map(Graded::result);
            Duration late = due.flatMap(at -> student.submitted().map(submitted -> Duration.between(at, submitted)))
                    .orElse(Duration.ZERO);
            boolean isLate = late.compareTo(Duration.ZERO) > 0
                    || found.filter(one -> one.made().late()).isPresent();
            BigDecimal byHand = found.isPresent() ? written.points(student.id()) : BigDecimal.ZERO;
            BigDecimal raw =
                    BigDecimal.valueOf(result.map(GradeResult::score).orElse(0)).add(byHand);
            State state =
                    found.isPresent() ? State.GRADED : handedIn.contains(student.id()) ? State.WAITING : State.MISSING;
            marks.add(new Mark(student, state, isLate, result, byHand, policy.penalty(raw, late), maxScore));
        }
        return marks;
    }

    private static int writtenMaximum(GradeResult result) {
        return result.answers().stream().mapToInt(WrittenAnswer::maxScore).sum();
    }
}
