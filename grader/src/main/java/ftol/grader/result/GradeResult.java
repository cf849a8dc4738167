package ftol.grader.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import ftol.check.Part;
import ftol.check.PartResult;
import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.check.TestResult;
import ftol.grader.sandbox.Sandbox;
import ftol.picture.Html;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One submission's result, as written to result.json (schema: {@code result.schema.json} beside this class). Every other
 * format is made from it. Messages are what the student may see: of a hidden test its hint only.
 *
 * @param version of the schema; raised when a reader of the old one would be misled
 * @param submission how the submission is called
 * @param score points reached
 * @param maxScore points there were to reach
 * @param seed of the tests that try random cases: with the same one they try the same
 * @param sandbox how the student's code was confined
 * @param parts the parts, in order
 * @param notes what the student should know though it cost nothing
 * @param answers what the student wrote where a question is marked by hand; no points are in {@code score} for it
 */
public record GradeResult(
        int version,
        String submission,
        int score,
        @JsonProperty("max_score") int maxScore,
        long seed,
        SandboxUsed sandbox,
        List<PartScore> parts,
        List<String> notes,
        List<WrittenAnswer> answers) {

    public GradeResult {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
        // Results of the time before there were any have none.
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    /**
     * How the student's code was confined.
     *
     * @param tier from 1, the strongest, to 4
     * @param description one line
     */
    public record SandboxUsed(int tier, String description) {}

    /** One part's result. */
    public record PartScore(
            String id,
            String title,
            String status,
            int score,
            @JsonProperty("max_score") int maxScore,
            String message,
            List<TestScore> tests) {
        private PartScore withoutExhibits() {
            return new PartScore(
                    id,
                    title,
                    status,
                    score,
                    maxScore,
                    message,
                    tests.stream().map(TestScore::withoutExhibit).toList());
        }
    }

    /**
     * One test's result.
     *
     * @param exhibit the counterexample of a public test that failed, if there is one to look at, or null
     */
    public record TestScore(
            String id,
            String name,
            String status,
            int score,
            @JsonProperty("max_score") int maxScore,
            boolean hidden,
            String message,
            @JsonInclude(JsonInclude.Include.NON_NULL) Exhibit exhibit) {

        /** The name, and whether the test is hidden. */
        String title() {
            return hidden ? name + " (hidden test)" : name;
        }

        private TestScore withoutExhibit() {
            return new TestScore(id, name, status, score, maxScore, hidden, message, null);
        }
    }

    /**
     * A counterexample, drawn by the grader. What is the student's in it has been escaped.
     *
     * @param text what it shows, in words
     * @param html the picture or table: a piece of HTML that needs nothing else
     */
    public record Exhibit(String text, String html) {
        private static Exhibit of(Object exhibit) {
            return new Exhibit(exhibit.toString(), Html.of(exhibit));
        }
    }

    /**
     * What a student wrote where a question is marked by hand.
     *
     * @param question the question's id
     * @param prompt the question
     * @param maxScore points there are for it
     * @param text the answer; empty if nothing was written
     */
    public record WrittenAnswer(String question, String prompt, @JsonProperty("max_score") int maxScore, String text) {}

    /** The result of a submission from those of its parts. */
    public static GradeResult of(
            String submission, long seed, Sandbox sandbox, List<PartResult> parts, List<String> notes) {
        return of(submission, seed, new SandboxUsed(sandbox.tier().number(), sandbox.describe()), parts, notes);
    }

    static GradeResult of(
            String submission, long seed, SandboxUsed sandbox, List<PartResult> parts, List<String> notes) {
        return new GradeResult(
                1,
                submission,
                parts.stream().mapToInt(PartResult::score).sum(),
                parts.stream().mapToInt(PartResult::maxScore).sum(),
                seed,
                sandbox,
                parts.stream().map(GradeResult::part).toList(),
                notes,
                List.of());
    }

    /** The same with what the student wrote. */
    public GradeResult withAnswers(List<WrittenAnswer> written) {
        return new GradeResult(version, submission, score, maxScore, seed, sandbox, parts, notes, written);
    }

    private static PartScore part(PartResult result) {
        Part part = result.part();
        return new PartScore(
                part.id(),
                part.title(),
                result.status().id(),
                result.score(),
                result.maxScore(),
                result.message(),
                result.tests().stream().map(test -> test(result, test)).toList());
    }

    private static TestScore test(PartResult part, TestResult test) {
        return new TestScore(
                test.id(),
                test.name(),
                test.status().id(),
                test.score(),
                test.maxScore(),
                test.hidden(),
                message(part, test),
                test.hidden() || test.exhibit() == null ? null : Exhibit.of(test.exhibit()));
    }

    /** A hidden test must not tell its inputs, nor may student code tell them in an exception's text. */
    private static String message(PartResult part, TestResult test) {
        if (test.status() == Status.PASS) {
            return "";
        }
        if (test.status() == Status.NOT_ATTEMPTED) {
            return "Part " + part.part().id() + " is not written yet.";
        }
        boolean reasonOfThePart = !part.message().isEmpty();
        if (!test.hidden() || reasonOfThePart) {
            return test.message();
        }
        // A hint is about wrong answers: it would mislead where there was none.
        return switch (test.status()) {
            case INCONCLUSIVE -> "This could not be tested, and that is not your fault. No points were taken.";
            case TIMEOUT ->
                test.message().startsWith(SubmissionFailure.NOT_RUN)
                        ? test.message()
                        : "A call did not return in time. Is there a loop that never ends?";
            case CRASH -> "Your code ended its Java process, or used up its memory.";
            default -> test.hint();
        };
    }

    /**
     * These parts, in this order, of another result where it has them and of this one where not. Notes are of both, and all
     * else is the other's; the answers, too, unless it could read none.
     *
     * @param ids the parts; those that neither has are left out
     */
    public GradeResult with(GradeResult newer, List<String> ids) {
        List<PartScore> joined = ids.stream()
                .flatMap(id -> newer.part(id).or(() -> part(id)).stream())
                .toList();
        return new GradeResult(
                newer.version,
                newer.submission,
                joined.stream().mapToInt(PartScore::score).sum(),
                joined.stream().mapToInt(PartScore::maxScore).sum(),
                newer.seed,
                newer.sandbox,
                joined,
                Stream.concat(notes.stream(), newer.notes.stream()).distinct().toList(),
                newer.answers.isEmpty() ? answers : newer.answers);
    }

    /** The same without what there is to look at, which is most of it: a class has many results. */
    public GradeResult withoutExhibits() {
        return new GradeResult(
                version,
                submission,
                score,
                maxScore,
                seed,
                sandbox,
                parts.stream().map(PartScore::withoutExhibits).toList(),
                notes,
                answers);
    }

    /** The part with this id, if it was graded. */
    public Optional<PartScore> part(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    /** True if something could not be graded for reasons that are ours. */
    public boolean inconclusive() {
        return parts.stream().anyMatch(part -> part.status().equals(Status.INCONCLUSIVE.id()));
    }
}
