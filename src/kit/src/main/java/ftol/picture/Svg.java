package ftol.picture;

import java.util.Locale;

/**
 * Builds an SVG document. Coordinates are pixels, the origin is at the top left; what is drawn later is on top. Text is
 * escaped, the names of classes are not. Used by one thread.
 */
public final class Svg {
    private static final String FONT =
            "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',Helvetica,Arial,sans-serif";

    private final double width;
    private final double height;
    private final String style;
    private final StringBuilder body = new StringBuilder();

    /**
     * An empty one.
     *
     * @param style CSS rules for the classes that the shapes are given
     */
    public Svg(double width, double height, String style) {
        this.width = width;
        this.height = height;
        this.style = style;
    }

    /** One whose height is known when it is drawn. */
    Svg(double width, String style) {
        this(width, 0, style);
    }

    Svg line(String css, double x1, double y1, double x2, double y2) {
        return path(css, "M" + xy(x1, y1) + "L" + xy(x2, y2));
    }

    Svg path(String css, String d) {
        return add("path", css, "d=\"" + d + "\"", null);
    }

    /** A rectangle; x is its left edge and y its upper one. */
    public Svg rect(String css, double x, double y, double width, double height) {
        return add(
                "rect",
                css,
                "x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                        + number(height) + "\"",
                null);
    }

    Svg circle(String css, double x, double y, double radius) {
        return add(
                "circle", css, "cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\"", null);
    }

    /** A line of text; "middle" or "end" among the classes says which end of it is at x. */
    public Svg text(String css, double x, double y, String text) {
        return add("text", css, "x=\"" + number(x) + "\" y=\"" + number(y) + "\"", text);
    }

    /** An arrow head whose tip is at x2, y2, for a line that comes from x1, y1. */
    Svg arrowHead(String css, double x1, double y1, double x2, double y2) {
        double angle = Math.atan2(y2 - y1, x2 - x1);
        return path(
                css,
                "M" + xy(x2 - 9 * Math.cos(angle - 0.35), y2 - 9 * Math.sin(angle - 0.35)) + "L" + xy(x2, y2) + "L"
                        + xy(x2 - 9 * Math.cos(angle + 0.35), y2 - 9 * Math.sin(angle + 0.35)));
    }

    Svg cross(String css, double x, double y, double radius) {
        return line(css, x - radius, y - radius, x + radius, y + radius)
                .line(css, x - radius, y + radius, x + radius, y - radius);
    }

    /**
     * The document, as a picture.
     *
     * @param text what it shows, in words
     */
    public Picture picture(String text) {
        return picture(height, text);
    }

    /** The document, as a picture of this height. */
    Picture picture(double height, String text) {
        String size = "width=\"" + number(width) + "\" height=\"" + number(height) + "\"";
        return new Picture(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + " viewBox=\"0 0 " + number(width) + " "
                        + number(height) + "\" role=\"img\" font-family=\"" + FONT
                        + "\" font-size=\"13\" fill=\"none\">"
                        + "<title>" + Picture.escape(text) + "</title>"
                        + "<style>text{fill:#1f2328}.middle{text-anchor:middle}.end{text-anchor:end}" + style
                        + "</style>"
                        + "<defs><pattern id=\"hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\""
                        + " patternTransform=\"rotate(45)\"><path d=\"M0 0V7\" stroke=\"#cf222e\" stroke-width=\"3\""
                        + " stroke-opacity=\".45\"/></pattern>"
                        + "<pattern id=\"dots\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                        + "<path d=\"M1 1h2v2h-2z\" fill=\"#1f2328\" fill-opacity=\".55\"/></pattern></defs>"
                        // A background of its own, or the ink vanishes in a dark theme.
                        + "<rect " + size + " rx=\"6\" fill=\"#fff\"/>" + body + "</svg>",
                text);
    }

    static String xy(double x, double y) {
        return number(x) + " " + number(y);
    }

    private Svg add(String element, String css, String attributes, String content) {
        body.append('<')
                .append(element)
                .append(" class=\"")
                .append(css)
                .append("\" ")
                .append(attributes);
        if (content == null) {
            body.append("/>");
        } else {
            body.append('>')
                    .append(Picture.escape(content))
                    .append("</")
                    .append(element)
                    .append('>');
        }
        return this;
    }

    /** A tenth of a pixel is enough, and the same text on every machine. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
