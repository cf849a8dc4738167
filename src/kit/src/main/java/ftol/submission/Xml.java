package ftol.submission;

import ftol.picture.Picture;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes indented XML, whatever characters a student got into the text. */
public final class Xml {
    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;
    private boolean empty;

    private Xml() throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(written);
        xml.writeStartDocument("UTF-8", "1.0");
    }

    /** Writes elements. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Xml xml) throws XMLStreamException;
    }

    /** A complete document. */
    public static String document(Content content) {
        try {
            Xml xml = new Xml();
            content.writeTo(xml);
            xml.xml.writeCharacters("\n");
            xml.xml.writeEndDocument();
            return xml.written.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to a string cannot fail", e);
        }
    }

    /** Begins an element. Its name may have a prefix, as it is to be written. */
    public Xml start(String name) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        depth++;
        empty = true;
        return this;
    }

    public Xml attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, Picture.legal(value.toString()));
        return this;
    }

    public Xml text(String text) throws XMLStreamException {
        xml.writeCharacters(Picture.legal(text));
        return this;
    }

    /** Ends the element that was begun last. */
    public Xml end() throws XMLStreamException {
        depth--;
        if (!empty) {
            line();
        }
        xml.writeEndElement();
        empty = false;
        return this;
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
