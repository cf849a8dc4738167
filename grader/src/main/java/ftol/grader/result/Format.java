package ftol.grader.result;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a result can be written as besides result.json, from which each of these is made. */
public enum Format {
    HTML("html", "report.html"),
    MARKDOWN("markdown", "report.md"),
    JUNIT("junit", "junit.xml"),
    GRADESCOPE("gradescope", "gradescope-results.json"),
    OPEN_TEST_REPORTING("open-test-reporting", "open-test-report.xml"),
    CLASSROOM50("classroom50", "classroom50-result.json");

    private final String id;
    private final String file;

    Format(String id, String file) {
        this.id = id;
        this.file = file;
    }

    /** Those that are always written. */
    static Set<Format> usual() {
        return EnumSet.of(HTML, MARKDOWN, JUNIT);
    }

    /** As written in the command line. Throws IllegalArgumentException. */
    public static Format of(String id) {
        return Stream.of(values())
                .filter(format -> format.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no format \"" + id + "\", only "
                        + Stream.of(values()).map(format -> format.id).collect(Collectors.joining(", ")) + "."));
    }

    /** The file's name, in the folder with result.json. */
    public String file() {
        return file;
    }

    /**
     * Checks that a result could be written like this here, before anything is graded.
     *
     * @throws IllegalArgumentException if not
     */
    public void requireUsable() {
        if (this == CLASSROOM50) {
            Classroom50.require(System.getenv());
        }
    }

    /** The file's text. */
    String of(GradeResult result, Instant graded) {
        return switch (this) {
            case HTML -> HtmlReport.of(result, Map.of());
            case MARKDOWN -> MarkdownReport.of(result);
            case JUNIT -> JUnitReport.of(result);
            case GRADESCOPE -> Gradescope.of(result);
            case OPEN_TEST_REPORTING -> OpenTestReport.of(result, graded);
            case CLASSROOM50 -> Classroom50.of(result, graded, System.getenv());
        };
    }
}
