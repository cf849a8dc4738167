package ftol.grader.batch;

import ftol.grader.result.GradeResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Gradebook and class page, made from the students' folders alone: they can be made again at any time.
 *
 * @param roster who is in the class; may be empty
 * @param due when it was due, if lateness is to be reckoned
 * @param policy what lateness costs
 */
public record ClassResults(List<Student> roster, Optional<OffsetDateTime> due, LatePolicy policy) {
    /** Reads the roster, if there is one. */
    public static ClassResults of(Optional<Path> roster, Optional<OffsetDateTime> due, LatePolicy policy)
            throws IOException {
        return new ClassResults(roster.isPresent() ? Roster.read(roster.get()) : List.of(), due, policy);
    }

    /** Writes gradebook.csv and class.html from what is in {@code OUT/students}; returns how many students that are. */
    public int write(Path out) throws IOException {
        Map<String, Graded> graded = graded(out);
        List<Mark> marks = marks(graded);
        Gradebook.write(marks, out.resolve("gradebook.csv"));
        Map<String, String> pages = new TreeMap<>();
        graded.keySet().forEach(student -> pages.put(student, "students/" + HandIn.slug(student) + "/report.html"));
        Files.write(out.resolve("class.html"), ClassPage.of(marks, pages).getBytes(StandardCharsets.UTF_8));
        return graded.size();
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

    private List<Mark> marks(Map<String, Graded> graded) {
        Map<String, Student> students = new LinkedHashMap<>();
        roster.forEach(student -> students.put(student.id(), student));
        graded.keySet().forEach(id -> students.computeIfAbsent(id, Student::unknown));
        int maxScore = graded.values().stream()
                .mapToInt(one -> one.result().maxScore())
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
            BigDecimal penalty = policy.penalty(result.map(GradeResult::score).orElse(0), late);
            marks.add(new Mark(student, isLate, result, penalty, maxScore));
        }
        return marks;
    }
}
