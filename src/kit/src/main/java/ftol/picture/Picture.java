package ftol.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A picture as SVG, with a text that says what it shows for those who cannot see it.
 *
 * @param svg a complete SVG document with a {@code viewBox}, {@code width} and {@code height} in pixels
 * @param text what the picture shows, in words
 */
public record Picture(String svg, String text) implements Html.Showable {

    /**
     * The picture as an HTML image. Not inline SVG, which JupyterLab strips from untrusted notebooks, and not the MIME type
     * image/svg+xml, which nbconvert leaves blank.
     */
    @Override
    public String html() {
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return "<img style=\"max-width:100%\" alt=\"" + escape(text) + "\" src=\"data:image/svg+xml;base64," + data
                + "\">";
    }

    /** The picture as text. */
    @Override
    public String toString() {
        return text;
    }

    /** Text made safe for use in HTML, SVG and XML, in attributes too. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
