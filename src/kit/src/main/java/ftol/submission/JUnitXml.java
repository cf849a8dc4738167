package ftol.submission;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Results as JUnit XML, which every CI system shows. */
public final class JUnitXml {
    private JUnitXml() {}

    /** Tests that belong together: those of a part. */
    public record Suite(String name, List<Case> cases) {}

    /**
     * One test.
     *
     * @param status a {@link ftol.check.Status}'s id
     * @param message why it did not pass; empty if it did
     */
    public record Case(String name, String status, String message) {
        /** What stands for it if it did not pass; empty if it did. */
        private String element() {
            return switch (status) {
                case "pass" -> "";
                case "fail", "not_attempted" -> "failure";
                case "inconclusive" -> "skipped";
                default -> "error";
            };
        }
    }

    /** A complete file. */
    public static String of(String name, List<Suite> suites) {
        return Xml.document(xml -> {
            xml.start("testsuites").attribute("name", name);
            for (Suite suite : suites) {
                write(xml, suite);
            }
            xml.end();
        });
    }

    private static void write(Xml xml, Suite suite) throws XMLStreamException {
        xml.start("testsuite")
                .attribute("name", suite.name())
                .attribute("tests", suite.cases().size())
                .attribute("failures", count(suite, "failure"))
                .attribute("errors", count(suite, "error"))
                .attribute("skipped", count(suite, "skipped"));
        for (Case test : suite.cases()) {
            // Some readers sort test cases by class into suites, so it is called like the suite.
            xml.start("testcase").attribute("classname", suite.name()).attribute("name", test.name());
            String element = test.element();
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

    private static long count(Suite suite, String element) {
        return suite.cases().stream()
                .filter(test -> test.element().equals(element))
                .count();
    }
}
