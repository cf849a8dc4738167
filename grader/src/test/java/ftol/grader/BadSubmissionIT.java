package ftol.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ftol.check.Part;
import ftol.check.Status;
import ftol.check.Task;
import ftol.check.TestResult;
import ftol.grader.result.GradeResult;
import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import ftol.grader.result.ResultFiles;
import ftol.grader.sandbox.Sandbox;
import ftol.grader.solve.Solver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What students hand in by mistake, in despair or in malice, through the real grader and its sandbox. Task 2 is the bad
 * one; it is graded first, and part 1a must have its full marks all the same.
 */
class BadSubmissionIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Part BAD = Part.QUORUM_SIZE;
    private static final Part GOOD = Part.DETECTOR;

    /** Only one public test asks for -3 replicas, and only one hidden test for the least integer. */
    private static final int PUBLIC_INPUT = -3;

    private static final int HIDDEN_INPUT = Integer.MIN_VALUE;

    /** A right answer, with a place for more members (line 2) and one for more statements (line 4). */
    private static final String RIGHT =
            """
            class LeastQuorum implements QuorumSize {
                /* members */
                public int leastUnversioned(int n) {
                    /* statements */
                    return 2 * checked(n) / 3 + 1;
                }
                public int leastVersioned(int n) {
                    return checked(n) / 2 + 1;
                }
                private static int checked(int n) {
                    if (n < 1) {
                        throw new IllegalArgumentException("not " + n);
                    }
                    return n;
                }
            }""";

    @TempDir
    private static Path folder;

    private static Sandbox sandbox;
    private static Grading grading;
    private static Map<String, String> hints;
    private static String solved;

    @BeforeAll
    static void open() throws Exception {
        Course course = new Course(Path.of("..").toRealPath());
        sandbox = Sandbox.strongest(Path.of(System.getProperty("java.home")), course.childClassPath());
        var tests = course.tests(false);
        grading = new Grading(tests, sandbox);
        hints = Stream.of(Part.values())
                .flatMap(part -> tests.without(part, Status.ERROR, "").tests().stream())
                .filter(TestResult::hidden)
                .collect(Collectors.toMap(TestResult::id, TestResult::hint));
        for (Task task : Task.values()) {
            Files.copy(course.notebooks().resolve(task.notebook()), folder.resolve(task.notebook()));
        }
        new Solver(course).solve(Submission.at(folder), null, false);
        solved = Files.readString(folder.resolve(Task.QUORUMS.notebook()));
    }

    @AfterAll
    static void close() {
        grading.close();
        sandbox.close();
    }

    /** A submission, what becomes of its bad part, and what the student is told. */
    record Case(String name, Function<String, String> edit, Status status, List<String> told) {
        /** The bad part's notebook has this text. */
        static Case text(String name, Function<String, String> edit, Status status, String... told) {
            return new Case(name, edit, status, List.of(told));
        }

        /** The bad part's cell holds this. */
        static Case code(String name, String source, Status status, String... told) {
            return notebook(name, json -> put(json, source), status, told);
        }

        /** The bad part's cell holds this, and each of these is in a cell of its own before it. */
        static Case helped(String name, String source, List<String> helpers, Status status, String... told) {
            return notebook(
                    name,
                    json -> {
                        put(json, source);
                        helpers.forEach(helper -> cells(json).insert(0, codeCell("helper", helper)));
                    },
                    status,
                    told);
        }

        static Case notebook(String name, Consumer<ObjectNode> edit, Status status, String... told) {
            return text(
                    name,
                    text -> {
                        ObjectNode json = parse(text);
                        edit.accept(json);
                        return json.toString();
                    },
                    status,
                    told);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> notebooks() {
        return Stream.of(
                Case.text("empty", text -> "", Status.ERROR, "task2-quorums.ipynb", "is not a notebook"),
                Case.text("no JSON", text -> "Dear grader,", Status.ERROR, "line 1 is not valid JSON", "restore it"),
                Case.text("half", text -> text.substring(0, 900), Status.ERROR, "is not valid JSON", "half saved"),
                Case.text("twice", text -> text + text, Status.ERROR, "is not valid JSON"),
                Case.text("a list", text -> "[" + text + "]", Status.ERROR, "does not name its notebook format"),
                Case.text("deep", text -> "[".repeat(100_000), Status.ERROR, "is not valid JSON"),
                Case.text("huge", text -> text + " ".repeat(17 << 20), Status.ERROR, "more than 16 MB", "Clear"),
                Case.notebook(
                        "format 3", json -> json.put("nbformat", 3), Status.ERROR, "format 3, not 4", "JupyterLab"),
                Case.notebook(
                        "no format",
                        json -> json.remove("nbformat"),
                        Status.ERROR,
                        "does not name its notebook format"),
                Case.notebook(
                        "no cells", json -> json.remove("cells"), Status.ERROR, "has no list of cells", "Restore it"),
                Case.notebook(
                        "odd cells",
                        json -> cells(json).add(1).addNull().add("x").addObject(),
                        Status.PASS),
                Case.notebook("many cells", BadSubmissionIT::addManyCells, Status.ERROR, "cells; at most 2000"),
                Case.notebook("much code", BadSubmissionIT::addMuchCode, Status.ERROR, "characters of code; at most"),
                Case.notebook(
                        "cell deleted",
                        json -> cells(json).remove(place(json)),
                        Status.ERROR,
                        "task2-quorums.ipynb has no cell for part 2a",
                        "t2a-stub",
                        "Restore that cell"),
                Case.notebook(
                        "cell made text",
                        json -> cell(json).put("cell_type", "markdown"),
                        Status.ERROR,
                        "deleted or turned into text"),
                Case.notebook(
                        "two cells of one id",
                        json -> cells(json).add(cell(json).deepCopy()),
                        Status.ERROR,
                        "has 2 cells for part 2a: cells number",
                        "Keep the one with your solution"),
                Case.notebook(
                        "a copy elsewhere",
                        json -> cells(json)
                                .add(cell(json).deepCopy().put("id", "mine").put("source", "class Old {}")),
                        Status.PASS,
                        "Only cell number",
                        "was graded for part 2a; you have a copy of it in cell number "),
                Case.notebook("id changed", json -> cell(json).put("id", "mine"), Status.PASS),
                Case.notebook("metadata gone", json -> cell(json).putObject("metadata"), Status.PASS),
                Case.notebook(
                        "id and metadata gone",
                        json -> cell(json).put("id", "mine").putObject("metadata"),
                        Status.ERROR,
                        "has no cell for part 2a"),
                Case.notebook("a source that is one string", json -> put(json, RIGHT), Status.PASS),
                Case.text(
                        "an odd id",
                        text -> text.replace("\"t2a-stub\"", "\"\\ud800<b>" + "x".repeat(99) + "\""),
                        Status.PASS));
    }

    static Stream<Case> cells() {
        return Stream.of(
                Case.code("stub", stub(), Status.NOT_ATTEMPTED, "Part 2a is not written yet."),
                Case.code("nothing", "", Status.ERROR, "holds no class LeastQuorum; it has no class at all"),
                Case.code(
                        "renamed",
                        RIGHT.replace("LeastQuorum", "MyQuorum"),
                        Status.ERROR,
                        "it has MyQuorum",
                        "Call your class LeastQuorum"),
                Case.code(
                        "not the contract",
                        "class LeastQuorum {}",
                        Status.ERROR,
                        "class LeastQuorum does not implement QuorumSize."),
                Case.code(
                        "its own contract",
                        RIGHT + "interface QuorumSize {}",
                        Status.ERROR,
                        "Delete your own QuorumSize"),
                Case.code(
                        "no constructor",
                        members("LeastQuorum(int n) {}"),
                        Status.ERROR,
                        "needs a constructor without arguments"),
                Case.code(
                        "constructor throws",
                        members("int i = 1 / (\"\".length());"),
                        Status.FAIL,
                        "ArithmeticException: / by zero (line 2 of the cell)"),
                Case.code(
                        "initialiser throws",
                        members("static int i = 1 / (\"\".length());"),
                        Status.FAIL,
                        "ArithmeticException: / by zero (line 2 of the cell)"),
                Case.code("abstract", "abstract " + RIGHT, Status.ERROR, "is abstract"),
                Case.code(
                        "an enum",
                        RIGHT.replace("class", "enum").replace("/* members */", ";"),
                        Status.ERROR,
                        "needs a constructor"),
                Case.code(
                        "does not compile",
                        statements("int i = \"\";"),
                        Status.ERROR,
                        "cell t2a-stub does not compile.\nLine 4: incompatible types"),
                Case.code(
                        "magics", "%%time\n" + statements("int i = \"\";"), Status.ERROR, "Line 5: incompatible types"),
                Case.code(
                        "a shell command",
                        "!ls\n" + RIGHT,
                        Status.ERROR,
                        "cell t2a-stub holds a shell command",
                        "Remove that line"),
                Case.code(
                        "a package",
                        "package a.b;\n" + RIGHT,
                        Status.ERROR,
                        "Line 1: class, interface, enum, or record expected"),
                Case.code(
                        "a long cell",
                        RIGHT + " ".repeat(200_000),
                        Status.ERROR,
                        "cell t2a-stub has",
                        "at most 200000"),
                Case.code(
                        "a deep expression",
                        statements("int i = " + "(".repeat(50_000) + 1 + ")".repeat(50_000) + ";"),
                        Status.ERROR,
                        "cell t2a-stub is too much for the Java compiler"),
                Case.code(
                        "throws",
                        statements("int[] a = new int[n - n]; a[0] = 1;"),
                        Status.FAIL,
                        "Your code threw ArrayIndexOutOfBoundsException",
                        "(line 4 of the cell)"),
                Case.code(
                        "claims to be graded",
                        throwing("new AssertionError(\"passed\")"),
                        Status.FAIL,
                        "Your code threw AssertionError: passed"),
                Case.code(
                        "claims to be skipped",
                        throwing("new org.opentest4j.TestAbortedException(\"skip\")"),
                        Status.FAIL,
                        "Your code threw TestAbortedException: skip"),
                Case.code(
                        "claims our fault",
                        throwing("new SubmissionFailure(Status.INCONCLUSIVE, \"yours\")"),
                        Status.FAIL,
                        "Your code threw SubmissionFailure: yours"),
                Case.code("half a stub", throwing("new NotWrittenYet()"), Status.FAIL, "Part 2a is not written yet."),
                Case.code(
                        "a message that throws",
                        throwing("new RuntimeException() { public String getMessage() { throw this; } }"),
                        Status.FAIL,
                        "Your code threw "),
                Case.code(
                        "a cause that throws",
                        throwing(
                                "new RuntimeException() { public Throwable getCause() { throw this; } public StackTraceElement[] getStackTrace() { return null; } }"),
                        Status.FAIL,
                        "Your code threw "),
                Case.code(
                        "a refusal whose message throws",
                        RIGHT.replace("\"not \" + n)", "\"\") { public String getMessage() { throw this; } }"),
                        Status.FAIL,
                        "an IllegalArgumentException without a message"),
                Case.code(
                        "a refusal with a long message",
                        RIGHT.replace("\"not \" + n", "\"x\".repeat(9 << 20)"),
                        Status.FAIL,
                        "xxx …\". The message must name the value 0."),
                Case.code(
                        "stack overflow",
                        statements("leastUnversioned(n);"),
                        Status.FAIL,
                        "Your code threw StackOverflowError"),
                Case.code(
                        "random answers",
                        statements("if (Math.random() < 0.02) { return 1 + (int) (Math.random() * n); }"),
                        Status.FAIL,
                        "returned"),
                Case.code(
                        "impossible answers",
                        statements("if (n > 0) { return n % 2 == 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE; }"),
                        Status.FAIL,
                        "returned 2147483647"));
    }

    /** Those that may disturb the grader itself. */
    static Stream<Case> attacks() {
        return Stream.of(
                Case.code(
                        "exit",
                        statements("System.exit(7);"),
                        Status.CRASH,
                        "leastUnversioned(1) ended the Java process (exit code 7). Never call System.exit."),
                Case.code(
                        "exit 0",
                        statements("System.exit(0);"),
                        Status.CRASH,
                        "(exit code 0). Never call System.exit."),
                Case.code(
                        "exit in an initialiser",
                        members("static { System.exit(7); }"),
                        Status.CRASH,
                        "new LeastQuorum() ended the Java process (exit code 7)"),
                Case.code(
                        "exit in a constructor",
                        members("{ System.exit(7); }"),
                        Status.CRASH,
                        "new LeastQuorum() ended the Java process (exit code 7)"),
                Case.code(
                        "exit a little later",
                        members("{ new Thread(() -> { System.exit(7); }).start(); }"),
                        Status.CRASH,
                        "ended the Java process (exit code 7)"),
                Case.code("halt", statements("Runtime.getRuntime().halt(9);"), Status.CRASH, "(exit code 9)"),
                Case.code(
                        "heap",
                        statements("var list = new ArrayList<int[]>(); while (n > 0) { list.add(new int[100_000]); }"),
                        Status.CRASH,
                        "used up its memory (64 MB of heap)"),
                Case.code(
                        "threads",
                        when(
                                PUBLIC_INPUT,
                                "while (true) { new Thread(() -> { try { Thread.sleep(99999); } catch (InterruptedException e) { } }).start(); }"),
                        Status.FAIL,
                        "OutOfMemoryError: unable to create native thread"),
                Case.code(
                        "garbage in the pipe",
                        statements(raw("new byte[] {'h', 'e', 'l', 'l', 'o'}")),
                        Status.CRASH,
                        "disturbed the connection to the grader. Print with System.out only."),
                Case.code(
                        "unknown frames",
                        statements(raw("new byte[] {0, 0, 0, 1, 99}")),
                        Status.CRASH,
                        "disturbed the connection to the grader"),
                Case.code(
                        "empty frames",
                        statements(raw("new byte[] {0, 0, 0, 0}")),
                        Status.CRASH,
                        "disturbed the connection to the grader"),
                Case.code(
                        "forged answers",
                        statements(raw("new byte[] {0, 0, 0, 5, 0, 0, 0, 0, 1}")),
                        Status.FAIL,
                        "leastUnversioned(2) returned 1."),
                Case.code(
                        "forged fault",
                        statements(raw("new byte[] {0, 0, 0, 8, 3, 1, 6, 1, 0, 0, 0, 0}")),
                        Status.ERROR),
                Case.code(
                        "forged exception",
                        members("{ " + raw("new byte[] {0, 0, 0, 7, 2, 9, 1, 0, 0, 0, 0}") + " }"),
                        Status.CRASH,
                        "disturbed the connection"),
                Case.code(
                        "pipe closed",
                        statements(
                                "try { new FileOutputStream(FileDescriptor.out).close(); } catch (IOException e) { }"),
                        Status.CRASH,
                        "disturbed the connection to the grader"),
                Case.code("System.out closed", statements("System.out.close(); System.err.close();"), Status.PASS),
                Case.code("much output", statements("System.out.println(\"x\".repeat(9999));"), Status.PASS),
                Case.code(
                        "endless output",
                        when(PUBLIC_INPUT, "while (true) { System.out.println(\"again and again\"); }"),
                        Status.TIMEOUT,
                        "leastUnversioned(-3) did not return in time",
                        "Does it print in an endless loop?"),
                Case.code(
                        "endless loop in a hidden test",
                        when(
                                HIDDEN_INPUT,
                                "while (true) { try { System.out.println(n / 0); } catch (Throwable e) { } }"),
                        Status.TIMEOUT),
                Case.code(
                        "a message without end",
                        when(
                                PUBLIC_INPUT,
                                "throw new RuntimeException() { public String getMessage() { while (true) { } } };"),
                        Status.TIMEOUT,
                        "did not return in time"),
                Case.code(
                        "inputs in exceptions",
                        RIGHT.replace(
                                "\"not \" + n)",
                                "\"leak \" + n, null); } if (n == 999) { throw new IllegalStateException(\"leak \" + n)"),
                        Status.FAIL),
                Case.code(
                        "inputs printed before a crash",
                        when(HIDDEN_INPUT, "System.out.println(\"leak \" + n); System.exit(1);"),
                        Status.CRASH));
    }

    static Stream<Case> unusual() {
        return Stream.of(
                Case.code("public final", "public final " + RIGHT, Status.PASS),
                Case.code("a record", RIGHT.replace("class LeastQuorum", "record LeastQuorum()"), Status.PASS),
                Case.code(
                        "imports and magics",
                        "import java.util.ArrayList;\n%maven a:b:1\nimport ftol.quorum.QuorumSize;\n" + RIGHT,
                        Status.PASS),
                Case.code(
                        "equals that always agrees",
                        members("public boolean equals(Object o) { return true; } public int hashCode() { return 0; }"),
                        Status.PASS),
                Case.code(
                        "a class called like ours",
                        RIGHT + "class Submitted {} class PartRunner {} class Test {} class ChildMain {}",
                        Status.PASS),
                Case.code(
                        "a refusal that is more special",
                        RIGHT.replace("IllegalArgumentException(", "NumberFormatException("),
                        Status.PASS),
                Case.code("a second constructor", members("LeastQuorum() {} LeastQuorum(int n) {}"), Status.PASS),
                Case.helped(
                        "helpers",
                        calling("twice(n)").replace("1;", "Parts.ONE.value();"),
                        List.of(
                                "static int twice(int n) { return (int) (FACTOR * n); }",
                                "static final double FACTOR = 2;",
                                "record One(int value) {}\ninterface Parts { One ONE = new One(1); }"),
                        Status.PASS),
                Case.helped(
                        "helpers that loop and exit",
                        calling("twice(n)"),
                        List.of("while (true) {}", "System.exit(1);", "int twice(int n) { return 2 * n; }", "twice(4)"),
                        Status.PASS),
                Case.helped(
                        "a helper that does not compile",
                        RIGHT,
                        List.of("int twice(int n) { return \"\"; }"),
                        Status.PASS),
                Case.helped(
                        "a helper that does not compile and is needed",
                        calling("twice(n)"),
                        List.of("int twice(int n) { return \"\"; }"),
                        Status.ERROR,
                        "Line 5: cannot find symbol",
                        "method twice(int)"),
                Case.helped(
                        "a helper that is too deep",
                        calling("twice(n)"),
                        List.of("int twice(int n) { return 2 * n; }", "int i = " + "(".repeat(50_000) + ";"),
                        Status.PASS),
                Case.helped("a helper with a shell command", RIGHT, List.of("!rm -rf /"), Status.PASS),
                Case.helped(
                        "a variable that exits",
                        calling("FACTOR * n"),
                        List.of("int FACTOR = exit();", "static int exit() { System.exit(4); return 2; }"),
                        Status.CRASH,
                        "Loading the class LeastQuorum ended the Java process (exit code 4)"));
    }

    @ParameterizedTest
    @MethodSource({"notebooks", "attacks"})
    void theOtherPartKeepsItsMarks(Case bad) throws IOException {
        GradeResult result = grade(bad, BAD, GOOD);
        assertThat(result.parts().get(1).status()).isEqualTo("pass");
        assertThat(result.parts().get(1).score()).isEqualTo(GOOD.points());
    }

    @ParameterizedTest
    @MethodSource({"cells", "unusual"})
    void eachHasItsStatusAndMessage(Case bad) throws IOException {
        grade(bad, BAD);
    }

    private static GradeResult grade(Case bad, Part... parts) throws IOException {
        Path place = Files.createDirectories(folder.resolve(bad.name()));
        Files.copy(
                folder.resolve(GOOD.task().notebook()),
                place.resolve(GOOD.task().notebook()));
        Files.writeString(place.resolve(BAD.task().notebook()), bad.edit().apply(solved));

        GradeResult result = grade(place, parts);

        PartScore score = result.parts().get(0);
        System.out.printf(
                "%-45s %-14s %2d/%d  %s%n", bad, score.status(), score.score(), score.maxScore(), told(result));
        assertThat(score.status()).as(told(result)).isEqualTo(bad.status().id());
        bad.told().forEach(words -> assertThat(told(result)).contains(words));
        assertThat(score.maxScore()).isEqualTo(BAD.points());
        assertThat(score.score() == BAD.points()).isEqualTo(bad.status() == Status.PASS);
        return result;
    }

    private static GradeResult grade(Path submission, Part... parts) throws IOException {
        GradeResult result = grading.grade(Submission.at(submission), List.of(parts), part -> {});
        ResultFiles.write(result, folder.resolve("out"));
        assertThat(result.inconclusive()).isFalse();
        result.parts().forEach(BadSubmissionIT::hiddenTestsTellTheirHintsOnly);
        return result;
    }

    private static void hiddenTestsTellTheirHintsOnly(PartScore part) {
        for (TestScore test : part.tests()) {
            if (test.hidden() && part.message().isEmpty() && !test.status().equals("pass")) {
                String hint = hints.get(test.id());
                assertThat(test.message())
                        .isIn(
                                hint,
                                "Part " + part.id() + " is not written yet.",
                                "A call did not return in time. Is there a loop that never ends?",
                                "Your code ended its Java process, or used up its memory.");
            }
        }
    }

    /** What the student reads first: notes, the part's own message, the first message of a public test. */
    private static String told(GradeResult result) {
        PartScore part = result.parts().get(0);
        return String.join(" ", result.notes())
                + part.message()
                + part.tests().stream()
                        .filter(test -> !test.hidden() && part.message().isEmpty())
                        .map(TestScore::message)
                        .filter(message -> !message.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    @Test
    void aMissingNotebookCostsItsOwnPartOnly() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one/notebooks"));
        Path notebook = Files.copy(
                folder.resolve(GOOD.task().notebook()), one.resolve(GOOD.task().notebook()));

        for (Path submission : List.of(one.getParent(), one)) {
            GradeResult result = grade(submission, Part.values());
            assertThat(result.parts()).hasSameSizeAs(Part.values());
            for (Part part : Part.values()) {
                PartScore score = score(result, part);
                if (part.task() == GOOD.task()) {
                    assertThat(score.status()).isEqualTo("pass");
                } else {
                    assertThat(score.status()).isEqualTo("error");
                    assertThat(score.message())
                            .isEqualTo("task2-quorums.ipynb is missing, and no other notebook in its folder has any of"
                                    + " its cells " + cellIds(Part.in(BAD.task()))
                                    + ". Hand in the folder notebooks/ with both notebooks in it.");
                }
            }
        }
        assertThat(Submission.at(notebook).tasks()).containsExactly(GOOD.task());
    }

    @Test
    void aRenamedNotebookIsFoundByItsCells() throws IOException {
        Path place = Files.createDirectories(folder.resolve("renamed/notebooks"));
        Path mine = Files.writeString(place.resolve("my solution.ipynb"), solved);
        Files.writeString(place.resolve("broken.ipynb"), "{");
        assertThat(Submission.at(mine).tasks()).containsExactly(BAD.task());
        assertThat(grade(mine, BAD)).satisfies(result -> {
            assertThat(result.parts()).extracting(PartScore::status).containsExactly("pass");
            assertThat(result.notes()).isEmpty();
            assertThat(result.maxScore()).isEqualTo(BAD.points());
        });
        assertThat(grade(place.getParent(), BAD)).satisfies(result -> {
            assertThat(result.parts()).extracting(PartScore::status).containsExactly("pass");
            assertThat(result.notes())
                    .containsExactly(
                            "task2-quorums.ipynb is missing. my solution.ipynb has its cells, so that was graded.");
        });

        Files.copy(mine, place.resolve("copy.ipynb"));
        GradeResult two = grade(place, Part.values());
        assertThat(two.parts()).extracting(PartScore::status).containsOnly("error");
        assertThat(score(two, BAD).message()).contains("several", "copy.ipynb, my solution.ipynb");
    }

    @Test
    void aFileThatIsNoneOfOurNotebooksIsWrongUsage() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "");
        Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{");
        Path foreign = Files.writeString(
                folder.resolve("foreign.ipynb"), "{\"cells\": [], \"nbformat\": 4, \"metadata\": {}}");
        assertThatThrownBy(() -> Submission.at(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a notebook");
        assertThatThrownBy(() -> Submission.at(broken).tasks())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> Submission.at(foreign).tasks())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none of the cells " + cellIds(List.of(Part.values())));
    }

    @Test
    void anEmptyFolderHasErrorsOnly() throws IOException {
        GradeResult result = grade(Files.createDirectories(folder.resolve("an empty folder")), Part.values());
        assertThat(result.parts()).extracting(PartScore::status).containsOnly("error");
        assertThat(result.score()).isZero();
        assertThat(result.maxScore())
                .isEqualTo(Stream.of(Part.values()).mapToInt(Part::points).sum());
    }

    private static PartScore score(GradeResult result, Part part) {
        return result.parts().stream()
                .filter(score -> score.id().equals(part.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String cellIds(List<Part> parts) {
        return parts.stream().map(Part::cellId).collect(Collectors.joining(", "));
    }

    @Test
    void linksLeadNowhere() throws IOException {
        Path place = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(
                place.resolve(BAD.task().notebook()), folder.resolve(BAD.task().notebook()));
        assertThat(grade(place, BAD).parts().get(0).message()).contains("task2-quorums.ipynb is a symbolic link");

        Path other = Files.createDirectories(folder.resolve("linked"));
        Files.createSymbolicLink(other.resolve("notebooks"), folder);
        assertThat(grade(other, BAD).parts().get(0).message()).contains("notebooks is a symbolic link");
    }

    @Test
    void nothingAtThatPathIsWrongUsage() {
        assertThatThrownBy(() -> Submission.at(folder.resolve("nobody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("does not exist. Name a checkout, a folder with the notebooks, or a notebook.");
    }

    private static String members(String java) {
        return RIGHT.replace("/* members */", java);
    }

    private static String statements(String java) {
        return RIGHT.replace("/* statements */", java);
    }

    private static String throwing(String exception) {
        return statements("if (n > 0) { throw " + exception + "; }");
    }

    private static String when(int n, String java) {
        return statements("if (n == " + n + ") { " + java + " }");
    }

    private static String calling(String expression) {
        return RIGHT.replace("2 * checked(n) / 3", "(0 * checked(n) + " + expression + ") / 3");
    }

    private static String raw(String bytes) {
        return "try { new FileOutputStream(FileDescriptor.out).write(" + bytes + "); } catch (IOException e) { }";
    }

    private static String stub() {
        return RIGHT.replace("return", "throw new NotWrittenYet(); //");
    }

    private static void addManyCells(ObjectNode json) {
        for (int i = 0; i < 3_000; i++) {
            cells(json).add(codeCell("many" + i, ""));
        }
    }

    private static void addMuchCode(ObjectNode json) {
        for (int i = 0; i < 30; i++) {
            cells(json).add(codeCell("much" + i, "// ".repeat(30_000)));
        }
    }

    private static ObjectNode codeCell(String id, String source) {
        ObjectNode cell = JSON.createObjectNode();
        cell.put("cell_type", "code").put("id", id).put("source", source).putObject("metadata");
        return cell;
    }

    private static ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ObjectNode json, String source) {
        cell(json).put("source", source);
    }

    private static ArrayNode cells(ObjectNode json) {
        return (ArrayNode) json.get("cells");
    }

    private static ObjectNode cell(ObjectNode json) {
        return (ObjectNode) cells(json).get(place(json));
    }

    private static int place(ObjectNode json) {
        ArrayNode cells = cells(json);
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).path("id").asText().equals(BAD.cellId())) {
                return i;
            }
        }
        throw new IllegalStateException("The notebook has lost its cell");
    }
}
