package ftol.grader.result;

import ftol.grader.result.GradeResult.PartScore;
import ftol.submission.JUnitXml;

/** A result as JUnit XML. */
final class JUnitReport {
    private JUnitReport() {}

    static String of(GradeResult result) {
        return JUnitXml.of(
                result.submission(),
                result.parts().stream().map(JUnitReport::suite).toList());
    }

    private static JUnitXml.Suite suite(PartScore part) {
        return new JUnitXml.Suite(
                part.id() + " " + part.title(),
                part.tests().stream()
                        .map(test -> new JUnitXml.Case(test.title(), test.status(), test.message()))
                        .toList());
    }
}
