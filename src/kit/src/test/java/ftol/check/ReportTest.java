package ftol.check;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.picture.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Picture EXHIBIT = new Picture("<svg/>", "what happened");

    @Test
    void aPassedPartSaysWhatOnlyTheGraderHas() {
        Report report = report(test("it works", Status.PASS, 9, "", false, null));

        assertThat(report.toString())
                .isEqualTo(
                        """
                Part 1a, Failure detector
                  ✓ pass  9/9  1. it works
                  9 of 9 points from the public tests; 6 more points come from tests that only the grader has.
                """);
        assertThat(report.html())
                .contains("✓ pass", "9/9", "it works", "9 of 9 points from the public tests; 6 more points come");
    }

    @Test
    void aFailureSaysWhyAndShowsItsExhibit() {
        Report report = report(
                test("it works", Status.PASS, 1, "", false, null),
                test("it waits", Status.FAIL, 2, "asked at 5 ms\nwaited too long", false, EXHIBIT));

        assertThat(report.toString())
                .contains(
                        "✗ fail  0/2  2. it waits\n",
                        "               asked at 5 ms\n               waited too long\n",
                        "           what happened\n",
                        "1 of 3 points");
        assertThat(report.html()).contains("asked at 5 ms\nwaited too long", "Counterexample (it waits):", "<img ");
    }

    @Test
    void studentsTextIsNeverMarkup() {
        String nasty = "</td><script>alert(\"1\")</script> & <img src=x onerror=y>";
        Report report = new Report(
                List.of(new PartResult(
                        Part.DETECTOR,
                        Status.ERROR,
                        nasty,
                        List.of(test(nasty, Status.FAIL, 1, nasty + "!", false, nasty)))),
                nasty);

        assertThat(report.html())
                .doesNotContain("<script", "<img", "</td><s")
                .contains("&lt;/td&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ");
        assertThat(report.toString()).contains(nasty);
    }

    @Test
    void aHiddenTestGivesItsHintAndNothingElse() {
        Report report = report(test("restart", Status.FAIL, 3, "SECRET input", true, new Picture("<svg/>", "SECRET")));

        assertThat(report.toString()).contains("think of restarts").doesNotContain("SECRET");
        assertThat(report.html())
                .contains("think of restarts")
                .doesNotContain("SECRET")
                .doesNotContain("<img");
    }

    @Test
    void whereTheStubIsIsSaidOnce() {
        String place = NotWrittenYet.at("line 7 of the cell").getMessage();
        Report report = report(
                test("it works", Status.NOT_ATTEMPTED, 1, place, false, null),
                test("it works twice", Status.NOT_ATTEMPTED, 1, place.replace('7', '9'), false, null));

        assertThat(report.toString())
                .containsOnlyOnce("line 7 of the cell")
                .doesNotContain("line 9", "✗", "The same as");
        assertThat(report.html()).containsOnlyOnce("line 7 of the cell").doesNotContain("#cf222e");
    }

    @Test
    void aStubIsNoFailure() {
        Report report = report(test("it works", Status.NOT_ATTEMPTED, 1, "not written yet", false, null));

        assertThat(report.toString())
                .contains("○ not written yet  0/1  1. it works")
                .doesNotContain("✗");
        assertThat(report.html()).contains("○ not written yet").doesNotContain("#cf222e");
    }

    @Test
    void aReasonThatAllTestsShareIsGivenOnce() {
        PartResult result = PartResult.without(
                Part.DETECTOR,
                Status.ERROR,
                "does not compile",
                List.of(
                        test("one", Status.ERROR, 1, "does not compile", false, null),
                        test("two", Status.ERROR, 1, "does not compile", false, null)));

        assertThat(Report.of(List.of(result)).toString()).containsOnlyOnce("does not compile");
        assertThat(Report.of(List.of(result)).html()).containsOnlyOnce("does not compile");
    }

    @Test
    void whatSeveralTestsFoundIsToldOnce() {
        String story = "0 ms: the primary crashes\n".repeat(5);
        Report report = report(
                test("one", Status.FAIL, 1, story, false, EXHIBIT),
                test("two", Status.FAIL, 1, story, false, new Picture("<svg/>", "what happened")),
                test("three", Status.FAIL, 1, "short", false, null),
                test("four", Status.FAIL, 1, "short", false, null));

        assertThat(report.toString())
                .containsOnlyOnce(" what happened")
                .containsOnlyOnce("The same as in: one")
                .contains("short", "4. four\n               short");
        assertThat(report.toString().split("crashes", -1)).hasSize(6);
        assertThat(report.html()).containsOnlyOnce("The same as in: one");
    }

    @Test
    void onlyTheFirstFailureIsToldInFull() {
        String story = "at 5 ms it failed " + "again and ".repeat(20) + "again\nat 6 ms once more";
        Report report = report(
                test("fine", Status.PASS, 1, "", false, null),
                test("one", Status.FAIL, 1, "first " + story, false, EXHIBIT),
                test("two", Status.FAIL, 1, "second " + story, false, new Picture("<svg/>", "another run")),
                test("three", Status.FAIL, 1, "third\nwith a second line", false, null),
                test("four", Status.FAIL, 1, "fourth", false, null));

        assertThat(report.toString())
                .contains("first " + story.lines().findFirst().orElseThrow() + "\n", "what happened")
                .contains("second at 5 ms it failed again and", " …\n", "third …\n", "fourth\n")
                .containsOnlyOnce("at 6 ms once more")
                .doesNotContain("another run", "with a second line")
                .contains("Begin with the first test that failed: it is told in full.\n");
        assertThat(report.html())
                .contains("<details><summary style=\"opacity:.85\">third …</summary>", "with a second line")
                .contains("<p>Counterexample (one):</p>", "Counterexample (two)</summary><img ")
                .doesNotContain("<p>Counterexample (two)");
    }

    @Test
    void nothingIsSaidOfWhatToBeginWithIfNothingWasCut() {
        assertThat(report(
                                test("one", Status.FAIL, 1, "a\nb", false, null),
                                test("two", Status.FAIL, 1, "c", false, null))
                        .toString())
                .contains("a\n", "b\n", "c\n")
                .doesNotContain("Begin with");
    }

    @Test
    void whatTheCodePrintedComesLast() {
        PartResult result = PartResult.of(Part.DETECTOR, List.of(test("it works", Status.PASS, 1, "", false, null)));

        assertThat(new Report(List.of(result), "debug 1\n").toString()).endsWith("Your code printed:\n  debug 1\n");
        assertThat(new Report(List.of(result), "debug <1>\n").html()).contains("Your code printed", "debug &lt;1&gt;");
    }

    private static Report report(TestResult... tests) {
        return Report.of(List.of(PartResult.of(Part.DETECTOR, List.of(tests))));
    }

    private static TestResult test(
            String name, Status status, int points, String message, boolean hidden, Object exhibit) {
        return new TestResult("T." + name, name, status, points, message, hidden, "think of restarts", exhibit);
    }
}
