package ftol.grader.result;

import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import javax.xml.stream.XMLStreamException;

/** A result as JUnit XML, which every CI system shows. */
final class JUnitXml {
    private JUnitXml() {}

    static String of(GradeResult result) {
        return Xml.document(xml -> {
            xml.start("testsuites").attribute("name", result.submission());
            for (PartScore part : result.parts()) {
                suite(xml, part);
            }
            xml.end();
        });
    }

    private static void suite(Xml xml, PartScore part) throws XMLStreamException {
        // The same for both, since some readers sort test cases by it into suites.
        String name = part.id() + " " + part.title();
        xml.start("testsuite")
                .attribute("name", name)
                .attribute("tests", part.tests().size())
                .attribute("failures", count(part, "failure"))
                .attribute("errors", count(part, "error"))
                .attribute("skipped", count(part, "skipped"));
        for (TestScore test : part.tests()) {
            xml.start("testcase").attribute("classname", name).attribute("name", test.title());
            String element = element(test);
            if (!element.isEmpty()) {
                xml.start(element).attribute("message", test.message());
                if (!element.equals("skipped")) {
                    xml.attribute("type", test.status());
                }
                xml.end();
            }
            xml.end();
        }
        xml.end();
    }

    /** What a test case holds if it is not passed; empty if it is. */
    private static String element(TestScore test) {
        return switch (test.status()) {
            case "pass" -> "";
            case "fail", "not_attempted" -> "failure";
            case "inconclusive" -> "skipped";
            default -> "error";
        };
    }

    private static long count(PartScore part, String element) {
        return part.tests().stream()
                .filter(test -> element(test).equals(element))
                .count();
    }
}
