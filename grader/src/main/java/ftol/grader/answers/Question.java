package ftol.grader.answers;

import com.fasterxml.jackson.databind.JsonNode;
import ftol.check.Part;
import ftol.check.StudentCode;
import ftol.check.Task;
import ftol.grader.Course;
import ftol.grader.CourseFault;
import ftol.grader.Submission;
import ftol.grader.result.GradeResult.WrittenAnswer;
import ftol.picture.Picture;
import ftol.submission.BadNotebook;
import ftol.submission.Cell;
import ftol.submission.NotebookFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question that students answer in words and staff mark by hand. The course's own notebooks say which there are: a cell
 * whose metadata has {@code ftol.question} is for the answer, and the cell before it asks.
 *
 * @param id what it is called in tables of marks: "1a"
 * @param prompt the question
 * @param points how many there are, as in the cell's metadata for nbgrader
 * @param cell the cell for the answer, as students get it
 */
public record Question(String id, String prompt, int points, Cell cell) {
    /** Longer answers are cut, in characters. */
    static final int LONGEST = 20_000;

    /** What the cell that asks says besides: its heading, and where to write. */
    private static final Pattern NOT_ASKED =
            Pattern.compile("^\\*\\*.*?\\*\\*\\s*|\\s*Write your answer in the next cell.*$");

    /** The questions of a task, in order. */
    public static List<Question> in(Course course, Task task) {
        try {
            return in(NotebookFile.read(course.notebooks().resolve(task.notebook())));
        } catch (BadNotebook e) {
            throw new CourseFault(e.getMessage());
        }
    }

    static List<Question> in(NotebookFile notebook) {
        List<Question> questions = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            String id = idOf(notebook, cell);
            if (!id.isEmpty()) {
                String prompt = notebook.cells().get(cell.number() - 2).source();
                int points =
                        metadata(notebook, cell).path("nbgrader").path("points").asInt();
                questions.add(new Question(id, NOT_ASKED.matcher(prompt).replaceAll(""), points, cell));
            }
        }
        return questions;
    }

    /** Changes if, and almost only if, the questions of these parts' tasks do, or the points for one, or where to answer. */
    public static String fingerprint(Course course, List<Part> parts) {
        return Codes.fingerprint(tasks(parts).stream()
                .flatMap(task -> in(course, task).stream())
                .map(Question::toString)
                .collect(Collectors.joining("\n")));
    }

    private static List<Task> tasks(List<Part> parts) {
        return parts.stream().map(Part::task).distinct().toList();
    }

    /** What a submission has to say to the questions of these parts' tasks. A notebook that cannot be read says nothing. */
    public static List<WrittenAnswer> answers(Course course, Submission submission, List<Part> parts) {
        List<WrittenAnswer> answers = new ArrayList<>();
        for (Task task : tasks(parts)) {
            Optional<NotebookFile> notebook;
            try {
                notebook = Optional.of(submission.read(task));
            } catch (BadNotebook e) {
                notebook = Optional.empty();
            }
            for (Question question : in(course, task)) {
                String text = notebook.map(question::answerIn).orElse("");
                answers.add(new WrittenAnswer(question.id, question.prompt, question.points, text));
            }
        }
        return answers;
    }

    /** What a student wrote, without what the cell says to begin with; empty if nothing, or if the cell is gone. */
    String answerIn(NotebookFile notebook) {
        List<Cell> byId = notebook.cells().stream()
                .filter(other -> other.id().equals(cell.id()))
                .toList();
        List<Cell> found = byId.isEmpty()
                ? notebook.cells().stream()
                        .filter(other -> idOf(notebook, other).equals(id))
                        .toList()
                : byId;
        if (found.isEmpty()) {
            return "";
        }
        String text = found.get(0).source().strip();
        String begin = cell.source().strip();
        String answer = text.startsWith(begin) ? text.substring(begin.length()).strip() : text;
        return Picture.legal(StudentCode.cut(answer, LONGEST));
    }

    private static String idOf(NotebookFile notebook, Cell cell) {
        return metadata(notebook, cell).path("ftol").path("question").asText("");
    }

    private static JsonNode metadata(NotebookFile notebook, Cell cell) {
        return notebook.json().path("cells").path(cell.number() - 1).path("metadata");
    }
}
