package ftol.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgTest {
    private static final String EVIL = "<script>alert(1)</script> ]]> & \" ' \u0000\u0001\ud800 \ufffe";

    /** A browser shows no picture that is not XML, whatever a student's message holds. */
    @Test
    void whateverIsWrittenInAPictureStaysTextAndThePictureXml() throws Exception {
        Picture picture = new Svg(10, 10, "").text("middle", 1, 2, EVIL).picture(EVIL);

        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.svg().getBytes(StandardCharsets.UTF_8)));
        assertThat(xml.getElementsByTagName("script").getLength()).isZero();
        assertThat(xml.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("<script>alert(1)</script> ]]> & \" ' \ufffd\ufffd\ufffd \ufffd");
        assertThat(picture.html()).doesNotContain("<script");
    }
}
