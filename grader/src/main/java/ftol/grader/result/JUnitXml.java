package ftol.grader.result;

import ftol.grader.result.GradeResult.PartScore;
import ftol.grader.result.GradeResult.TestScore;
import ftol.picture.Picture;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A result as JUnit XML, which every CI system shows. */
final class JUnitXml {
    private JUnitXml() {}

    static String of(GradeResult result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            attribute(xml, "name", result.submission());
            for (PartScore part : result.parts()) {
                suite(xml, part);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to a string cannot fail", e);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter xml, PartScore part) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", part.id() + " " + part.title());
        attribute(xml, "tests", String.valueOf(part.tests().size()));
        attribute(xml, "failures", String.valueOf(count(part, "fail") + count(part, "not_attempted")));
        attribute(xml, "errors", String.valueOf(count(part, "error") + count(part, "timeout") + count(part, "crash")));
        attribute(xml, "skipped", String.valueOf(count(part, "inconclusive")));
        for (TestScore test : part.tests()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("testcase");
            attribute(xml, "classname", "part " + part.id());
            attribute(xml, "name", test.title());
            String element =
                    switch (test.status()) {
                        case "pass" -> "";
                        case "fail", "not_attempted" -> "failure";
                        case "inconclusive" -> "skipped";
                        default -> "error";
                    };
            if (!element.isEmpty()) {
                xml.writeEmptyElement(element);
                attribute(xml, "message", test.message());
                if (!element.equals("skipped")) {
                    attribute(xml, "type", test.status());
                }
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static long count(PartScore part, String status) {
        return part.tests().stream()
                .filter(test -> test.status().equals(status))
                .count();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        // A student's message may hold any character.
        xml.writeAttribute(name, Picture.legal(value));
    }
}
