package ftol.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A picture as SVG, with a text that says what it shows for those who cannot see it.
 *
 * @param svg a complete SVG document with a {@code viewBox}, {@code width} and {@code height} in pixels
 * @param text what the picture shows, in words
 */
public record Picture(String svg, String text) implements Html.Showable {
    /** All that XML 1.0 does not allow: most control characters, and halves of characters. */
    private static final Pattern ILLEGAL =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

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

    /** The text with a sign in place of each character that XML has no way to write: a picture with one is not shown. */
    public static String legal(String text) {
        return ILLEGAL.matcher(text).replaceAll("\uFFFD");
    }

    /** The picture as text. */
    @Override
    public String toString() {
        return text;
    }

    /** Text made safe for use in HTML, SVG and XML, in attributes too. */
    public static String escape(String text) {
        return legal(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
