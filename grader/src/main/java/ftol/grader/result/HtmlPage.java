package ftol.grader.result;

import ftol.picture.Picture;

/** What all our HTML pages have in common: they are self-contained, and follow the reader's light or dark theme. */
public final class HtmlPage {
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse }
            %s</style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private HtmlPage() {}

    /**
     * A complete page.
     *
     * @param title plain text
     * @param style CSS rules, with a line end after each
     * @param body HTML, with a line end after it
     */
    public static String of(String title, String style, CharSequence body) {
        return HEAD.formatted(Picture.escape(title), style, body);
    }
}
